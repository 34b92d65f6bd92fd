package org.limbeck.sql;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.limbeck.schema.Check;
import org.limbeck.schema.Constraint;
import org.limbeck.schema.Deferrability;
import org.limbeck.schema.Exclusion;
import org.limbeck.schema.ForeignKey;
import org.limbeck.schema.MatchType;
import org.limbeck.schema.PrimaryKey;
import org.limbeck.schema.ReferentialAction;
import org.limbeck.schema.Unique;

/** Writes table constraints as they stand in {@code CREATE TABLE} and behind {@code ALTER TABLE … ADD}. */
public final class ConstraintSql {

    private ConstraintSql() {}

    /** The constraint with its name, if it has one. */
    public static String definition(Constraint constraint) {
        String name = constraint.name() == null ? "" : "CONSTRAINT " + Identifiers.quoted(constraint.name()) + " ";
        return name + body(constraint);
    }

    private static String body(Constraint constraint) {
        if (constraint instanceof PrimaryKey key) {
            return "PRIMARY KEY (" + Identifiers.quoted(key.columns()) + withoutOverlaps(key.temporal()) + ")"
                    + include(key.include()) + deferrability(key.deferrability());
        }
        if (constraint instanceof Unique unique) {
            return "UNIQUE " + (unique.nullsDistinct() ? "" : "NULLS NOT DISTINCT ") + "("
                    + Identifiers.quoted(unique.columns()) + withoutOverlaps(unique.temporal()) + ")"
                    + include(unique.include())
                    + deferrability(unique.deferrability());
        }
        if (constraint instanceof ForeignKey key) {
            return foreignKey(key);
        }
        if (constraint instanceof Check check) {
            return "CHECK (" + check.expression() + ")" + (check.inherited() ? "" : " NO INHERIT")
                    + unchecked(check.enforced(), check.validated());
        }
        return exclusion((Exclusion) constraint);
    }

    private static String foreignKey(ForeignKey key) {
        StringBuilder sql = new StringBuilder("FOREIGN KEY (")
                .append(columns(key.columns(), key.temporal()))
                .append(") REFERENCES ")
                .append(Identifiers.quoted(key.referencedTable()));
        if (!key.referencedColumns().isEmpty()) {
            sql.append(" (")
                    .append(columns(key.referencedColumns(), key.temporal()))
                    .append(')');
        }
        if (key.match() == MatchType.FULL) {
            sql.append(" MATCH FULL");
        }
        if (key.onDelete() != ReferentialAction.NO_ACTION) {
            sql.append(" ON DELETE ").append(words(key.onDelete()));
            if (!key.onDeleteColumns().isEmpty()) {
                sql.append(" (")
                        .append(Identifiers.quoted(key.onDeleteColumns()))
                        .append(')');
            }
        }
        if (key.onUpdate() != ReferentialAction.NO_ACTION) {
            sql.append(" ON UPDATE ").append(words(key.onUpdate()));
        }
        return sql.append(deferrability(key.deferrability()))
                .append(unchecked(key.enforced(), key.validated()))
                .toString();
    }

    /** The columns; of a temporal key the last one is a period. */
    private static String columns(List<String> columns, boolean temporal) {
        int last = columns.size() - 1;
        return temporal && last > 0
                ? Identifiers.quoted(columns.subList(0, last)) + ", PERIOD " + Identifiers.quoted(columns.get(last))
                : Identifiers.quoted(columns);
    }

    private static String withoutOverlaps(boolean temporal) {
        return temporal ? " WITHOUT OVERLAPS" : "";
    }

    private static String unchecked(boolean enforced, boolean validated) {
        return enforced ? validated ? "" : " NOT VALID" : " NOT ENFORCED";
    }

    private static String exclusion(Exclusion exclusion) {
        String elements = exclusion.elements().stream()
                .map(element -> IndexSql.element(element.element()) + " WITH " + element.operator())
                .collect(Collectors.joining(", "));
        return "EXCLUDE USING " + Identifiers.quoted(exclusion.method()) + " (" + elements + ")"
                + include(exclusion.include())
                + (exclusion.where() == null ? "" : " WHERE (" + exclusion.where() + ")")
                + deferrability(exclusion.deferrability());
    }

    private static String include(List<String> columns) {
        return columns.isEmpty() ? "" : " INCLUDE (" + Identifiers.quoted(columns) + ")";
    }

    private static String deferrability(Deferrability deferrability) {
        return switch (deferrability) {
            case NOT_DEFERRABLE -> "";
            case INITIALLY_IMMEDIATE -> " DEFERRABLE";
            case INITIALLY_DEFERRED -> " DEFERRABLE INITIALLY DEFERRED";
        };
    }

    private static String words(ReferentialAction action) {
        return action.name().toUpperCase(Locale.ROOT).replace('_', ' ');
    }
}
