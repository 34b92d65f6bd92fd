package org.limbeck;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.limbeck.catalog.CatalogScope;
import org.limbeck.catalog.DdlStatement;
import org.limbeck.catalog.DesiredSchema;
import org.limbeck.catalog.MissingRole;
import org.limbeck.desired.PlainPart;
import org.limbeck.execute.ConnectionProblem;
import org.limbeck.plan.StepKind;
import org.limbeck.problem.LimbeckException;
import org.limbeck.schema.Schema;

/** Reads schemas that are built first, by revisions or by statements. */
record SchemaReading(Workspace workspace) {

    /** What the migrations make, all of them, in a scratch database; nothing where there is none yet. */
    Schema replayed(ScratchPlaces places) {
        boolean none = workspace.revisions().scripts().all().isEmpty();
        return replayed(places, none ? List.of() : List.of("heads")).schema();
    }

    /**
     * What migrations made.
     *
     * @param role who ran them
     */
    record Replay(Schema schema, String role) {}

    /** What the migrations up to some targets make, in a scratch database. */
    Replay replayed(ScratchPlaces places, List<String> targets) {
        return scratching(() -> places.inDatabase((place, server) -> {
            Workspace scratch = workspace.on(new ScratchConnector(server, place.name()));
            if (!targets.isEmpty()) {
                run(scratch, server.isDisposable(), targets);
            }
            Schema schema = place.read(workspace.scope(places.defaultSchema()));
            String role = LiveReading.server(scratch.database()).user();
            return new Replay(schema, role);
        }));
    }

    /** Upgrades, again from where it stands where a role is missing that may be created. */
    private static void run(Workspace scratch, boolean takesMissingRoles, List<String> targets) throws SQLException {
        while (true) {
            try {
                new Run(scratch)
                        .run(
                                StepKind.UPGRADE,
                                (revisions, rows) -> revisions.graph().upgrade(rows, targets));
                return;
            } catch (LimbeckException failure) {
                Optional<MissingRole> role = MissingRole.of(failure.getCause());
                if (role.isEmpty() || !takesMissingRoles) {
                    throw failure;
                }
                try (Connection connection = scratch.database().connect()) {
                    role.get().create(connection);
                }
            }
        }
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

    private interface Scratching<T> {
        T read() throws SQLException;
    }

    private <T> T scratching(Scratching<T> work) {
        try {
            return work.read();
        } catch (SQLException exception) {
            throw ConnectionProblem.using(
                    workspace.database().displayName(), "build a schema for comparison", null, exception);
        }
    }
}
