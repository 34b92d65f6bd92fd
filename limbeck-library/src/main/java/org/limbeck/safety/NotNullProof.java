package org.limbeck.safety;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.limbeck.schema.Names;
import org.limbeck.schema.QualifiedName;
import org.limbeck.sql.Identifiers;
import org.limbeck.sql.Statement;

/**
 * Makes a column not null without reading the table behind a lock: a constraint that isn't valid at first is validated while reads
 * and writes go on. Before PostgreSQL 18 that is a check, which proves to SET NOT NULL that there is nothing to look for.
 *
 * @param major of the server
 */
record NotNullProof(int major, QualifiedName table, String column) {

    private static final int NOT_NULL_CONSTRAINTS = 18;

    /** The name of the constraint that it takes. */
    String name() {
        return table.name() + "_" + column + (major >= NOT_NULL_CONSTRAINTS ? "_not_null" : "_limbeck_not_null");
    }

    /** Whether an earlier run began with it. */
    boolean isIn(Begun begun) {
        return statements().stream().limit(1).anyMatch(begun::has);
    }

    /** Nothing where there can be no constraint of the name that it takes, be it that the table has one already. */
    List<Statement> statements(RelationFacts of, Begun begun) {
        return of.constraint(name()) == null || isIn(begun) ? statements() : List.of();
    }

    /** Nothing where the name of the constraint that it takes would be too long. */
    List<Statement> statements() {
        String quoted = Identifiers.quoted(column);
        String name = name();
        if (name.getBytes(StandardCharsets.UTF_8).length > Names.MAXIMUM_BYTES) {
            return List.of();
        }
        String alter = "ALTER TABLE " + Identifiers.quoted(table) + " ";
        String add = alter + "ADD CONSTRAINT " + Identifiers.quoted(name);
        if (major >= NOT_NULL_CONSTRAINTS) {
            return List.of(new Statement(add + " NOT NULL " + quoted + " NOT VALID", true), validate(table, name));
        }
        return List.of(
                new Statement(add + " CHECK (" + quoted + " IS NOT NULL) NOT VALID", true),
                validate(table, name),
                new Statement(alter + "ALTER COLUMN " + quoted + " SET NOT NULL", true),
                new Statement(alter + "DROP CONSTRAINT " + Identifiers.quoted(name), true));
    }

    /** It must not run in the transaction that took the lock for the constraint. */
    static Statement validate(QualifiedName table, String name) {
        return new Statement(
                "ALTER TABLE " + Identifiers.quoted(table) + " VALIDATE CONSTRAINT " + Identifiers.quoted(name), false);
    }
}
