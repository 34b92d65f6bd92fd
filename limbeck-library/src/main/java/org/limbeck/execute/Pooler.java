package org.limbeck.execute;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.limbeck.problem.Problem;
import org.limbeck.problem.ProblemCode;

/**
 * Recognizes a pooler that gives a connection another server process for each transaction. Through such a one the lock of a
 * run, its settings and its work would be in different places.
 */
final class Pooler {

    /** A pooler may have more than one free process to give. */
    private static final int TRIES = 4;

    private Pooler() {}

    /**
     * Refuses a connection whose server process is given to others while it is open. Nothing is asked where the process is
     * the one that the server announced, since then there is no pooler.
     *
     * @param pid the server process that answered last
     */
    static void refuse(Connection connection, int pid, DatabaseConnector connector) throws SQLException {
        if (Session.pid(connection) != pid && givesToOthers(pid, connector)) {
            throw Problem.of(
                            ProblemCode.POOLER,
                            connector.displayName()
                                    + " is reached through a pooler that gives each transaction another server process")
                    .evidence("the server process " + pid + " served a second connection while the first one was open")
                    .databaseState("Nothing was changed.")
                    .hint(
                            "connect to the server itself, or through a pool in session mode; for PgBouncer",
                            "pool_mode = session")
                    .exception();
        }
    }

    private static boolean givesToOthers(int pid, DatabaseConnector connector) throws SQLException {
        List<Connection> others = new ArrayList<>();
        try {
            for (int i = 0; i < TRIES; i++) {
                Connection other = connector.connect();
                others.add(other);
                // Kept open, so that the next one gets another process.
                other.setAutoCommit(false);
                if (String.valueOf(pid).equals(new Catalog(other).value("SELECT pg_backend_pid()"))) {
                    return true;
                }
            }
            return false;
        } finally {
            for (Connection other : others) {
                other.close();
            }
        }
    }
}
