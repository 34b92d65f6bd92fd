package org.limbeck;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.limbeck.catalog.DdlStatement;
import org.limbeck.catalog.Scratch;
import org.limbeck.catalog.ScratchChoice;
import org.limbeck.catalog.ScratchDatabase;
import org.limbeck.catalog.ScratchPlace;
import org.limbeck.catalog.ScratchSchema;
import org.limbeck.catalog.ScratchServer;
import org.limbeck.catalog.ScratchTarget;
import org.limbeck.execute.DatabaseConnector;
import org.limbeck.setting.Database;

/**
 * Opens places where a schema can be built for comparison. Holds one connection of the target at a time: a pool may have only
 * one.
 *
 * @param target the database that is compared; empty where none is asked
 * @param major the major version that the server must have
 */
record ScratchPlaces(Workspace workspace, Optional<DatabaseConnector> target, int major, String defaultSchema) {

    /** What is done in a place. */
    interface Work<P, T> {
        T in(P place) throws SQLException;
    }

    /** Works in the lightest place that these statements allow. */
    <T> T forStatements(List<DdlStatement> statements, Work<ScratchPlace, T> work) throws SQLException {
        Optional<Database> named = workspace.settings().scratchDatabase();
        if (target.isEmpty()) {
            return inDatabase((place, server) -> work.in(place));
        }
        ScratchChoice choice;
        try (Connection connection = target.get().connect()) {
            choice = Scratch.choose(
                    ScratchTarget.of(connection),
                    defaultSchema,
                    statements,
                    named.isPresent(),
                    workspace.servers().areAvailable());
            if (choice.kind() == ScratchChoice.Kind.IN_TRANSACTION) {
                try (ScratchPlace place = ScratchSchema.open(connection, Instant.now())) {
                    return work.in(place);
                }
            }
        }
        return on(server(choice.kind()), (place, server) -> work.in(place));
    }

    /** What is done in a database. */
    interface DatabaseWork<T> {
        T in(ScratchDatabase place, ScratchServer server) throws SQLException;
    }

    /** Works in a database of its own. */
    <T> T inDatabase(DatabaseWork<T> work) throws SQLException {
        if (workspace.settings().scratchDatabase().isPresent()) {
            return on(server(ScratchChoice.Kind.NAMED_SERVER), work);
        }
        return on(server(mayCreateDatabase() ? ScratchChoice.Kind.DATABASE : ScratchChoice.Kind.EMBEDDED_SERVER), work);
    }

    private boolean mayCreateDatabase() throws SQLException {
        if (target.isEmpty()) {
            return false;
        }
        try (Connection connection = target.get().connect()) {
            ScratchTarget described = ScratchTarget.of(connection);
            return described.mayCreateDatabase() && described.takesWrites();
        }
    }

    /** What is done on a server that has room for databases. */
    interface ServerWork<T> {
        T on(ScratchServer server) throws SQLException;
    }

    /**
     * Works on a server that isn't the target's: the one that was named, or an embedded one.
     *
     * @param embedded whether it must be an embedded one
     */
    <T> T onServer(boolean embedded, ServerWork<T> work) throws SQLException {
        boolean named = workspace.settings().scratchDatabase().isPresent() && !embedded;
        try (ScratchServer server = named
                ? server(ScratchChoice.Kind.NAMED_SERVER)
                : workspace.servers().start(major)) {
            return work.on(server);
        }
    }

    private <T> T on(ScratchServer opened, DatabaseWork<T> work) throws SQLException {
        try (ScratchServer server = opened;
                ScratchDatabase place = database(server)) {
            return work.in(place, server);
        }
    }

    /** A new database on a server. */
    ScratchDatabase database(ScratchServer server) throws SQLException {
        ScratchTarget described;
        try (Connection connection = server.connect(server.maintenanceDatabase())) {
            described = ScratchTarget.of(connection);
        }
        return ScratchDatabase.create(server, described, defaultSchema, Instant.now());
    }

    private ScratchServer server(ScratchChoice.Kind kind) {
        Optional<Database> named = workspace.settings().scratchDatabase();
        if (named.isPresent() && named.get() instanceof Database.Server server) {
            return new ConnectedServer(new ServerConnector(server));
        }
        return kind == ScratchChoice.Kind.DATABASE && target.isPresent()
                ? new ConnectedServer(target.get())
                : workspace.servers().start(major);
    }
}
