package org.limbeck.safety;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.limbeck.ddl.ConstraintDefinition;
import org.limbeck.ddl.DdlStatement;
import org.limbeck.schema.QualifiedName;
import org.limbeck.sql.Identifiers;

/** The database as the statements before have left it. */
final class World {

    private final Facts facts;
    private final Map<QualifiedName, Long> names;
    private final Map<Long, RelationFacts> relations;
    private final Set<QualifiedName> created = new HashSet<>();
    private final Set<String> createdTypes = new HashSet<>();
    private final Map<QualifiedName, Set<String>> newValues = new HashMap<>();
    private ServerFacts server;
    private boolean uncertain;
    private boolean pathChanged;

    World(Facts facts) {
        this.facts = facts;
        this.names = new HashMap<>(facts.names());
        this.relations = new HashMap<>(facts.relations());
        this.server = facts.server();
    }

    Facts facts() {
        return facts;
    }

    ServerFacts server() {
        return server;
    }

    int major() {
        return server.major();
    }

    void timeZone(String zone) {
        server = server.withTimeZone(zone);
    }

    /** A statement ran that could have done anything. */
    void becomesUncertain() {
        uncertain = true;
    }

    boolean uncertain() {
        return uncertain;
    }

    void pathChanges() {
        pathChanged = true;
    }

    /** Whether a name without schema means something else than when the facts were read. */
    boolean doubtful(QualifiedName name) {
        return pathChanged && name.schema() == null;
    }

    @Nullable
    RelationFacts find(QualifiedName name) {
        Long oid = names.get(name);
        return oid == null ? null : relations.get(oid);
    }

    @Nullable
    RelationFacts find(long oid) {
        return relations.get(oid);
    }

    List<RelationFacts> all(Collection<Long> oids) {
        List<RelationFacts> found = new ArrayList<>();
        for (Long oid : oids) {
            RelationFacts relation = relations.get(oid);
            if (relation != null) {
                found.add(relation);
            }
        }
        return found;
    }

    /** The table of an index, and the index. */
    record IndexPlace(RelationFacts table, IndexFacts index) {}

    @Nullable
    IndexPlace findIndex(QualifiedName name) {
        RelationFacts relation = find(name);
        for (RelationFacts table : relations.values()) {
            for (IndexFacts index : table.indexes()) {
                boolean same = relation != null
                        ? index.oid() == relation.oid()
                        : index.oid() < 0
                                && index.name().equals(name.name())
                                && (name.schema() == null || index.schema().equals(name.schema()));
                if (same) {
                    return new IndexPlace(table, index);
                }
            }
        }
        return null;
    }

    /** The relation itself, and its partitions where it has such; children of another kind stand for themselves. */
    List<RelationFacts> withPartitions(RelationFacts relation) {
        return relation.kind() == RelationKind.PARTITIONED_TABLE ? withParts(relation) : List.of(relation);
    }

    /** The relation itself and all parts and children below it. */
    List<RelationFacts> withParts(RelationFacts relation) {
        RelationFacts now = relations.get(relation.oid());
        return now == null ? List.of() : now.withParts(relations);
    }

    /** A foreign key and the table that has it. */
    record Reference(RelationFacts table, ConstraintFacts constraint) {}

    /** The foreign keys of other tables that refer to this one. */
    List<Reference> referencesTo(RelationFacts relation) {
        List<Reference> references = new ArrayList<>();
        for (RelationFacts table : relations.values()) {
            for (ConstraintFacts constraint : table.constraints()) {
                if (constraint.isForeignKey() && constraint.referenced() == relation.oid()) {
                    references.add(new Reference(table, constraint));
                }
            }
        }
        return references;
    }

    void change(RelationFacts relation, UnaryOperator<RelationFacts> change) {
        relations.computeIfPresent(relation.oid(), (oid, now) -> change.apply(now));
    }

    void addConstraint(RelationFacts relation, ConstraintFacts constraint) {
        change(relation, now -> {
            List<ConstraintFacts> more = new ArrayList<>(now.constraints());
            more.add(constraint);
            return now.withConstraints(more);
        });
    }

    void addIndex(RelationFacts relation, IndexFacts index) {
        change(relation, now -> {
            List<IndexFacts> more = new ArrayList<>(now.indexes());
            more.add(index);
            return now.withIndexes(more);
        });
    }

