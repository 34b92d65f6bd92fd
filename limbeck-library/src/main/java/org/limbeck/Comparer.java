package org.limbeck;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.limbeck.diff.DiffOptions;
import org.limbeck.diff.Scope;
import org.limbeck.diff.Unsaid;
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
        demand(actual);
        demand(desired);
        try (Sides sides =
                Sides.of(workspace, actual, desired, !request.behind() && actual instanceof SchemaSide.Live)) {
            return compare(sides, actual, desired, request.behind());
        }
    }

    private Comparison compare(Sides sides, SchemaSide actual, SchemaSide desired, boolean behind) {
        if (!behind && sides.liveActual().isPresent()) {
            requireHeads(sides.liveActual().get().rows());
        }
        // What is declared is read while the databases are.
        Optional<DeclaredSchema> declared = sides.declared(desired);
        Read there = sides.read(actual, sides.liveActual(), sides.declared(actual), Schema.EMPTY);
        Read wanted = sides.read(desired, sides.liveDesired(), declared, there.schema());
        DiffOptions options =
                DiffOptions.on(sides.server().major()).scope(wanted.scope()).ignoring(sides.unmanaged(declared));
        if (!sides.server().user().isEmpty()) {
            options = options.runBy(sides.server().user());
        }
        if (actual instanceof SchemaSide.Live live) {
            options = options.hasRows(table -> hasRows(live.connector(), table));
        }
        return new Comparison(there.name(), wanted.name(), there.schema(), wanted.schema(), options);
    }

    /** The configured database beside one with nothing in it. */
    Comparison fromNothing() {
        SchemaSide wanted = side(ComparisonRequest.DATABASE);
        try (Sides sides = Sides.of(workspace, new SchemaSide.Replayed(), wanted, false)) {
            LiveReading.Server server = sides.server();
            ScratchPlaces places = new ScratchPlaces(workspace, sides.target(), server.major(), server.defaultSchema());
            Schema nothing =
                    new SchemaReading(workspace).replayed(places, List.of()).schema();
            Read there = sides.read(wanted, sides.liveDesired(), Optional.empty(), nothing);
            DiffOptions options =
                    DiffOptions.on(server.major()).scope(there.scope()).runBy(server.user());
            return new Comparison("nothing", there.name(), nothing, there.schema(), options);
        }
    }

    /** One schema by itself. */
    Schema schema(String source) {
        SchemaSide side = side(source);
        try (Sides sides = Sides.of(workspace, side, new SchemaSide.Replayed(), false)) {
            return sides.read(side, sides.liveActual(), sides.declared(side), Schema.EMPTY)
                    .schema();
        }
    }

    /** One side, read. */
    private record Read(String name, Schema schema, Scope scope) {}

    /**
     * Both sides, of which those that are databases are being read.
     *
     * @param target the database that a revision would be for
     * @param server what is known of its server, or of the one that stands for it
     */
    private record Sides(
            Workspace workspace,
            Optional<LiveReading> liveActual,
            Optional<LiveReading> liveDesired,
            Optional<DatabaseConnector> target,
            LiveReading.Server server)
            implements AutoCloseable {

        static Sides of(Workspace workspace, SchemaSide actual, SchemaSide desired, boolean versioned) {
            Optional<LiveReading> liveActual = begin(workspace, actual, versioned);
            Optional<LiveReading> liveDesired = begin(workspace, desired, false);
            LiveReading.Server server;
            try {
                server = liveActual
                        .or(() -> liveDesired)
                        .map(LiveReading::server)
                        .orElseGet(() ->
                                new LiveReading.Server(workspace.settings().embeddedVersion(), "public", ""));
            } catch (RuntimeException failure) {
                liveDesired.ifPresent(LiveReading::close);
                throw failure;
            }
            return new Sides(
                    workspace,
                    liveActual,
                    liveDesired,
                    liveActual.or(() -> liveDesired).map(LiveReading::connector),
                    server);
        }

        private static Optional<LiveReading> begin(Workspace workspace, SchemaSide side, boolean versioned) {
            return side instanceof SchemaSide.Live live
                    ? Optional.of(LiveReading.begin(workspace, live.connector(), versioned))
                    : Optional.empty();
        }

        @Override
        public void close() {
            liveActual.ifPresent(LiveReading::close);
            liveDesired.ifPresent(LiveReading::close);
        }

        Optional<DeclaredSchema> declared(SchemaSide side) {
            return side instanceof SchemaSide.Declared declared
                    ? Optional.of(DeclaredSchema.read(workspace, declared, server.major()))
                    : Optional.empty();
        }

        /** The tables that migrations alone look after, as the catalog reader names them. */
        Set<QualifiedName> unmanaged(Optional<DeclaredSchema> declared) {
            return declared.map(read -> read.entities().unmanaged()).orElse(Set.of()).stream()
                    .map(table -> server.defaultSchema().equals(table.schema())
                            ? new QualifiedName(null, table.name())
                            : table)
                    .collect(Collectors.toUnmodifiableSet());
        }

        /** @param actual what a declared side is compared with */
        Read read(SchemaSide side, Optional<LiveReading> live, Optional<DeclaredSchema> declared, Schema actual) {
            if (live.isPresent()) {
                return new Read(side.name(), live.get().schema(), Scope.DATABASE);
            }
            SchemaReading reading = new SchemaReading(workspace);
            ScratchPlaces places = new ScratchPlaces(workspace, target, server.major(), server.defaultSchema());
            if (declared.isPresent()) {
                return new Read(
                        String.join(" and ", declared.get().found()),
                        reading.declared(places, declared.get(), actual),
                        declared.get().scope());
            }
            Schema schema = reading.replayed(places);
            boolean grants = schema.grants().stream()
                    .anyMatch(grant -> !grant.role().equals(Grant.PUBLIC) && !Unsaid.isAbout(grant.on()));
            return new Read(side.name(), schema, Scope.schemaFiles(false, grants, false));
        }
    }

    private void demand(SchemaSide side) {
        if (side instanceof SchemaSide.Declared declared) {
            DeclaredSchema.demand(workspace, declared);
        }
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

    /** A difference from a database that lags behind would say again what a migration says already. */
    private void requireHeads(Set<String> databaseRows) {
        Current current = Current.of(workspace, new Found(workspace.revisions(), databaseRows, List.of()));
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
