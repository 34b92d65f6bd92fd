package org.limbeck;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.limbeck.execute.History;
import org.limbeck.execute.Session;
import org.limbeck.execute.VersionTable;
import org.limbeck.problem.Problem;
import org.limbeck.problem.ProblemCode;

/**
 * The migrations and where the database stands.
 *
 * @param rows the rows of the version table
 */
record Found(Revisions revisions, Set<String> rows) {

    /** The version table of Alembic, whose databases can be taken over. */
    private static final String ALEMBIC_TABLE = "alembic_version";

    /** Reads both side by side. */
    static Found in(Workspace workspace) {
        DatabaseUse databaseUse = new DatabaseUse(workspace.database());
        String action = "read the version table";
        DatabaseUse.Opening<Set<String>> opening =
                databaseUse.opening(action, connection -> rows(workspace, connection));
        Revisions revisions;
        try {
            revisions = workspace.revisions();
        } catch (RuntimeException exception) {
            opening.giveUp();
            throw exception;
        }
        return databaseUse.using(
                action, opening.connection(), connection -> new Found(revisions, DatabaseUse.await(opening.answer())));
    }

    /**
     * Where a database stands.
     *
     * @param rows the rows of the version table
     * @param checksums of applied revisions, those of their files when they were applied
     */
    record Stand(Set<String> rows, Map<String, String> checksums) {}

    /** The rows and what the history says; refuses a database that Alembic manages under its own table. */
    static Stand stand(Workspace workspace, Connection connection) throws SQLException {
        Session.checkVersion(connection, workspace.database().displayName());
        History.Standing standing = new History(connection, workspace.bookkeeping()).standing();
        return new Stand(requireOurs(workspace, connection, standing.rows()), standing.checksums());
    }

    /** The rows of the version table; refuses a database that Alembic manages under its own table. */
    static Set<String> rows(Workspace workspace, Connection connection) throws SQLException {
        return requireOurs(workspace, connection, ownRows(workspace, connection));
    }

    private static Set<String> requireOurs(Workspace workspace, Connection connection, Optional<Set<String>> rows)
            throws SQLException {
        if (rows.isPresent() && !rows.get().isEmpty()) {
            return rows.get();
        }
        if (!workspace.settings().versionTable().equals(ALEMBIC_TABLE)) {
            Optional<String> alembic = new VersionTable(connection, workspace.bookkeeping()).rowsOf(ALEMBIC_TABLE);
            if (alembic.isPresent()) {
                throw managedByAlembic(workspace, alembic.get());
            }
        }
        return rows.orElse(Set.of());
    }

    /** The rows of the configured version table; empty where there is no such table. */
    static Optional<Set<String>> ownRows(Workspace workspace, Connection connection) throws SQLException {
        Session.checkVersion(connection, workspace.database().displayName());
        return new VersionTable(connection, workspace.bookkeeping()).rows();
    }

    private static RuntimeException managedByAlembic(Workspace workspace, String rows) {
        return Problem.of(
                        ProblemCode.MANAGED_BY_ALEMBIC,
                        workspace.database().displayName() + " was managed by Alembic and is at " + rows
                                + ", and the version table here is another one, "
                                + workspace.settings().versionTable())
                .databaseState("Nothing was changed.")
                .hint(
                        "to go on where Alembic stopped, put this into limbeck.properties",
                        "version-table = " + ALEMBIC_TABLE)
                .hint("to leave Alembic's table alone and start at a revision of your own", "limbeck stamp REVISION")
                .exception();
    }
}
