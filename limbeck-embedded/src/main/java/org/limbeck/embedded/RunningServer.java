package org.limbeck.embedded;

import java.nio.file.Path;

/**
 * A server that accepts connections.
 *
 * @param access the database named by the caller, and how to log in
 * @param port the port on {@code 127.0.0.1}
 * @param dataFolder PostgreSQL's own data folder
 * @param pid the process identifier of the postmaster
 * @param version the server's version, for example {@code 18.6}
 * @param startedNow whether this call started it; false where it was running before
 */
public record RunningServer(
        DatabaseAccess access, int port, Path dataFolder, long pid, String version, boolean startedNow) {

    /** The address on which every embedded server listens, and the only one. */
    public static final String HOST = "127.0.0.1";

    /** The JDBC URL without user and password. */
    public String jdbcUrl() {
        return access.jdbcUrl();
    }

    /** The JDBC URL of another database of this server, without user and password. */
    public String jdbcUrl(String database) {
        return DatabaseAccess.to(port, database, access.password()).jdbcUrl();
    }
}
