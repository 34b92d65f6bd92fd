package org.limbeck.execute;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.limbeck.plan.Bookkeeping;

/** Reads the history. */
public record History(Connection connection, Bookkeeping bookkeeping) {

    private static final String UNDEFINED_TABLE = "42P01";
    private static final String UNDEFINED_SCHEMA = "3F000";

    /**
     * A step that was run or is being run.
     *
     * @param direction upgrade, downgrade or stamp
     * @param finished null where it was not finished
     * @param operationsDone how many of its operations are committed
     * @param inFlight a statement that was sent and of which nobody knows what it did; null for none
     * @param failure why it was not finished; null where nobody could say
     */
    public record Entry(
            String revision,
            String direction,
            String message,
            Instant started,
            @Nullable Instant finished,
            String by,
            int operationsDone,
            @Nullable String inFlight,
            @Nullable String failure) {}

    /** The last steps, what is unfinished first, then newest first; none where there is no history. */
    public List<Entry> last(int atMost) throws SQLException {
        try {
            return entries(bookkeeping.selectLast(atMost));
        } catch (SQLException exception) {
            if (isMissing(exception)) {
                return List.of();
            }
            throw exception;
        }
    }

    /**
     * The revisions that were applied since the last stamp and not undone; none where there is no history. A stamp may say
     * anything, so that nothing before it counts.
     */
    public Set<String> applied() throws SQLException {
        try {
            return new LinkedHashSet<>(new Catalog(connection).values(bookkeeping.selectApplied()));
        } catch (SQLException exception) {
            if (isMissing(exception)) {
                return Set.of();
            }
            throw exception;
        }
    }

    private List<Entry> entries(String query) throws SQLException {
        List<Entry> entries = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            while (row.next()) {
                java.sql.Timestamp finished = row.getTimestamp("finished_at");
                entries.add(new Entry(
                        row.getString("revision"),
                        row.getString("direction"),
                        row.getString("message"),
                        row.getTimestamp("started_at").toInstant(),
                        finished == null ? null : finished.toInstant(),
                        row.getString("applied_by"),
                        row.getInt("operations_done"),
                        row.getString("in_flight"),
                        row.getString("failure")));
            }
        }
        return entries;
    }

    private static boolean isMissing(SQLException exception) {
        String state = String.valueOf(exception.getSQLState());
        return state.equals(UNDEFINED_TABLE) || state.equals(UNDEFINED_SCHEMA);
    }
}
