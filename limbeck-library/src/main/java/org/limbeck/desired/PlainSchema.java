package org.limbeck.desired;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.limbeck.schema.Column;
import org.limbeck.schema.Constraint;
import org.limbeck.schema.EnumType;
import org.limbeck.schema.ForeignKey;
import org.limbeck.schema.Index;
import org.limbeck.schema.NamingConvention;
import org.limbeck.schema.ObjectId;
import org.limbeck.schema.PrimaryKey;
import org.limbeck.schema.QualifiedName;
import org.limbeck.schema.SchemaObject;
import org.limbeck.schema.Sequence;
import org.limbeck.schema.Table;
import org.limbeck.schema.Unique;

/** The objects that plain statements make, while they are being read. */
final class PlainSchema {

    private static final Comparator<Constraint> IN_ORDER = Comparator.<Constraint>comparingInt(PlainSchema::rank)
            .thenComparing(constraint -> String.valueOf(constraint.name()));

    private final Map<QualifiedName, EnumType> enums = new LinkedHashMap<>();
    private final Map<QualifiedName, Sequence> sequences = new LinkedHashMap<>();
    private final Map<QualifiedName, Table> tables = new LinkedHashMap<>();
    private final Map<QualifiedName, Index> indexes = new LinkedHashMap<>();
    private final Set<QualifiedName> relationNames = new HashSet<>();

    Set<QualifiedName> enums() {
        return enums.keySet();
    }

    boolean hasTable(QualifiedName name) {
        return tables.containsKey(name);
    }

    void add(EnumType type) throws NotPlain {
        claim(type.name());
        enums.put(type.name(), type);
    }

    void add(Sequence sequence) throws NotPlain {
        claim(sequence.name());
        sequences.put(sequence.name(), sequence);
    }

    /** Adds a table; keys that come with it and have no name get the server's. */
    void add(Table table) throws NotPlain {
        claim(table.name());
        tables.put(table.name(), table.constraints(List.of()));
        for (Constraint constraint : table.constraints()) {
            add(table.name(), constraint);
        }
    }

    void add(QualifiedName tableName, Constraint constraint) throws NotPlain {
        Table table = table(tableName);
        Constraint named = NamingConvention.POSTGRESQL.named(tableName, complete(table, constraint));
        String name = String.valueOf(named.name());
        List<Constraint> constraints = new ArrayList<>(table.constraints());
        if (constraints.stream().anyMatch(other -> name.equals(other.name()))) {
            throw new NotPlain();
        }
        if (!(named instanceof ForeignKey)) {
            claim(tableName.withName(name));
        }
        constraints.add(named);
        constraints.sort(IN_ORDER);
        tables.put(tableName, table.constraints(constraints));
    }

    /** Adds an index; one without a name gets the server's. */
    ObjectId add(Index index) throws NotPlain {
        Table table = table(index.table());
        for (var element : index.elements()) {
            requireColumn(table, element.term());
        }
        Index named = NamingConvention.POSTGRESQL.named(index);
        QualifiedName name = index.table().withName(String.valueOf(named.name()));
        claim(name);
        indexes.put(name, named);
        return named.id();
    }

    void comment(QualifiedName tableName, String text) throws NotPlain {
        Table table = table(tableName);
        tables.put(
                tableName,
                new Table(table.name(), table.columns(), table.constraints(), table.options(), orNull(text)));
    }

    void comment(QualifiedName tableName, String columnName, String text) throws NotPlain {
        Table table = table(tableName);
        requireColumn(table, columnName);
        List<Column> columns = table.columns().stream()
                .map(column -> column.name().equals(columnName)
                        ? new Column(
                                column.name(),
                                column.type(),
                                column.nullable(),
                                column.value(),
                                column.collation(),
                                column.storage(),
                                orNull(text))
                        : column)
                .toList();
        tables.put(tableName, new Table(table.name(), columns, table.constraints(), table.options(), table.comment()));
    }

    Map<ObjectId, SchemaObject> objects() {
        Map<ObjectId, SchemaObject> objects = new LinkedHashMap<>();
        enums.values().forEach(object -> objects.put(object.id(), object));
        sequences.values().forEach(object -> objects.put(object.id(), object));
        tables.values().forEach(object -> objects.put(object.id(), object));
        indexes.values().forEach(object -> objects.put(object.id(), object));
        return objects;
    }

    /** The constraint as the catalog says it: a foreign key with the columns that it refers to. */
    private Constraint complete(Table table, Constraint constraint) throws NotPlain {
        if (constraint instanceof PrimaryKey key) {
            requireColumns(table, key.columns());
        }
        if (constraint instanceof Unique unique) {
            requireColumns(table, unique.columns());
        }
        if (!(constraint instanceof ForeignKey key)) {
            return constraint;
        }
        requireColumns(table, key.columns());
        Table referenced = table(key.referencedTable());
        if (!key.referencedColumns().isEmpty()) {
            requireColumns(referenced, key.referencedColumns());
            return key;
        }
        for (Constraint other : referenced.constraints()) {
            if (other instanceof PrimaryKey primary) {
                ForeignKey complete = ForeignKey.of(
                        key.columns(),
                        key.referencedTable().text(),
                        primary.columns().toArray(new String[0]));
                ForeignKey acting = complete.onDelete(key.onDelete());
                return key.name() == null ? acting : acting.named(key.name());
            }
        }
        throw new NotPlain();
    }

    private Table table(QualifiedName name) throws NotPlain {
        Table table = tables.get(name);
        if (table == null) {
            throw new NotPlain();
        }
        return table;
    }

    private static void requireColumns(Table table, List<String> names) throws NotPlain {
        for (String name : names) {
            requireColumn(table, name);
        }
    }

    private static void requireColumn(Table table, String name) throws NotPlain {
        if (table.columns().stream().noneMatch(column -> column.name().equals(name))) {
            throw new NotPlain();
        }
    }

    /** Tables, indexes, sequences and types share their names; what the server does on a clash is its own business. */
    private void claim(QualifiedName name) throws NotPlain {
        if (!relationNames.add(name)) {
            throw new NotPlain();
        }
    }

    private static @Nullable String orNull(String comment) {
        return comment.isEmpty() ? null : comment;
    }

    private static int rank(Constraint constraint) {
        if (constraint instanceof PrimaryKey) {
            return 0;
        }
        if (constraint instanceof Unique) {
            return 1;
        }
        return constraint instanceof ForeignKey ? 2 : 3;
    }
}
