package org.limbeck.execute;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.limbeck.plan.Bookkeeping;
import org.limbeck.plan.StepKind;

/** Reads the history. A database that was taken over from Alembic, or stamped, may have none. */
public record HistoryTable(Connection connection, Bookkeeping bookkeeping) {

    /**
     * What was recorded when a revision was applied last.
     *
     * @param checksum that of its file
     * @param operations its statements as text
     * @param standsOn what it stands on; null where an older Limbeck recorded it
     * @param downgrade the statements that undo it; null where there are none to be known
     */
    public record Applied(
            String revision,
            String message,
            String checksum,
            String operations,
            @Nullable List<String> standsOn,
            @Nullable String downgrade) {}

    /**
     * Where a database stands.
     *
     * @param rows the rows of the version table; empty optional where there is no such table
     * @param checksums of the revisions that were applied, those of their files at that time
     */
    public record Standing(Optional<Set<String>> rows, Map<String, String> checksums) {}

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
    public List<Applied> applied(Collection<String> revisions) throws SQLException {
        List<Applied> applied = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(bookkeeping.selectRecorded(revisions))) {
            // An older Limbeck made the table without them.
            boolean complete = hasColumn(row, "stands_on") && hasColumn(row, "downgrade");
            while (row.next()) {
                if (isApplied(row.getString("direction"))) {
                    String standsOn = complete ? row.getString("stands_on") : null;
                    applied.add(new Applied(
                            row.getString("revision"),
                            row.getString("message"),
                            row.getString("checksum"),
                            row.getString("operations"),
                            standsOn == null ? null : words(standsOn),
                            complete ? row.getString("downgrade") : null));
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

    private static boolean isApplied(String direction) {
        return direction.equals(StepKind.UPGRADE.word()) || direction.equals(Bookkeeping.ACCEPT);
    }

    private static List<String> words(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split(" ", -1));
    }

    private static boolean hasColumn(ResultSet rows, String name) throws SQLException {
        for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
            if (rows.getMetaData().getColumnName(i).equals(name)) {
                return true;
            }
        }
        return false;
    }
}
