package org.limbeck.safety;

import java.util.List;
import java.util.Set;
import org.limbeck.ddl.AlterAction;
import org.limbeck.ddl.ColumnDefinition;
import org.limbeck.ddl.ConstraintDefinition;
import org.limbeck.ddl.Expression;
import org.limbeck.schema.QualifiedName;

/** Hazards of columns that are added or changed. */
record ColumnLint(List<Finding> findings) {

    /** The functions of PostgreSQL that give each row another value, as far as they stand in defaults. */
    private static final Set<String> VOLATILE = Set.of(
            "clock_timestamp",
            "gen_random_uuid",
            "nextval",
            "random",
            "timeofday",
            "uuid_generate_v1",
            "uuid_generate_v4",
            "uuidv4",
            "uuidv7");

    void added(QualifiedName table, ColumnDefinition column) {
        String name = Scope.quoted(column.name());
        Expression value = column.defaultValue();
        boolean calls =
                value != null && value.functions().stream().anyMatch(function -> VOLATILE.contains(function.name()));
        if (column.numbered() || column.generated() == ColumnDefinition.Generated.STORED || calls) {
            findings.add(new Finding(
                    LintCode.FILLED_COLUMN,
                    "reads and writes of " + table + " wait until all rows are written anew",
                    calls && value != null && column.generated() == ColumnDefinition.Generated.NO
                            ? List.of(
                                    "ALTER TABLE " + table + " ADD COLUMN " + name + " "
                                            + column.type().resolvable(),
                                    "ALTER TABLE " + table + " ALTER COLUMN " + name + " SET DEFAULT " + value.text())
                            : List.of()));
        } else if (column.notNull() && value == null) {
            findings.add(new Finding(
                    LintCode.REQUIRED_COLUMN,
                    "it fails if " + table + " has rows, and programs that don't know " + column.name()
                            + " can't insert",
                    List.of()));
        }
        for (ConstraintDefinition constraint : column.constraints()) {
            boolean filled = constraint.kind() != ConstraintDefinition.Kind.FOREIGN_KEY || value != null;
            if (filled && !constraint.notEnforced()) {
                findings.add(new Finding(
                        LintCode.CHECKED_COLUMN,
                        "reads and writes of " + table
                                + " wait until all rows are checked; add the constraint by itself",
                        List.of()));
            }
        }
    }

    void changed(QualifiedName table, AlterAction.SetType set) {
        findings.add(new Finding(
                LintCode.TYPE_CHANGE,
                "whether reads and writes of " + table
                        + " wait until all rows are written anew depends on the database: ask" + " limbeck plan",
                List.of()));
    }
}
