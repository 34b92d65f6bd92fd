package org.limbeck.sql;

import java.util.ArrayList;
import java.util.List;
import org.limbeck.schema.Column;
import org.limbeck.schema.Constraint;
import org.limbeck.schema.Table;

/** Writes {@code CREATE TABLE}, one element a line, the types in one column, so that a long one reads well. */
final class TableSql {

    /** Beyond this width a long name no longer pushes the types of all others aside. */
    private static final int WIDEST_NAME = 32;

    private TableSql() {}

    static String create(Table table, boolean ifNotExists) {
        int width = 0;
        for (Column column : table.columns()) {
            int length = Identifiers.quoted(column.name()).length();
            width = length <= WIDEST_NAME ? Math.max(width, length) : width;
        }
        List<String> lines = new ArrayList<>();
        for (Column column : table.columns()) {
            String name = Identifiers.quoted(column.name());
            lines.add(
                    "    " + name + " ".repeat(Math.max(1, width + 1 - name.length())) + ColumnSql.definition(column));
        }
        for (Constraint constraint : table.constraints()) {
            lines.add("    " + ConstraintSql.definition(constraint));
        }
        String head = "CREATE TABLE " + (ifNotExists ? "IF NOT EXISTS " : "") + Identifiers.quoted(table.name());
        return lines.isEmpty() ? head + " ()" : head + " (\n" + String.join(",\n", lines) + "\n)";
    }
}
