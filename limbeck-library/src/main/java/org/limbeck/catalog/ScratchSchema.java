package org.limbeck.catalog;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.limbeck.schema.Grant;
import org.limbeck.schema.ObjectId;
import org.limbeck.schema.Schema;
import org.limbeck.schema.SchemaObject;

/** A schema of its own in the target database, in a transaction that is rolled back. */
public final class ScratchSchema implements ScratchPlace {

    private final Connection connection;
    private final String name;

    private ScratchSchema(Connection connection, String name) {
        this.connection = connection;
        this.name = name;
    }

    /**
     * Begins the transaction.
     *
     * @param connection to the target, in autocommit mode, and again afterwards
     */
    public static ScratchSchema open(Connection connection, Instant now) throws SQLException {
        String name = ScratchName.at(now);
        connection.setAutoCommit(false);
        ScratchSchema schema = new ScratchSchema(connection, name);
        try {
            schema.execute("CREATE SCHEMA " + name);
            schema.execute("SET LOCAL search_path = " + name);
            return schema;
        } catch (SQLException failure) {
            schema.close();
            throw failure;
        }
    }

    @Override
    public Connection connection() {
        return connection;
    }

    @Override
    public void mark() throws SQLException {
        execute("SAVEPOINT limbeck");
    }

    @Override
    public void keep() throws SQLException {
        execute("RELEASE SAVEPOINT limbeck");
    }

    @Override
    public void undo() throws SQLException {
        execute("ROLLBACK TO SAVEPOINT limbeck");
        keep();
    }

    @Override
    public boolean takesMissingRoles() {
        return false;
    }

    /** What schemas can't hold is read as it is in the target: statements that change it are refused here. */
    @Override
    public Schema read(CatalogScope scope) throws SQLException {
        Schema made = CatalogReader.read(connection, scope.inDefault(name).inSchemas(Globs.including(name)));
        Schema there = CatalogReader.readOutside(connection, scope);
        return joined(made, there);
    }

    private Schema joined(Schema made, Schema there) {
        SortedMap<ObjectId, SchemaObject> objects = new TreeMap<>(there.objects());
        SortedMap<ObjectId, String> comments = new TreeMap<>(there.comments());
        SortedMap<ObjectId, String> owners = new TreeMap<>(there.owners());
        Set<Grant> grants = new HashSet<>(there.grants());
        made.objects().forEach((id, object) -> put(objects, id, object));
        made.comments().forEach((id, text) -> put(comments, id, text));
        made.owners().forEach((id, role) -> put(owners, id, role));
        made.grants().stream().filter(grant -> isMade(grant.on())).forEach(grants::add);
        return new Schema(
                objects, comments, owners, grants, made.invalidIndexes(), made.dependencies(), made.viewColumns());
    }

    private <T> void put(SortedMap<ObjectId, T> all, ObjectId id, T value) {
        if (isMade(id)) {
            all.put(id, value);
        }
    }

    /** Whether it stands in the scratch schema: all else that was read is the target's. */
    private boolean isMade(ObjectId id) {
        return switch (id.kind()) {
            case SCHEMA,
                    EXTENSION,
                    CAST,
                    SERVER,
                    FOREIGN_DATA_WRAPPER,
                    PUBLICATION,
                    EVENT_TRIGGER,
                    DEFAULT_PRIVILEGES -> false;
            default -> true;
        };
    }

    @Override
    public void close() throws SQLException {
        connection.rollback();
        connection.setAutoCommit(true);
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
