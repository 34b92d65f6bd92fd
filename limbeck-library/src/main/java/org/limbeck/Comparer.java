package org.limbeck;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.limbeck.diff.DiffOptions;
import org.limbeck.diff.Scope;
import org.limbeck.execute.DatabaseConnector;
import org.limbeck.problem.Problem;
import org.limbeck.problem.ProblemCode;
import org.limbeck.schema.Grant;
import org.limbeck.schema.QualifiedName;
import org.limbeck.schema.Schema;
import org.limbeck.setting.Database;
import org.limbeck.sql.Identifiers;

/** Brings two schemas side by side. */
record Comparer(Workspace workspace) {

    Comparison compare(ComparisonRequest request) {
        SchemaSide actual = side(request.actual());
        SchemaSide desired = side(request.desired());
        Optional<DatabaseConnector> target = target(actual, desired);
        if (!request.behind() && actual instanceof SchemaSide.Live) {
            requireHeads();
        }
        SchemaReading reading = new SchemaReading(workspace);
        SchemaReading.Server server = server(target, reading);
        Sides sides = new Sides(reading, places(target, server), server);
        // What is declared is read first, since it says which tables are nobody's business here.
        Optional<DeclaredSchema> declared = declared(desired, server);
        Set<QualifiedName> unmanaged =
                declared.map(read -> read.entities().unmanaged()).orElse(Set.of());
        Read there = sides.read(actual, declared(actual, server), unmanaged, Schema.EMPTY);
        Read wanted = sides.read(desired, declared, unmanaged, there.schema());
        DiffOptions options = DiffOptions.on(server.major()).scope(wanted.scope());
        if (!server.user().isEmpty()) {
            options = options.runBy(server.user());
        }
        if (actual instanceof SchemaSide.Live live) {
            options = options.hasRows(table -> hasRows(live.connector(), table));
        }
        return new Comparison(there.name(), wanted.name(), there.schema(), wanted.schema(), options);
    }

    /** One schema by itself. */
    Schema schema(String source) {
        SchemaSide side = side(source);
        Optional<DatabaseConnector> target = target(side, side);
        SchemaReading reading = new SchemaReading(workspace);
        SchemaReading.Server server = server(target, reading);
        return new Sides(reading, places(target, server), server)
                .read(side, declared(side, server), Set.of(), Schema.EMPTY)
                .schema();
    }

    private SchemaReading.Server server(Optional<DatabaseConnector> target, SchemaReading reading) {
        return target.map(reading::server)
                .orElseGet(() -> new SchemaReading.Server(workspace.settings().embeddedVersion(), "public", ""));
    }

    private Optional<DeclaredSchema> declared(SchemaSide side, SchemaReading.Server server) {
        return side instanceof SchemaSide.Declared declared
                ? Optional.of(DeclaredSchema.read(workspace, declared, server.major()))
                : Optional.empty();
    }

    /** One side, read. */
    private record Read(String name, Schema schema, Scope scope) {}

    /** Reads sides with what is known of the server. */
    private record Sides(SchemaReading reading, ScratchPlaces places, SchemaReading.Server server) {

        /** @param actual what a declared side is compared with */
        Read read(SchemaSide side, Optional<DeclaredSchema> declared, Set<QualifiedName> unmanaged, Schema actual) {
            if (declared.isPresent()) {
                return new Read(
                        String.join(" and ", declared.get().found()),
                        reading.declared(places, declared.get(), actual),
                        declared.get().scope());
            }
            if (side instanceof SchemaSide.Live live) {
                boolean target = places.target().equals(Optional.of(live.connector()));
                SchemaReading.Server own = target ? server : reading.server(live.connector());
                return new Read(side.name(), reading.live(live.connector(), own, unmanaged), Scope.DATABASE);
            }
            Schema schema = reading.replayed(places, unmanaged);
            boolean grants =
                    schema.grants().stream().anyMatch(grant -> !grant.role().equals(Grant.PUBLIC));
            return new Read(side.name(), schema, Scope.schemaFiles(false, grants));
        }
    }

    private ScratchPlaces places(Optional<DatabaseConnector> target, SchemaReading.Server server) {
        return new ScratchPlaces(workspace, target, server.major(), server.defaultSchema());
    }

    private SchemaSide side(String words) {
        if (words.equals(ComparisonRequest.DATABASE)) {
            return new SchemaSide.Live(workspace.database());
        }
        if (words.equals(ComparisonRequest.REVISIONS)) {
            return new SchemaSide.Replayed();
        }
        if (words.contains("://")) {
            Database database = workspace.settings().otherDatabase(words);
            if (database instanceof Database.Server server) {
                return new SchemaSide.Live(new ServerConnector(server));
            }
        }
        List<String> sources = Arrays.stream(words.split(",", -1))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
        if (sources.isEmpty()) {
            throw Problem.of(ProblemCode.USAGE, "no schema is named").exception();
        }
        return new SchemaSide.Declared(sources);
    }

    private static Optional<DatabaseConnector> target(SchemaSide actual, SchemaSide desired) {
        if (actual instanceof SchemaSide.Live live) {
            return Optional.of(live.connector());
        }
        return desired instanceof SchemaSide.Live live ? Optional.of(live.connector()) : Optional.empty();
    }

    /** A difference from a database that lags behind would say again what a migration says already. */
    private void requireHeads() {
        Current current = new Limbeck(workspace).current();
        if (!current.atHeads()) {
            String rows = current.rows().isEmpty() ? "base" : String.join(", ", current.rows());
            throw Problem.of(
                            ProblemCode.DATABASE_BEHIND,
                            current.database() + " is at " + rows + ", "
                                    + (current.pending() == 1 ? "1 revision is" : current.pending() + " revisions are")
                                    + " pending")
                    .databaseState("Nothing was changed, no file was written.")
                    .hint("to run them first", current.heads() > 1 ? "limbeck upgrade heads" : "limbeck upgrade")
                    .hint("to compare with what the migrations make, whatever the database has", "--from-revisions")
                    .exception();
        }
    }

    private static boolean hasRows(DatabaseConnector connector, QualifiedName table) {
        try (Connection connection = connector.connect();
                Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("SELECT EXISTS (SELECT FROM " + Identifiers.quoted(table) + ")")) {
            return row.next() && row.getBoolean(1);
        } catch (SQLException unknown) {
            // What can't be looked into counts as filled.
            return true;
        }
    }
}
