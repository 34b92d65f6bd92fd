package org.limbeck.catalog;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.Optional;
import org.limbeck.safety.ReadRate;
import org.limbeck.safety.RelationFacts;
import org.limbeck.schema.QualifiedName;
import org.limbeck.sql.Identifiers;

/** Measures how fast the server reads a table, by a short sample of it. */
public final class ReadRateReader {

    /** Less than this is read in no time, whatever the rate. */
    private static final long WORTHWHILE = 1 << 20;

    private static final long SAMPLE = 32L << 20;

    private static final double WHOLE = 100;
    private static final double NANOS = 1e9;

    private ReadRateReader() {}

    /**
     * Reads at most 32 MB of a table, for at most two seconds, and gives up where somebody has it locked. Empty if the table is too
     * small to tell, or may not be read.
     *
     * @param connection outside a transaction
     */
    public static Optional<ReadRate> measure(Connection connection, RelationFacts table) throws SQLException {
        if (table.bytes() < WORTHWHILE) {
            return Optional.empty();
        }
        double percent = Math.min(WHOLE, WHOLE * SAMPLE / table.bytes());
        String name = Identifiers.quoted(new QualifiedName(table.schema(), table.name()));
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET LOCAL lock_timeout = '200ms'; SET LOCAL statement_timeout = '2s'");
            long begin = System.nanoTime();
            statement.execute(
                    String.format(Locale.ROOT, "SELECT count(*) FROM %s TABLESAMPLE SYSTEM (%f)", name, percent));
            double seconds = Math.max(1, System.nanoTime() - begin) / NANOS;
            long bytes = (long) (table.bytes() * percent / WHOLE);
            return Optional.of(new ReadRate(table.schema() + "." + table.name(), (long) (bytes / seconds)));
        } catch (SQLException refused) {
            if (connection.isClosed()) {
                throw refused;
            }
            return Optional.empty();
        } finally {
            if (!connection.isClosed()) {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }
}
