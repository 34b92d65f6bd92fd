package org.limbeck.catalog;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.limbeck.schema.Schema;
import org.limbeck.sql.Identifiers;
import org.limbeck.sql.Literals;

/** A database of its own, filled in several transactions and dropped at the end. */
public final class ScratchDatabase implements ScratchPlace {

    /** The comment on each scratch database; together with its name it says that it may be dropped. */
    static final String MARK = "scratch database of Limbeck; it is dropped by the next run if nobody is connected";

    /** Younger ones may be between their creation and their first connection. */
    private static final Duration YOUNGEST_SWEPT = Duration.ofMinutes(1);

    private final Connection maintenance;
    private final Connection connection;
    private final String name;
    private final boolean disposableServer;

    private ScratchDatabase(Connection maintenance, Connection connection, String name, boolean disposableServer) {
        this.maintenance = maintenance;
        this.connection = connection;
        this.name = name;
        this.disposableServer = disposableServer;
    }

    /**
     * Creates the database, as like to the target's as a new one can be. First drops what earlier runs left when they were
     * killed.
     *
     * @param defaultSchema is created where a new database doesn't have it
     */
    public static ScratchDatabase create(ScratchServer server, ScratchTarget target, String defaultSchema, Instant now)
            throws SQLException {
        Connection maintenance = server.connect(server.maintenanceDatabase());
        String name = ScratchName.at(now);
        try {
            sweep(maintenance, now);
            execute(maintenance, "CREATE DATABASE " + name + " TEMPLATE template0 " + target.databaseOptions());
            execute(maintenance, "COMMENT ON DATABASE " + name + " IS " + Literals.text(MARK));
            return prepared(maintenance, server, name, target, defaultSchema);
        } catch (SQLException failure) {
            drop(maintenance, name);
            maintenance.close();
            throw failure;
        }
    }

    /** Drops databases that earlier runs left when they were killed: those that bear our mark and that nobody uses. */
    public static void sweep(Connection connection, Instant now) throws SQLException {
        String query = """
                SELECT d.datname FROM pg_database d
                 WHERE d.datname LIKE 'limbeck\\_scratch\\_%' AND shobj_description(d.oid, 'pg_database') = {mark}
                       AND NOT EXISTS (SELECT FROM pg_stat_activity a WHERE a.datid = d.oid)
                """.replace("{mark}", Literals.text(MARK));
        List<String> left = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            while (result.next()) {
                left.add(result.getString(1));
            }
        }
        Instant youngest = now.minus(YOUNGEST_SWEPT);
        for (String database : left) {
            if (ScratchName.instant(database).filter(youngest::isAfter).isPresent()) {
                sweepOne(connection, database);
            }
        }
    }

    private static void sweepOne(Connection connection, String database) {
        try {
            execute(connection, "DROP DATABASE IF EXISTS " + Identifiers.quoted(database));
        } catch (SQLException inUse) {
            // Somebody else's, or just swept or used by another run: nothing that would keep this one from its work.
        }
    }

    private static void drop(Connection maintenance, String name) {
        try {
            execute(maintenance, "DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
        } catch (SQLException failure) {
            // What went wrong before says more, and the next run sweeps.
        }
    }

    private static ScratchDatabase prepared(
            Connection maintenance, ScratchServer server, String name, ScratchTarget target, String defaultSchema)
            throws SQLException {
        Connection connection = server.connect(name);
        try {
            execute(connection, "SET synchronous_commit = off");
            if (!target.hasSchemaPublic()) {
                execute(connection, "DROP SCHEMA public");
            }
            execute(connection, "CREATE SCHEMA IF NOT EXISTS " + Identifiers.quoted(defaultSchema));
            execute(connection, "SET search_path = " + Identifiers.quoted(defaultSchema));
            if (server.isDisposable()) {
                // The name of a missing role stands only in the text of the message.
                execute(connection, "SET lc_messages = 'C'");
            }
            connection.setAutoCommit(false);
            return new ScratchDatabase(maintenance, connection, name, server.isDisposable());
        } catch (SQLException failure) {
            connection.close();
            throw failure;
        }
    }

    public String name() {
        return name;
    }

    @Override
    public Connection connection() {
        return connection;
    }

    /** A transaction begins by itself. */
    @Override
    public void mark() {}

    @Override
    public void keep() throws SQLException {
        connection.commit();
    }

    @Override
    public void undo() throws SQLException {
        connection.rollback();
    }

    @Override
    public boolean takesMissingRoles() {
        return disposableServer;
    }

    @Override
    public Schema read(CatalogScope scope) throws SQLException {
        connection.setAutoCommit(true);
        try {
            return CatalogReader.read(connection, scope);
        } finally {
            connection.setAutoCommit(false);
        }
    }

    @Override
    public void close() throws SQLException {
        try (maintenance) {
            connection.close();
            execute(maintenance, "DROP DATABASE " + name + " WITH (FORCE)");
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
