package org.limbeck.catalog;

import java.sql.SQLException;
import org.limbeck.schema.ObjectId;
import org.limbeck.schema.ObjectKind;
import org.limbeck.sql.Identifiers;
import org.limbeck.sql.Literals;

/** Reads foreign data wrappers and servers. Never reads user mappings, whose options hold passwords. */
final class ForeignServers {

    private static final String WRAPPERS = """
            SELECT oid, fdwname, fdwowner, CASE WHEN fdwhandler <> 0 THEN fdwhandler::regproc::text END,
                   CASE WHEN fdwvalidator <> 0 THEN fdwvalidator::regproc::text END, fdwoptions
              FROM pg_foreign_data_wrapper
            """;

    private static final String SERVERS = """
            SELECT s.oid, s.srvname, s.srvowner, s.srvtype, s.srvversion, w.fdwname, s.srvoptions
              FROM pg_foreign_server s JOIN pg_foreign_data_wrapper w ON w.oid = s.srvfdw
            """;

    private ForeignServers() {}

    static void add(Reading reading) throws SQLException {
        Scripted wrappers = new Scripted(reading, SystemCatalog.PG_FOREIGN_DATA_WRAPPER);
        reading.queries().each(WRAPPERS, row -> {
            String definition = "CREATE FOREIGN DATA WRAPPER " + Identifiers.quoted(row.text(2))
                    + (row.textOrNull(4) == null ? "" : " HANDLER " + row.text(4))
                    + (row.textOrNull(5) == null ? "" : " VALIDATOR " + row.text(5))
                    + Scripted.foreignOptions(row.options(6));
            ObjectId id = ObjectId.of(ObjectKind.FOREIGN_DATA_WRAPPER, row.text(2));
            wrappers.add(row.number(1), id, definition, row.number(3));
        });
        Scripted servers = new Scripted(reading, SystemCatalog.PG_FOREIGN_SERVER);
        reading.queries().each(SERVERS, row -> {
            String definition = "CREATE SERVER " + Identifiers.quoted(row.text(2))
                    + (row.textOrNull(4) == null ? "" : " TYPE " + Literals.text(row.text(4)))
                    + (row.textOrNull(5) == null ? "" : " VERSION " + Literals.text(row.text(5)))
                    + " FOREIGN DATA WRAPPER " + Identifiers.quoted(row.text(6))
                    + Scripted.foreignOptions(row.options(7));
            ObjectId id = ObjectId.of(ObjectKind.SERVER, row.text(2));
            servers.add(row.number(1), id, definition, row.number(3));
        });
    }
}
