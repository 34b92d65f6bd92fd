package org.limbeck.diff;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.limbeck.schema.Column;
import org.limbeck.schema.ColumnValue;
import org.limbeck.schema.Constraint;
import org.limbeck.schema.Namespace;
import org.limbeck.schema.ObjectId;
import org.limbeck.schema.ObjectKind;
import org.limbeck.schema.QualifiedName;
import org.limbeck.schema.Schema;
import org.limbeck.schema.Table;

/** The elements that need each other: objects, and the columns and constraints of tables. */
final class Elements {

    private static final List<ObjectKind> TYPES =
            List.of(ObjectKind.ENUM, ObjectKind.DOMAIN, ObjectKind.COMPOSITE_TYPE, ObjectKind.RANGE_TYPE);

    private Elements() {}

    /** One identity for tables of every sort, so that it doesn't matter who says which sort it is. */
    static ObjectId of(ObjectId id) {
        return id.kind() == ObjectKind.FOREIGN_TABLE ? ObjectId.table(id.name()) : id;
    }

    static ObjectId of(Table table, Column column) {
        return ObjectId.column(table.name(), column.name());
    }

    static ObjectId of(Table table, Constraint constraint) {
        return ObjectId.constraint(table.name(), nameOf(constraint));
    }

    /** The name of a constraint that was read from a catalog, where all have one. */
    static String nameOf(Constraint constraint) {
        String name = constraint.name();
        if (name == null) {
            throw new IllegalArgumentException("a constraint without a name can't be compared: " + constraint);
        }
        return name;
    }

    /** The table itself, its columns and its constraints. */
    static Set<ObjectId> of(Table table) {
        Set<ObjectId> ids = new HashSet<>();
        ids.add(ObjectId.table(table.name()));
        table.columns().forEach(column -> ids.add(of(table, column)));
        table.constraints().forEach(constraint -> ids.add(of(table, constraint)));
        return ids;
    }

    static Map<String, Column> columns(Table table) {
        return table.columns().stream().collect(Collectors.toMap(Column::name, Function.identity()));
    }

    static Map<String, Constraint> constraints(Table table) {
        return table.constraints().stream().collect(Collectors.toMap(Elements::nameOf, Function.identity()));
    }

    static @Nullable Column column(Table table, String name) {
        for (Column column : table.columns()) {
            if (column.name().equals(name)) {
                return column;
            }
        }
        return null;
    }

    static @Nullable Constraint constraint(Table table, String name) {
        for (Constraint constraint : table.constraints()) {
            if (name.equals(constraint.name())) {
                return constraint;
            }
        }
        return null;
    }

    /** Whether the element is there, be it an object, a constraint, or a column, also one that comes from a parent. */
    static boolean contains(Schema schema, ObjectId id) {
        String part = String.valueOf(id.part());
        if (id.kind() == ObjectKind.COLUMN) {
            Table table = schema.table(id.name());
            return table == null
                    ? schema.object(relation(schema, id.name())) != null
                    : column(table, part) != null || hasParents(table);
        }
        if (id.kind() == ObjectKind.CONSTRAINT) {
            Table table = schema.table(id.name());
            return table != null && constraint(table, part) != null;
        }
        if (id.kind() == ObjectKind.TABLE) {
            return schema.table(id.name()) != null;
        }
        return id.equals(Namespace.PUBLIC) || schema.object(id) != null;
    }

    /** Whether the table has columns that its record doesn't list. */
    private static boolean hasParents(Table table) {
        return table.options().partition() != null
                || !table.options().inherits().isEmpty();
    }

    /** What has columns: a view, a materialized view or a composite type of that name, else a table. */
    static ObjectId relation(Schema schema, QualifiedName name) {
        for (ObjectKind kind : List.of(ObjectKind.VIEW, ObjectKind.MATERIALIZED_VIEW, ObjectKind.COMPOSITE_TYPE)) {
            if (schema.object(ObjectId.of(kind, name)) != null) {
                return ObjectId.of(kind, name);
            }
        }
        return ObjectId.table(name);
    }

    /** The type of that name where somebody created it here. */
    static @Nullable ObjectId type(Schema schema, QualifiedName name) {
        for (ObjectKind kind : TYPES) {
            ObjectId id = ObjectId.of(kind, name);
            if (schema.object(id) != null) {
                return id;
            }
        }
        return schema.table(name) == null ? null : ObjectId.table(name);
    }

    static boolean isType(ObjectKind kind) {
        return TYPES.contains(kind);
    }

    static boolean isGenerated(Column column) {
        return column.value() instanceof ColumnValue.Generated;
    }

    /** Whether the column takes its values from a sequence that is an object of its own. */
    static boolean isSerial(Column column) {
        return column.value() instanceof ColumnValue.Expression expression
                && expression.sql().startsWith("nextval(");
    }
}
