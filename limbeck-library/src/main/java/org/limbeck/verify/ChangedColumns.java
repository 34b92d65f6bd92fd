package org.limbeck.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.limbeck.schema.Column;
import org.limbeck.schema.DataType;
import org.limbeck.schema.ObjectId;
import org.limbeck.schema.ObjectKind;
import org.limbeck.schema.QualifiedName;
import org.limbeck.schema.Schema;
import org.limbeck.schema.Table;

/** Columns that are there before and after a step, and may take other values after it. */
final class ChangedColumns {

    private ChangedColumns() {}

    /** The tables after the step that have such columns, with these columns only. */
    static List<Table> of(Schema before, Schema after) {
        List<Table> tables = new ArrayList<>();
        for (Table table : after.all(Table.class)) {
            Table earlier = before.table(table.name());
            if (earlier == null) {
                continue;
            }
            List<Column> changed = new ArrayList<>();
            for (Column column : table.columns()) {
                for (Column old : earlier.columns()) {
                    if (old.name().equals(column.name()) && takesOthers(before, after, old, column)) {
                        changed.add(column);
                    }
                }
            }
            if (!changed.isEmpty()) {
                tables.add(new Table(table.name(), changed, List.of(), table.options(), table.comment()));
            }
        }
        return tables;
    }

    private static boolean takesOthers(Schema before, Schema after, Column old, Column column) {
        return !old.type().equals(column.type())
                || old.nullable() != column.nullable()
                || !Objects.equals(type(before, old.type()), type(after, column.type()));
    }

    /** An enum or a domain, which may have other values under the same name. */
    private static @Nullable Object type(Schema schema, DataType type) {
        if (type instanceof DataType.ArrayOf array) {
            return type(schema, array.element());
        }
        if (type instanceof DataType.Named named) {
            QualifiedName name = named.name();
            Object found = schema.object(ObjectId.of(ObjectKind.ENUM, name));
            return found == null ? schema.object(ObjectId.of(ObjectKind.DOMAIN, name)) : found;
        }
        return null;
    }
}