    void renameIndex(IndexPlace place, QualifiedName was, String name) {
        IndexFacts index = place.index();
        RelationFacts relation = relations.get(index.oid());
        if (relation != null) {
            rename(relation, was, index.schema(), name);
        }
        change(
                place.table(),
                now -> now.withIndexes(now.indexes().stream()
                        .map(each -> each.oid() == index.oid() ? each.withName(name) : each)
                        .toList()));
    }

    void dropIndex(IndexPlace place) {
        names.values().removeIf(oid -> oid == place.index().oid());
        dropIndex(place.table(), place.index().name());
    }

    void dropIndex(RelationFacts relation, String index) {
        change(
                relation,
                now -> now.withIndexes(now.indexes().stream()
                        .filter(each -> !each.name().equals(index))
                        .toList()));
    }

    void changeColumn(RelationFacts relation, String column, UnaryOperator<ColumnFacts> change) {
        change(
                relation,
                now -> now.withColumns(now.columns().stream()
                        .map(each -> each.name().equals(column) ? change.apply(each) : each)
                        .toList()));
    }

    void renameColumn(RelationFacts relation, String column, String newName) {
        changeColumn(relation, column, each -> each.withName(newName));
        change(
                relation,
                now -> now.withIndexes(now.indexes().stream()
                                .map(each -> each.withColumn(column, newName))
                                .toList())
                        .withConstraints(now.constraints().stream()
                                .map(each -> each.withColumn(column, newName))
                                .toList()));
    }

    void drop(RelationFacts relation) {
        relations.remove(relation.oid());
        names.values().removeIf(oid -> oid == relation.oid());
    }

    void rename(RelationFacts relation, QualifiedName was, String schema, String name) {
        change(relation, now -> now.withName(schema, name));
        names.values().removeIf(oid -> oid == relation.oid());
        names.put(new QualifiedName(schema, name), relation.oid());
        if (was.schema() == null) {
            names.put(new QualifiedName(null, name), relation.oid());
        }
    }

    void create(QualifiedName name) {
        created.add(name);
    }

    /** The sequence of a column's numbers is made, under the name that it has as long as that is free. */
    void createSequence(RelationFacts table, String column) {
        String name = ChosenName.sequence(table.name(), column);
        if (name != null) {
            created.add(new QualifiedName(null, name));
            created.add(new QualifiedName(table.schema(), name));
        }
    }

    /** An index of a table that this run makes. */
    void createIndex(DdlStatement.CreateIndex index) {
        String name = ChosenName.index(index);
        if (name != null) {
            created.add(index.table().withName(name));
        }
    }

    boolean created(QualifiedName name) {
        return created.contains(name);
    }

    /** The same, where a name without schema may stand for one with it. */
    boolean createdSomewhere(QualifiedName name) {
        return created.stream().anyMatch(each -> mayBe(each, name));
    }

    private static boolean mayBe(QualifiedName one, QualifiedName other) {
        return one.name().equals(other.name())
                && (one.schema() == null
                        || other.schema() == null
                        || one.schema().equals(other.schema()));
    }

    void renameCreated(QualifiedName name, QualifiedName newName) {
        dropCreated(name);
        created.add(newName);
    }

    void dropCreated(QualifiedName name) {
        created.removeIf(each -> mayBe(each, name));
    }

    void createType(QualifiedName name) {
        createdTypes.add(Identifiers.quoted(name));
    }

    /** Whether this run made a type of that name, spelled as in {@link org.limbeck.ddl.TypeText}. */
    boolean createdType(String name) {
        return createdTypes.contains(name);
    }

    void addValue(QualifiedName type, String value) {
        newValues.computeIfAbsent(type, none -> new HashSet<>()).add(value);
    }

    boolean isNewValue(QualifiedName type, String value) {
        return newValues.getOrDefault(type, Set.of()).contains(value);
    }

    Set<QualifiedName> typesWithNewValues() {
        return newValues.keySet();
    }

    /** Values of enums can be used once they are committed. */
    void commit() {
        newValues.clear();
    }

    /** Whether a valid constraint says that the column is never null. */
    boolean provenNotNull(RelationFacts relation, String column) {
        ColumnFacts facts = relation.column(column);
        if (facts != null && facts.notNull()) {
            return true;
        }
        return relation.constraints().stream()
                .filter(each -> each.kind() == ConstraintDefinition.Kind.CHECK && each.valid() && each.enforced())
                .anyMatch(each -> CheckTerms.of(each.definition()).saysNotNull(column));
    }
}
