package org.limbeck.diff;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.limbeck.problem.Problem;
import org.limbeck.problem.ProblemCode;
import org.limbeck.schema.Attribute;
import org.limbeck.schema.Column;
import org.limbeck.schema.Constraint;
import org.limbeck.schema.Dependency;
import org.limbeck.schema.Exclusion;
import org.limbeck.schema.Grant;
import org.limbeck.schema.Index;
import org.limbeck.schema.IndexElement;
import org.limbeck.schema.ObjectId;
import org.limbeck.schema.Partition;
import org.limbeck.schema.QualifiedName;
import org.limbeck.schema.Schema;
import org.limbeck.schema.SchemaObject;
import org.limbeck.schema.Sequence;
import org.limbeck.schema.Table;

/** Adds to the desired schema what its source can't speak about: that stays as it is. */
final class Completion {

    private final Schema actual;
    private final Schema desired;
    private final Scope scope;
    private final @Nullable String role;
    private final SortedMap<ObjectId, SchemaObject> objects;
    private final Set<ObjectId> kept = new HashSet<>();

    private Completion(Schema actual, Schema desired, DiffOptions options) {
        this.actual = actual;
        this.desired = desired;
        this.scope = options.scope();
        this.role = options.role();
        this.objects = new TreeMap<>(desired.objects());
    }

    static Schema of(Schema actual, Schema desired, DiffOptions options, Findings findings) {
        Scope scope = options.scope();
        Schema said = scope.exhaustive() ? desired : Unsaid.added(actual, desired, scope.everybodyOnPublic());
        Completion completion = new Completion(actual, said, options);
        completion.tables();
        completion.others();
        Schema complete = completion.build();
        completion.tellWhatHasNoFooting(complete, findings);
        return complete;
    }

    private void tables() {
        if (scope.physical()) {
            return;
        }
        for (Table table : desired.all(Table.class)) {
            Table there = actual.table(table.name());
            if (there != null && !there.equals(table)) {
                objects.put(table.id(), asItIsKept(table, there));
            }
        }
        for (Index index : desired.all(Index.class)) {
            if (actual.object(index.id()) instanceof Index there && !there.equals(index)) {
                objects.put(index.id(), asItIsCounted(index, there));
            }
        }
        for (Sequence sequence : desired.all(Sequence.class)) {
            if (actual.object(sequence.id()) instanceof Sequence there && there.unlogged()) {
                objects.put(sequence.id(), sequence.asUnlogged());
            }
        }
        boolean found = true;
        while (found) {
            found = false;
            for (Table table : actual.all(Table.class)) {
                if (objects.get(table.id()) == null && belongsToAnother(table)) {
                    keep(table.id(), table);
                    found = true;
                }
            }
        }
    }

    private boolean belongsToAnother(Table table) {
        Partition partition = table.options().partition();
        return (partition != null && objects.containsKey(ObjectId.table(partition.parent())))
                || table.options().inherits().stream().anyMatch(parent -> objects.containsKey(ObjectId.table(parent)));
    }

    private Table asItIsKept(Table table, Table there) {
        Map<String, Column> old = Elements.columns(there);
        Set<String> inherited = inherited(there);
        List<Column> columns = new ArrayList<>();
        for (Column column : table.columns()) {
            Column same = old.get(column.name());
            if (same != null) {
                columns.add(new Column(
                        column.name(),
                        column.type(),
                        column.nullable(),
                        column.value(),
                        column.collation(),
                        same.storage(),
                        column.comment()));
            } else if (!inherited.contains(column.name())) {
                columns.add(column);
            }
        }
        List<Constraint> constraints = new ArrayList<>(table.constraints());
        for (Constraint constraint : there.constraints()) {
            if (constraint instanceof Exclusion
                    && Elements.constraint(table, Elements.nameOf(constraint)) == null
                    && table.constraints().stream().noneMatch(Exclusion.class::isInstance)) {
                constraints.add(constraint);
                kept.add(Elements.of(there, constraint));
            }
        }
        return new Table(table.name(), columns, constraints, there.options(), table.comment());
    }

    private static Index asItIsCounted(Index index, Index there) {
        List<IndexElement> elements = new ArrayList<>(index.elements());
        for (IndexElement old : there.elements()) {
            elements.replaceAll(element -> element.equals(old.statistics(null)) ? old : element);
        }
        return new Index(
                index.name(),
                index.table(),
                index.unique(),
                index.method(),
                elements,
                index.include(),
                index.nullsDistinct(),
                index.storageParameters(),
                index.tablespace(),
                index.where());
    }

