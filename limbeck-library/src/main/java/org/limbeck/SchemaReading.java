package org.limbeck;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.limbeck.catalog.CatalogScope;
import org.limbeck.catalog.DdlStatement;
import org.limbeck.catalog.DesiredSchema;
import org.limbeck.catalog.ScratchServer;
import org.limbeck.desired.PlainPart;
import org.limbeck.execute.ConnectionProblem;
import org.limbeck.execute.DatabaseConnector;
import org.limbeck.graph.GraphPlan;
import org.limbeck.plan.StepKind;
import org.limbeck.schema.Schema;

/** Reads schemas that are built first, by revisions or by statements. */
record SchemaReading(Workspace workspace) {

    /** What the migrations make, all of them, in a scratch database. */
    Schema replayed(ScratchPlaces places) {
        return scratching(() -> places.inDatabase((place, server) -> {
            Workspace scratch = workspace.on(new ScratchConnector(server, place.name()));
            new Run(scratch).run(StepKind.UPGRADE, SchemaReading::everything);
            return place.read(workspace.scope(places.defaultSchema()));
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
        PlainPart plain = PlainPart.of(declared.plain(), declared.others(), actual);
        List<DdlStatement> statements = plain.open();
        if (statements.isEmpty()) {
            return plain.with(Schema.EMPTY);
        }
        CatalogScope scope = workspace.scope(places.defaultSchema());
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
