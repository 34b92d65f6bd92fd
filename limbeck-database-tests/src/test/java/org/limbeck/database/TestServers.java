package org.limbeck.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.limbeck.ScratchServers;
import org.limbeck.catalog.ScratchServer;
import org.limbeck.embedded.DatabaseAccess;

/** Lends the servers of the tests where one of its own would be started. */
final class TestServers implements ScratchServers {

    @Override
    public boolean areAvailable() {
        return true;
    }

    @Override
    public ScratchServer start(int major) {
        return new Lent(Servers.of(major).server().access());
    }

    private record Lent(DatabaseAccess access) implements ScratchServer {

        @Override
        public boolean isDisposable() {
            return true;
        }

        @Override
        public Connection connect(String database) throws SQLException {
            int end = access.jdbcUrl().lastIndexOf('/') + 1;
            return DriverManager.getConnection(
                    access.jdbcUrl().substring(0, end) + database, access.user(), access.password());
        }
    }
}
