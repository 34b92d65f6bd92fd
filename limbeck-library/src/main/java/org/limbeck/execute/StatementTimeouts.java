package org.limbeck.execute;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.limbeck.plan.Step;
import org.limbeck.sql.Literals;

/**
 * Lifts what would end concurrent work in the middle and leave it half done: it waits as part of the work, and hinders
 * nobody by that. What the revision itself set stays.
 */
final class StatementTimeouts {

    private static final List<String> NAMES = List.of("lock_timeout", "statement_timeout");
    private static final Set<String> WORDS = Set.of("LOCK_TIMEOUT", "STATEMENT_TIMEOUT", "TRANSACTION_TIMEOUT");
    private static final int NEWEST_MAJOR_WITHOUT_TRANSACTION_TIMEOUT = 16;

    private final Catalog catalog;
    private final List<String> restoring;

    private StatementTimeouts(Catalog catalog, List<String> restoring) {
        this.catalog = catalog;
        this.restoring = restoring;
    }

    /** @param index the operation, counted from 0, that runs without timeouts */
    static StatementTimeouts lift(Session session, Step step, int index) throws SQLException {
        Catalog catalog = new Catalog(session.connection());
        List<String> restoring = new ArrayList<>();
        if (!isSetBy(step, index)) {
            List<String> names = new ArrayList<>(NAMES);
            if (session.connection().getMetaData().getDatabaseMajorVersion()
                    > NEWEST_MAJOR_WITHOUT_TRANSACTION_TIMEOUT) {
                names.add("transaction_timeout");
            }
            for (String name : names) {
                String value = catalog.value("SELECT current_setting('" + name + "')");
                if (value != null && !value.equals("0")) {
                    catalog.execute("SET " + name + " = 0");
                    restoring.add("SET " + name + " = " + Literals.text(value));
                }
            }
        }
        return new StatementTimeouts(catalog, restoring);
    }

    private static boolean isSetBy(Step step, int index) {
        return step.operations().subList(0, index).stream()
                .flatMap(operation -> operation.statements().stream())
                .anyMatch(statement -> statement.setsForSession()
                        && statement.words(3).stream().anyMatch(WORDS::contains));
    }

    /** Sets them again; where the connection is gone, there is nothing to set. */
    void restore() {
        try {
            for (String statement : restoring) {
                catalog.execute(statement);
            }
        } catch (SQLException gone) {
            // The work's own failure says so.
        }
    }
}