    /** The columns that the table has from tables it inherits from; its record doesn't list them. */
    private Set<String> inherited(Table table) {
        Set<String> names = new HashSet<>();
        for (QualifiedName name : table.options().inherits()) {
            Table parent = actual.table(name);
            if (parent != null) {
                names.addAll(Elements.columns(parent).keySet());
                names.addAll(inherited(parent));
            }
        }
        return names;
    }

    private void others() {
        actual.objects().forEach((id, object) -> {
            boolean decided = scope.decides(id.kind()) && !scope.additions().contains(id.kind());
            if (decided || objects.containsKey(id)) {
                return;
            }
            boolean stays = !id.kind().belongsToTable() || hasTable(id);
            if (stays) {
                keep(id, object);
            }
        });
    }

    private boolean hasTable(ObjectId part) {
        ObjectId relation = Elements.relation(actual, part.name());
        return objects.containsKey(relation) || !scope.decides(relation.kind());
    }

    private void keep(ObjectId id, SchemaObject object) {
        objects.put(id, object);
        kept.add(Elements.of(id));
        if (object instanceof Table table) {
            kept.addAll(Elements.of(table));
        }
    }

    private Schema build() {
        Schema bare = new Schema(objects, new TreeMap<>(), new TreeMap<>(), Set.of(), Set.of(), Set.of(), Map.of());
        SortedMap<ObjectId, String> comments = new TreeMap<>(desired.comments());
        actual.comments().forEach((id, text) -> {
            boolean silent = !scope.physical() || kept.contains(Elements.of(id));
            if (silent && Elements.contains(bare, id)) {
                comments.putIfAbsent(id, text);
            }
        });
        SortedMap<ObjectId, String> owners = new TreeMap<>(scope.owners() ? desired.owners() : new TreeMap<>());
        actual.owners().forEach((id, owner) -> {
            if ((!scope.owners() || kept.contains(Elements.of(id))) && Elements.contains(bare, id)) {
                owners.put(id, owner);
            }
        });
        Set<Dependency> dependencies = new HashSet<>(desired.dependencies());
        for (Dependency dependency : actual.dependencies()) {
            if (kept.contains(Elements.of(dependency.from()))) {
                dependencies.add(dependency);
            }
        }
        Map<ObjectId, List<Attribute>> viewColumns = new TreeMap<>(desired.viewColumns());
        actual.viewColumns().forEach((id, columns) -> {
            if (kept.contains(id)) {
                viewColumns.put(id, columns);
            }
        });
        return new Schema(objects, comments, owners, grants(bare), desired.invalidIndexes(), dependencies, viewColumns);
    }

    private Set<Grant> grants(Schema bare) {
        Set<Grant> grants = new HashSet<>();
        for (Grant grant : desired.grants()) {
            if (isDecided(grant)) {
                grants.add(grant);
            }
        }
        for (Grant grant : actual.grants()) {
            boolean silent = !isDecided(grant) || kept.contains(Elements.of(grant.on()));
            if (silent && Elements.contains(bare, grant.on())) {
                grants.add(grant);
            }
        }
        if (!scope.grants()) {
            NewPrivileges created = new NewPrivileges(actual, role);
            for (ObjectId id : objects.keySet()) {
                if (actual.object(id) == null) {
                    grants.addAll(created.of(id));
                }
            }
        }
        return grants;
    }

    private boolean isDecided(Grant grant) {
        return scope.grants() || Unsaid.isAbout(grant.on());
    }

    /** What stays can't stay where what it stands on goes. */
    private void tellWhatHasNoFooting(Schema complete, Findings findings) {
        if (kept.isEmpty()) {
            return;
        }
        Set<ObjectId> told = new HashSet<>();
        for (Dependency dependency : actual.dependencies()) {
            ObjectId from = Elements.of(dependency.from());
            ObjectId to = Elements.of(dependency.to());
            if (kept.contains(from) && !Elements.contains(complete, to) && told.add(from)) {
                findings.problem(Problem.of(
                                ProblemCode.INVALID_OPERATION,
                                to.describe() + " is not desired any more, but " + from.describe() + " needs it")
                        .hint("say in a file of the desired schema how " + from.describe()
                                + " is to be, or drop it in a revision of its own"));
            }
        }
    }
}
