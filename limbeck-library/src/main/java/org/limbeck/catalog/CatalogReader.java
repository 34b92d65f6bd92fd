package org.limbeck.catalog;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.limbeck.schema.Schema;

/**
 * Reads the system catalogs. Whatever the size of the database, it asks a fixed number of queries. It never runs an
 * expression of the user's, never touches rows or sequences, and needs no right beyond that to connect.
 */
public final class CatalogReader {

    private CatalogReader() {}

    /**
     * Reads what the database has.
     *
     * @param connection in autocommit mode, for a transaction of the reader's own; otherwise its transaction is used, and
     *     is as it was afterwards
     */
    public static Schema read(Connection connection, CatalogScope scope) throws SQLException {
        return ReadingTransaction.run(
                connection, scope.defaultSchema(), () -> readAhead(Reading.begin(Queries.on(connection), scope)));
    }

    /** Reads schemas and extensions only, without what stands in them. */
    static Schema readOutside(Connection connection, CatalogScope scope) throws SQLException {
        return ReadingTransaction.run(connection, scope.defaultSchema(), () -> {
            Reading reading = Reading.begin(Queries.on(connection), scope);
            Columns columns = new Columns();
            Comments comments = Comments.read(reading.queries());
            Extensions.add(reading, comments);
            comments.addTo(reading.result(), columns);
            Grants.add(reading, columns);
            return reading.result().build();
        });
    }

    /** The largest answers are awaited by nobody: the server works on one of them while the one before is looked at. */
    private static Schema readAhead(Reading reading) throws SQLException {
        List<String> largest = List.of(
                Relations.query(reading), Columns.query(reading), Constraints.query(reading), Indexes.query(reading));
        QueriesAhead ahead = QueriesAhead.begin(reading.queries().connection(), largest);
        try {
            return read(reading.with(ahead));
        } finally {
            ahead.stop();
        }
    }

    private static Schema read(Reading reading) throws SQLException {
        Relations relations = Relations.read(reading);
        Inheritance inheritance = Inheritance.read(reading.queries());
        Columns columns = Columns.read(reading, relations);
        Sequences sequences = Sequences.read(reading, relations, columns);
        Constraints constraints = Constraints.read(reading, relations, columns);
        Indexes indexes = Indexes.read(reading, relations, columns);
        Comments comments = Comments.read(reading.queries());
        Domains domains = Domains.read(reading);
        reading.types().load(reading.queries(), reading.namespaces());
        reading.collations().load(reading.queries(), reading.namespaces());
        Extensions.add(reading, comments);
        Enums.add(reading);
        new Tables(reading, relations, inheritance, columns, constraints, indexes, sequences, comments).add();
        indexes.addTo(reading, relations, constraints);
        domains.addTo(reading);
        new Views(reading, relations, columns).add();
        addScripted(reading, relations, columns);
        comments.addTo(reading.result(), columns);
        Grants.add(reading, columns);
        Dependencies.add(reading, columns);
        return reading.result().build();
    }

    private static void addScripted(Reading reading, Relations relations, Columns columns) throws SQLException {
        Collations.add(reading);
        RangeTypes.add(reading);
        ForeignServers.add(reading);
        Routines.add(reading);
        Aggregates.add(reading);
        Casts.add(reading);
        new Triggers(reading, relations).add();
        Policies.add(reading, relations);
        new Publications(reading, relations, columns).add();
    }
}
