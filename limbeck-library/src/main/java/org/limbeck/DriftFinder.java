package org.limbeck;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.limbeck.catalog.CatalogReader;
import org.limbeck.execute.DatabaseConnector;
import org.limbeck.schema.Schema;
import org.limbeck.sql.Identifiers;
import org.limbeck.sql.Literals;
import org.limbeck.verify.Drift;
import org.limbeck.verify.DriftComparison;

/** Finds what was changed by hand in the database. */
record DriftFinder(Workspace workspace) {

    Drift find() {
        DatabaseConnector database = workspace.database();
        Set<String> standing = standing();
        List<String> rows = List.copyOf(standing);
        LiveReading.Server server = LiveReading.server(database);
        ScratchPlaces places =
                new ScratchPlaces(workspace, Optional.of(database), server.major(), server.defaultSchema());
        SchemaReading.Replay replay = new SchemaReading(workspace).replayed(places, rows);
        return new DatabaseUse(database).using("read the catalog", connection -> {
            Schema live = CatalogReader.read(connection, workspace.scope(server.defaultSchema()));
            String owner = owner(connection).orElse(server.user());
            return new DriftComparison(live, replay.schema(), server.major(), owner, replay.role())
                    .drift(connection, workspace.bookkeeping(), database.displayName(), standing);
        });
    }

    /** The rows; refuses what would be built to something else than was applied: files that are gone, or were changed. */
    private Set<String> standing() {
        Revisions revisions = workspace.someRevisions();
        return new DatabaseUse(workspace.database()).using("read the version table", connection -> {
            Found.Stand stand = Found.stand(workspace, connection);
            if (!stand.rows().isEmpty()) {
                revisions.ask("upgrade", () -> revisions.graph().applied(stand.rows()));
            }
            try (Planning planning = new Planning(workspace, revisions)) {
                new ChangedRevisions(workspace, revisions)
                        .refuse(connection, planning, stand.rows(), stand.checksums());
            }
            return stand.rows();
        });
    }

    /** Whose the version table is: whoever runs the revisions owns what they make. */
    private Optional<String> owner(Connection connection) throws SQLException {
        String table = Literals.text(Identifiers.quoted(workspace.bookkeeping().versionTable()));
        String query = "SELECT pg_get_userbyid(relowner) FROM pg_class WHERE oid = to_regclass(" + table + ")";
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
        }
    }
}
