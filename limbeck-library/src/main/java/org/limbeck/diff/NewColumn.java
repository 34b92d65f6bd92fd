package org.limbeck.diff;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.limbeck.operation.AddColumn;
import org.limbeck.operation.AlterColumn;
import org.limbeck.operation.ColumnChange;
import org.limbeck.operation.Operation;
import org.limbeck.problem.Problem;
import org.limbeck.problem.ProblemCode;
import org.limbeck.schema.Column;
import org.limbeck.schema.ColumnValue;
import org.limbeck.schema.DataType;
import org.limbeck.schema.ObjectId;
import org.limbeck.schema.Table;

/** Adds a column to a table that may have rows, which need a value where the column takes no null. */
final class NewColumn {

    private final DiffOptions options;
    private final Findings findings;

    NewColumn(DiffOptions options, Findings findings) {
        this.options = options;
        this.findings = findings;
    }

    /**
     * Adds the column.
     *
     * @param isNew whether the desired schema brought it; otherwise it only comes again
     */
    List<Operation> operations(Table table, Column column, boolean isNew) {
        Operation add = new AddColumn(table.name(), column, Set.of());
        boolean needsValue = !column.nullable() && column.value() instanceof ColumnValue.None;
        if (!needsValue || !isNew || table.options().foreign() != null) {
            return List.of(add);
        }
        String neutral = options.neutralValues() ? neutral(column.type()) : null;
        if (neutral != null) {
            return List.of(
                    new AddColumn(table.name(), column.defaultSql(neutral), Set.of()),
                    new AlterColumn(
                            table.name(),
                            column.name(),
                            new ColumnChange.DefaultValue(
                                    new ColumnValue.None(), new ColumnValue.Expression(neutral))));
        }
        ObjectId id = ObjectId.column(table.name(), column.name());
        if (options.hasRows().test(table.name())) {
            findings.problem(missingValue(id, column));
        } else {
            findings.note(
                    id,
                    "new " + id.describe() + " takes no null and has no default: it can't be added where the table has"
                            + " rows");
        }
        return List.of(add);
    }

    private static Problem missingValue(ObjectId id, Column column) {
        String example = exampleOf(column.type());
        return Problem.of(
                        ProblemCode.INVALID_OPERATION,
                        "new " + id.describe() + " takes no null and has no default, and its table has rows")
                .hint("to give it a default in the entity:", "@ColumnDefault(\"" + example + "\")")
                .hint(
                        "to give it a default in a migration:",
                        "column(\"" + column.name() + "\", …).notNull().defaultSql(\"" + example + "\")")
                .hint("or let it take null, fill it, and forbid null in the next revision");
    }

    private static String exampleOf(DataType type) {
        String neutral = neutral(type);
        return neutral == null ? "…" : neutral;
    }

    /** The value that says nothing, for the types that have one. */
    private static @Nullable String neutral(DataType type) {
        if (type instanceof DataType.ArrayOf) {
            return "'{}'";
        }
        if (!(type instanceof DataType.BuiltIn builtIn)) {
            return null;
        }
        String name = builtIn.sql().toLowerCase(Locale.ROOT).replaceAll("\\(.*\\)", "");
        return switch (name) {
            case "smallint", "integer", "bigint", "numeric", "real", "double precision" -> "0";
            case "text", "character varying" -> "''";
            case "boolean" -> "false";
            case "json", "jsonb" -> "'{}'";
            default -> null;
        };
    }
}
