package org.limbeck.desired;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.limbeck.catalog.DdlStatement;
import org.limbeck.schema.Constraint;
import org.limbeck.schema.ForeignKey;
import org.limbeck.schema.Index;
import org.limbeck.schema.ObjectId;
import org.limbeck.schema.QualifiedName;
import org.limbeck.schema.Schema;
import org.limbeck.schema.SchemaObject;
import org.limbeck.schema.Table;

/**
 * Settles without a server what is obviously as it should be: a table whose statements are all plain, and which has in the
 * actual schema all that they say, exactly as they say it. For a large schema in which little has changed that is nearly all
 * of it, and building it would be most of the work.
 *
 * @param settled objects as they should be
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
            if (read.makes() == null) {
                opaque.add(read.statement());
            }
        }
        Set<String> words = words(opaque);
        Set<QualifiedName> named = new HashSet<>();
        Set<QualifiedName> open = new HashSet<>();
        for (SchemaObject object : entities.objects().values()) {
            QualifiedName owner = owner(object);
            if (!opaque.isEmpty()
                    && (isNamed(owner, words) || isNamed(object.id().name(), words))) {
                named.add(owner);
            }
            if (named.contains(owner) || !isThere(object, actual)) {
                open.add(owner);
            }
        }
        boolean allSettled = open.isEmpty() && opaque.isEmpty();
        Set<QualifiedName> needed = allSettled ? Set.of() : needed(open, entities.objects());
        Map<ObjectId, SchemaObject> settled = new HashMap<>();
        for (SchemaObject object : entities.objects().values()) {
            QualifiedName owner = owner(object);
            if (!needed.contains(owner)
                    || (isDispensable(object) && !named.contains(owner) && isThere(object, actual))) {
                settled.put(object.id(), settled(object, actual));
            }
        }
        List<DdlStatement> statements = new ArrayList<>();
        for (PlainStatements.Read read : entities.statements()) {
            if (read.makes() == null || !settled.containsKey(read.makes())) {
                statements.add(read.statement());
            }
        }
        statements.addAll(others);
        return new PlainPart(settled, statements);
    }

    private static QualifiedName owner(SchemaObject object) {
        return object instanceof Index index ? index.table() : object.id().name();
    }

    /**
     * Whether everything that is said of an object is as it is said. A table may have more: that it shouldn't needs no server.
     * The order of columns counts for nothing.
     */
    private static boolean isThere(SchemaObject plain, Schema actual) {
        SchemaObject there = actual.object(plain.id());
        if (plain instanceof Table table && there instanceof Table other) {
            return table.options().equals(other.options())
                    && Objects.equals(table.comment(), other.comment())
                    && other.columns().containsAll(table.columns())
                    && other.constraints().containsAll(table.constraints());
        }
        return plain.equals(there);
    }

    /** Whether the rest can be built without it; a foreign key may rest on a unique index. */
    private static boolean isDispensable(SchemaObject object) {
        return object instanceof Index index && !index.unique();
    }

    /** The object as it is there, if it has nothing that it shouldn't: comparisons see at once that it is the very same. */
    private static SchemaObject settled(SchemaObject plain, Schema actual) {
        SchemaObject there = actual.object(plain.id());
        boolean more = plain instanceof Table table
                && there instanceof Table other
                && (other.columns().size() > table.columns().size()
                        || other.constraints().size() > table.constraints().size());
        return there == null || more ? plain : there;
    }

    /** Whether a statement that isn't understood may speak of it; of a name that is no word nobody can say. */
    private static boolean isNamed(QualifiedName name, Set<String> words) {
        return words.contains(name.name().toLowerCase(Locale.ROOT))
                || !WORD.matcher(name.name()).matches();
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
