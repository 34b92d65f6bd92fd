package org.limbeck.desired;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.limbeck.catalog.DdlStatement;
import org.limbeck.schema.Column;
import org.limbeck.schema.Constraint;
import org.limbeck.schema.ForeignKey;
import org.limbeck.schema.Index;
import org.limbeck.schema.ObjectId;
import org.limbeck.schema.QualifiedName;
import org.limbeck.schema.Schema;
import org.limbeck.schema.SchemaObject;
import org.limbeck.schema.Table;

/**
 * Settles without a server what is obviously as it should be: a table whose statements are all plain, and which is in the
 * actual schema exactly as they say, with exactly these indexes. For a large schema in which little has changed that is
 * nearly all of it, and building it would be most of the work.
 *
 * @param settled the objects that are as they should be
 * @param open the statements that a server has to be asked about, with all that they need to be executed
 */
public record PlainPart(Map<ObjectId, SchemaObject> settled, List<DdlStatement> open) {

    private static final Pattern WORD = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_$]*");

    public PlainPart {
        settled = Map.copyOf(settled);
        open = List.copyOf(open);
    }

    /**
     * Divides the statements.
     *
     * @param others those that only a server can read
     * @param actual what there is
     */
    public static PlainPart of(PlainStatements entities, List<DdlStatement> others, Schema actual) {
        List<DdlStatement> opaque = new ArrayList<>(others);
        for (PlainStatements.Read read : entities.statements()) {
            if (read.about() == null) {
                opaque.add(read.statement());
            }
        }
        Set<String> named = words(opaque);
        Map<QualifiedName, Set<Index>> actualIndexes = indexes(actual.objects());
        Map<QualifiedName, Set<Index>> plainIndexes = indexes(entities.objects());
        Set<QualifiedName> open = new HashSet<>();
        for (SchemaObject object : entities.objects().values()) {
            boolean equal = isSame(object, actual.object(object.id()));
            if (object instanceof Table table) {
                Set<Index> there = actualIndexes.getOrDefault(table.name(), Set.of());
                equal = equal && there.equals(plainIndexes.getOrDefault(table.name(), Set.of()));
            }
            if (!(object instanceof Index) && (!equal || isNamed(object.id().name(), opaque, named))) {
                open.add(object.id().name());
            }
        }
        boolean allSettled = open.isEmpty() && opaque.isEmpty();
        Set<QualifiedName> needed = allSettled ? Set.of() : needed(open, entities.objects());
        return divided(entities, others, needed, actual);
    }

    /** Whether two objects differ in nothing but the order of their columns, which counts for nothing. */
    private static boolean isSame(SchemaObject plain, @Nullable SchemaObject actual) {
        if (plain instanceof Table table && actual instanceof Table other) {
            return sorted(table).equals(sorted(other));
        }
        return plain.equals(actual);
    }

    private static Table sorted(Table table) {
        List<Column> columns = new ArrayList<>(table.columns());
        columns.sort(Comparator.comparing(Column::name));
        return new Table(table.name(), columns, table.constraints(), table.options(), table.comment());
    }

    /** Whether a statement that isn't understood may speak of it; of a name that is no word nobody can say. */
    private static boolean isNamed(QualifiedName name, List<DdlStatement> opaque, Set<String> named) {
        return !opaque.isEmpty()
                && (named.contains(name.name().toLowerCase(Locale.ROOT))
                        || !WORD.matcher(name.name()).matches());
    }

    private static PlainPart divided(
            PlainStatements entities, List<DdlStatement> others, Set<QualifiedName> needed, Schema actual) {
        List<DdlStatement> statements = new ArrayList<>();
        for (PlainStatements.Read read : entities.statements()) {
            if (read.about() == null || needed.contains(read.about())) {
                statements.add(read.statement());
            }
        }
        statements.addAll(others);
        Map<ObjectId, SchemaObject> settled = new HashMap<>();
        for (ObjectId id : entities.objects().keySet()) {
            // Later comparisons find out at once that it is the very same.
            SchemaObject there = actual.object(id);
            if (there != null && !needed.contains(there instanceof Index index ? index.table() : id.name())) {
                settled.put(id, there);
            }
        }
        return new PlainPart(settled, statements);
    }

    /** What is open, and what its foreign keys and columns refer to, and so on. */
    private static Set<QualifiedName> needed(Set<QualifiedName> open, Map<ObjectId, SchemaObject> plain) {
        Map<QualifiedName, Table> tables = new LinkedHashMap<>();
        Set<QualifiedName> needed = new HashSet<>();
        for (SchemaObject object : plain.values()) {
            if (object instanceof Table table) {
                tables.put(table.name(), table);
            } else if (!(object instanceof Index)) {
                // Enums and sequences cost nothing, and anything may refer to them.
                needed.add(object.id().name());
            }
        }
        List<QualifiedName> waiting = new ArrayList<>(open);
        while (!waiting.isEmpty()) {
            QualifiedName name = waiting.remove(waiting.size() - 1);
            Table table = tables.get(name);
            if (!needed.add(name) || table == null) {
                continue;
            }
            for (Constraint constraint : table.constraints()) {
                if (constraint instanceof ForeignKey key) {
                    waiting.add(key.referencedTable());
                }
            }
        }
        return needed;
    }

    private static Map<QualifiedName, Set<Index>> indexes(Map<ObjectId, SchemaObject> objects) {
        Map<QualifiedName, Set<Index>> indexes = new LinkedHashMap<>();
        for (SchemaObject object : objects.values()) {
            if (object instanceof Index index) {
                indexes.computeIfAbsent(index.table(), table -> new HashSet<>()).add(index);
            }
        }
        return indexes;
    }

    /** What a statement may speak of: every word in it. */
    private static Set<String> words(List<DdlStatement> statements) {
        Set<String> words = new HashSet<>();
        for (DdlStatement statement : statements) {
            Matcher matcher = WORD.matcher(statement.sql());
            while (matcher.find()) {
                words.add(matcher.group().toLowerCase(Locale.ROOT));
            }
        }
        return words;
    }

    /** The whole desired schema, once a server has said what the open statements make. */
    public Schema with(Schema built) {
        NavigableMap<ObjectId, SchemaObject> objects = new TreeMap<>(built.objects());
        settled.forEach(objects::putIfAbsent);
        return new Schema(
                objects,
                built.comments(),
                built.owners(),
                built.grants(),
                built.invalidIndexes(),
                built.dependencies(),
                built.viewColumns());
    }
}
