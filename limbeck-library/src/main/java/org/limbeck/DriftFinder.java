package org.limbeck;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
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
        Found found = Found.in(workspace);
        Revisions revisions = found.revisions().requireSome(workspace.locations());
        List<String> rows = List.copyOf(found.rows());
        if (!rows.isEmpty()) {
            // A row whose file is gone is refused before anything is built.
            revisions.ask("upgrade", () -> revisions.graph().applied(rows));
        }
        DatabaseConnector database = workspace.database();
        LiveReading.Server server = LiveReading.server(database);
        ScratchPlaces places =
                new ScratchPlaces(workspace, Optional.of(database), server.major(), server.defaultSchema());
        SchemaReading.Replay replay = new SchemaReading(workspace).replayed(places, rows);
        return new DatabaseUse(database).using("read the catalog", connection -> {
            Schema live = CatalogReader.read(connection, workspace.scope(server.defaultSchema()));
            String owner = owner(connection).orElse(server.user());
            return new DriftComparison(live, replay.schema(), server.major(), owner, replay.role())
                    .drift(connection, workspace.bookkeeping(), database.displayName(), found.rows());
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
