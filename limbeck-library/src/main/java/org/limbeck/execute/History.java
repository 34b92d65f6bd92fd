package org.limbeck.execute;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.limbeck.plan.Bookkeeping;
import org.limbeck.plan.Interruption;
import org.limbeck.plan.StepKind;
import org.limbeck.sql.Identifiers;
import org.limbeck.sql.Literals;

/** Reads the history. A database that was taken over from Alembic, or stamped, may have none. */
public record History(Connection connection, Bookkeeping bookkeeping) {

    /**
     * A step that was run or is being run.
     *
     * @param direction upgrade, downgrade or stamp
     * @param finished null where it was not finished
     * @param operationsDone how many of its operations are committed
     * @param inFlight a statement that was sent and of which nobody knows what it did; null for none
     * @param rowsDone how many rows were looked at, where that statement changes rows in batches; null otherwise
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
            @Nullable Long rowsDone,
            @Nullable String failure) {

        /** What goes on with it, where it was not finished. */
        public String command() {
            return Interruption.command(direction, revision);
        }
    }

    /**
     * What was recorded when a revision was applied last.
     *
     * @param checksum that of its file
     * @param written the statements that it said, as text
     * @param sent the statements that were run for that
     * @param standsOn what it stands on; null where an older Limbeck recorded it
     * @param downgrade the statements that undo it; null where there are none to be known
     */
    public record Applied(
            String revision,
            String message,
            String checksum,
            String written,
            String sent,
            @Nullable List<String> standsOn,
            @Nullable String downgrade) {

        /** Whether a migration that says these statements says what was applied. */
        public boolean isSaidBy(String statements) {
            return statements.equals(written) || statements.equals(sent);
        }
    }

    /**
     * Where a database stands.
     *
     * @param rows the rows of the version table; empty optional where there is no such table
     * @param checksums of the revisions that were applied, those of their files at that time
     */
    public record Standing(Optional<Set<String>> rows, Map<String, String> checksums) {}

    /** The last steps, what is unfinished first, then newest first; none where there is no history. */
    public List<Entry> last(int atMost) throws SQLException {
        try {
            return entries(bookkeeping.selectLast(atMost));
        } catch (SQLException exception) {
            if (VersionTable.isMissing(exception)) {
                return List.of();
            }
            throw exception;
        }
    }

    /** How far a run came that was interrupted, or is at work; empty where there is none, or no history. */
    public Optional<Interruption> interruption() throws SQLException {
        String table = Literals.text(Identifiers.quoted(bookkeeping.historyTable()));
        // An error would abort the transaction of whoever asks.
        return new Catalog(connection).value("SELECT to_regclass(" + table + ")") == null
                ? Optional.empty()
                : Unfinished.find(connection, bookkeeping).map(Unfinished::interruption);
    }

    /**
     * The revisions that were applied since the last stamp and not undone; none where there is no history. A stamp may say
     * anything, so that nothing before it counts.
     */
    public Set<String> applied() throws SQLException {
        try {
            return new LinkedHashSet<>(new Catalog(connection).values(bookkeeping.selectApplied()));
        } catch (SQLException exception) {
            if (VersionTable.isMissing(exception)) {
                return Set.of();
            }
            throw exception;
        }
    }

    /** The rows of the version table and the checksums of the history, in one round trip where both tables are there. */
    public Standing standing() throws SQLException {
        VersionTable versions = new VersionTable(connection, bookkeeping);
        try (Statement statement = connection.createStatement()) {
            statement.execute(bookkeeping.selectRows() + ";\n" + bookkeeping.selectChecksums());
            Set<String> rows;
            try (ResultSet result = statement.getResultSet()) {
                rows = VersionTable.rows(result);
            }
            Map<String, String> checksums = new HashMap<>();
            statement.getMoreResults();
            try (ResultSet result = statement.getResultSet()) {
                while (result.next()) {
                    if (isApplied(result.getString(2)) && !result.getString(3).isEmpty()) {
                        checksums.put(result.getString(1), result.getString(3));
                    }
                }
            }
            return new Standing(Optional.of(rows), checksums);
        } catch (SQLException exception) {
            if (VersionTable.isMissing(exception)) {
                return new Standing(versions.rows(), Map.of());
            }
            throw exception;
        }
    }

    /** What was recorded of some revisions; of those that were applied without a row of the history, nothing. */
    public List<Applied> recorded(Collection<String> revisions) throws SQLException {
        List<Applied> applied = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(bookkeeping.selectRecorded(revisions))) {
            Set<String> columns = columns(row);
            while (row.next()) {
                if (isApplied(row.getString("direction"))) {
                    String sent = row.getString("operations");
                    String written = newer(row, columns, "written");
                    String standsOn = newer(row, columns, "stands_on");
                    applied.add(new Applied(
                            row.getString("revision"),
                            row.getString("message"),
                            row.getString("checksum"),
                            written == null ? sent : written,
                            sent,
                            standsOn == null ? null : words(standsOn),
                            newer(row, columns, "downgrade")));
                }
            }
            return applied;
        } catch (SQLException exception) {
            if (VersionTable.isMissing(exception)) {
                return applied;
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
                        BatchPosition.rows(row.getString("found_before")),
                        row.getString("failure")));
            }
        }
        return entries;
    }

    private static boolean isApplied(String direction) {
        return direction.equals(StepKind.UPGRADE.word()) || direction.equals(Bookkeeping.ACCEPT);
    }

    private static List<String> words(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split(" ", -1));
    }

    /** What an older Limbeck may not have recorded; it made the table without the column. */
    private static @Nullable String newer(ResultSet row, Set<String> columns, String name) throws SQLException {
        return columns.contains(name) ? row.getString(name) : null;
    }

    private static Set<String> columns(ResultSet rows) throws SQLException {
        Set<String> columns = new HashSet<>();
        for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
            columns.add(rows.getMetaData().getColumnName(i));
        }
        return columns;
    }
}
