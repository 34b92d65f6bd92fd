package org.limbeck;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.limbeck.execute.History;
import org.limbeck.execute.Session;
import org.limbeck.execute.VersionTable;
import org.limbeck.problem.Problem;
import org.limbeck.problem.ProblemCode;
import org.limbeck.takeover.TakenOver;

/**
 * The migrations and where the database stands.
 *
 * @param rows the rows of the version table, or what they will be when the database is taken over
 * @param takenOver where other tools left the database; none where it is ours
 */
record Found(Revisions revisions, Set<String> rows, List<TakenOver> takenOver) {

    /** The version table of Alembic, whose databases can be taken over. */
    private static final String ALEMBIC_TABLE = "alembic_version";

    /** Reads both side by side. */
    static Found in(Workspace workspace) {
        DatabaseUse databaseUse = new DatabaseUse(workspace.database());
        String action = "read the version table";
        DatabaseUse.Opening<Stand> opening = databaseUse.opening(
                action, connection -> stand(workspace, connection, ownRows(workspace, connection), Map.of()));
        Revisions revisions;
        try {
            revisions = workspace.revisions();
        } catch (RuntimeException exception) {
            opening.giveUp();
            throw exception;
        }
        return databaseUse.using(action, opening.connection(), connection -> {
            Stand stand = DatabaseUse.await(opening.answer());
            return new Found(revisions, stand.rows(), stand.takenOver());
        });
    }

    /**
     * Where a database stands.
     *
     * @param rows the rows of the version table, or what they will be when the database is taken over
     * @param checksums of applied revisions, those of their files when they were applied
     * @param takenOver where other tools left the database; none where it is ours
     */
    record Stand(Set<String> rows, Map<String, String> checksums, List<TakenOver> takenOver) {}

    /** The rows and what the history says; refuses a database that Alembic manages under its own table. */
    static Stand stand(Workspace workspace, Connection connection) throws SQLException {
        Session.checkVersion(connection, workspace.database().displayName());
        History.Standing standing = new History(connection, workspace.bookkeeping()).standing();
        return stand(workspace, connection, standing.rows(), standing.checksums());
    }

    /** The rows of the version table; refuses a database that Alembic manages under its own table. */
    static Set<String> rows(Workspace workspace, Connection connection) throws SQLException {
        return stand(workspace, connection, ownRows(workspace, connection), Map.of())
                .rows();
    }

    private static Stand stand(
            Workspace workspace, Connection connection, Optional<Set<String>> rows, Map<String, String> checksums)
            throws SQLException {
        if (rows.isPresent() && !rows.get().isEmpty()) {
            return new Stand(rows.get(), checksums, List.of());
        }
        if (!workspace.settings().versionTable().equals(ALEMBIC_TABLE)) {
            Optional<String> alembic = new VersionTable(connection, workspace.bookkeeping()).rowsOf(ALEMBIC_TABLE);
            if (alembic.isPresent()) {
                throw managedByAlembic(workspace, alembic.get());
            }
        }
        Takeover takeover = new Takeover(workspace);
        List<TakenOver> takenOver = takeover.find(connection);
        Set<String> found = takeover.rows(takenOver);
        takenOver.removeIf(each -> each.applied().isEmpty());
        return new Stand(found, checksums, takenOver);
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
