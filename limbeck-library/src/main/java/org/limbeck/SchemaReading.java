package org.limbeck;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import org.limbeck.catalog.CatalogReader;
import org.limbeck.catalog.CatalogScope;
import org.limbeck.catalog.DdlStatement;
import org.limbeck.catalog.DesiredSchema;
import org.limbeck.catalog.ScratchServer;
import org.limbeck.desired.PlainPart;
import org.limbeck.execute.ConnectionProblem;
import org.limbeck.execute.DatabaseConnector;
import org.limbeck.graph.GraphPlan;
import org.limbeck.plan.StepKind;
import org.limbeck.schema.QualifiedName;
import org.limbeck.schema.Schema;

/** Reads schemas from wherever they come. */
record SchemaReading(Workspace workspace) {

    /** The tables in which migration tools keep their own records; nobody's schema. */
    private static final Set<String> RECORDS =
            Set.of("alembic_version", "flyway_schema_history", "databasechangelog", "databasechangeloglock");

    /** What is known of a server before anything is compared. */
    record Server(int major, String defaultSchema, String user) {}

    /** Asks a database for its server's version, its default schema and who asks. */
    Server server(DatabaseConnector connector) {
        return new DatabaseUse(connector).using("read the catalog", connection -> {
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("SELECT current_setting('server_version_num')::int / 10000,"
                            + " coalesce(current_schema(), 'public'), current_user")) {
                row.next();
                return new Server(row.getInt(1), row.getString(2), row.getString(3));
            }
        });
    }

    Schema live(DatabaseConnector connector, Server server, Set<QualifiedName> unmanaged) {
        return new DatabaseUse(connector)
                .using(
                        "read the catalog",
                        connection -> CatalogReader.read(connection, scope(server.defaultSchema(), unmanaged)));
    }

    /** What the migrations make, all of them, in a scratch database. */
    Schema replayed(ScratchPlaces places, Set<QualifiedName> unmanaged) {
        return scratching(() -> places.inDatabase((place, server) -> {
            Workspace scratch = workspace.on(new ScratchConnector(server, place.name()));
            new Run(scratch).run(StepKind.UPGRADE, SchemaReading::everything);
            return place.read(scope(places.defaultSchema(), unmanaged));
        }));
    }

    private static GraphPlan everything(Revisions revisions, Set<String> rows) {
        return revisions.graph().upgrade(rows, List.of("heads"));
    }

    /**
     * What statements make.
     *
     * @param actual what it is compared with; what is the same there needs no server
     */
    Schema declared(ScratchPlaces places, DeclaredSchema declared, Schema actual) {
        PlainPart plain = declared.files().owners()
                ? PlainPart.none(declared.entities().statements(), declared.others())
                : PlainPart.of(declared.entities().statements(), declared.others(), actual);
        List<DdlStatement> statements = plain.open();
        if (statements.isEmpty()) {
            return plain.with(Schema.EMPTY);
        }
        CatalogScope scope = scope(places.defaultSchema(), declared.entities().unmanaged());
        return plain.with(scratching(
                () -> places.forStatements(statements, place -> DesiredSchema.build(place, statements, scope))));
    }

    private interface Scratching {
        Schema read() throws SQLException;
    }

    private Schema scratching(Scratching work) {
        try {
            return work.read();
        } catch (SQLException exception) {
            throw ConnectionProblem.using(
                    workspace.database().displayName(), "build a schema for comparison", null, exception);
        }
    }

    private CatalogScope scope(String defaultSchema, Set<QualifiedName> unmanaged) {
        CatalogScope scope = CatalogScope.of(defaultSchema)
                .where(new ObjectPatterns(workspace.settings().objects()));
        for (QualifiedName table : unmanaged) {
            scope = scope.without(table);
        }
        for (String table : RECORDS) {
            scope = scope.without(new QualifiedName(null, table));
        }
        return scope.without(workspace.bookkeeping().versionTable())
                .without(workspace.bookkeeping().historyTable());
    }

    /** Connects to a scratch database, for a run of its own. */
    private record ScratchConnector(ScratchServer server, String database) implements DatabaseConnector {

        @Override
        public String displayName() {
            return "a scratch database";
        }

        @Override
        public Connection connect() throws SQLException {
            return server.connect(database);
        }

        @Override
        public Connection connect(String anotherDatabase) throws SQLException {
            return server.connect(anotherDatabase);
        }
    }
}
