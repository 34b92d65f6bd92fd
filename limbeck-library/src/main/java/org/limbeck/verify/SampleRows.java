package org.limbeck.verify;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.limbeck.schema.ForeignKey;
import org.limbeck.schema.QualifiedName;
import org.limbeck.schema.Schema;
import org.limbeck.schema.Table;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/**
 * Puts sample rows into the tables of a scratch database, once for each shape that a table has had. A table whose conditions
 * no sample meets stays without.
 */
final class SampleRows {

    private static final String CHECK_VIOLATION = "23514";
    /** The class of errors in values, such as a text that is no number. */
    private static final String DATA_EXCEPTION = "22";

    private static final int MOST_ATTEMPTS = 60;

    private final Map<QualifiedName, Table> filled = new HashMap<>();
    private final Set<QualifiedName> empty = new HashSet<>();
    private int salt;

    /** Forgets what was filled: the database is a new one. */
    void clear() {
        filled.clear();
    }

    /** Tables whose conditions no sample met. */
    List<String> empty() {
        return empty.stream().map(QualifiedName::toString).sorted().toList();
    }

    /** Fills the tables that are new or have changed since the last time. */
    void fill(Connection connection, Schema schema) throws SQLException {
        List<Table> wanted = new ArrayList<>();
        for (Table table : schema.all(Table.class)) {
            if (takesRows(table) && !table.equals(filled.get(table.name()))) {
                wanted.add(table);
            }
        }
        if (wanted.isEmpty()) {
            return;
        }
        connection.setAutoCommit(false);
        try {
            for (Table table : parentsFirst(wanted)) {
                fill(connection, schema, table);
                filled.put(table.name(), table);
            }
            connection.commit();
        } finally {
            connection.setAutoCommit(true);
        }
    }

    private static boolean takesRows(Table table) {
        return table.options().foreign() == null
                && table.options().partition() == null
                && table.options().inherits().isEmpty();
    }

    private static List<Table> parentsFirst(List<Table> tables) {
        Map<QualifiedName, Table> left = new HashMap<>();
        tables.forEach(table -> left.put(table.name(), table));
        List<Table> ordered = new ArrayList<>();
        for (Table table : tables) {
            add(table, left, ordered);
        }
        return ordered;
    }

    private static void add(Table table, Map<QualifiedName, Table> left, List<Table> ordered) {
        if (left.remove(table.name()) == null) {
            return;
        }
        for (QualifiedName parent : parents(table)) {
            Table waiting = left.get(parent);
            if (waiting != null) {
                add(waiting, left, ordered);
            }
        }
        ordered.add(table);
    }

    private static List<QualifiedName> parents(Table table) {
        return table.constraints().stream()
                .filter(ForeignKey.class::isInstance)
                .map(constraint -> ((ForeignKey) constraint).referencedTable())
                .toList();
    }

    private void fill(Connection connection, Schema schema, Table table) throws SQLException {
        int rows = 0;
        for (SampleRow.Filling filling : SampleRow.Filling.values()) {
            // Types have room for a thousand samples; beyond that rows may collide and are left out.
            salt = (salt + 1) % 1_000;
            if (inserted(connection, SampleRow.of(schema, table, filling, salt))) {
                rows++;
            }
        }
        if (rows == 0 && !filled.containsKey(table.name())) {
            empty.add(table.name());
        } else {
            empty.remove(table.name());
        }
    }

    private static boolean inserted(Connection connection, SampleRow row) throws SQLException {
        String refusing = "";
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            Savepoint savepoint = connection.setSavepoint();
            try (Statement statement = connection.createStatement()) {
                statement.setEscapeProcessing(false);
                statement.execute(row.insert());
                connection.releaseSavepoint(savepoint);
                return true;
            } catch (SQLException refused) {
                connection.rollback(savepoint);
                String state = String.valueOf(refused.getSQLState());
                if (state.equals(CHECK_VIOLATION)) {
                    refusing = constraint(refused);
                }
                boolean value = state.equals(CHECK_VIOLATION) || isBadCandidate(state);
                if (!value || refusing.isEmpty() || !row.avoid(refusing)) {
                    return false;
                }
            }
        }
        return false;
    }

    /** A value that was taken out of a check may be of another type. */
    private static boolean isBadCandidate(String state) {
        return state.startsWith(DATA_EXCEPTION) || state.equals("42804");
    }

    private static String constraint(SQLException refused) {
        ServerErrorMessage message = refused instanceof PSQLException server ? server.getServerErrorMessage() : null;
        return message == null ? "" : Objects.requireNonNullElse(message.getConstraint(), "");
    }
}
