package org.limbeck.embedded;

import java.io.IOException;
import java.util.Optional;

/** Finds out, by logging in, whether the server of a folder serves. Takes milliseconds. */
record Attachment(ServerFolder folder, String database) {

    private static final int PATIENCE_MILLIS = 5_000;
    private static final String ALWAYS_THERE = "postgres";

    /** The server if it serves, with the database created if need be. */
    Optional<RunningServer> attach(boolean startedNow) throws IOException {
        try {
            return connect(database, startedNow);
        } catch (ServerRefusal refusal) {
            if (!refusal.isUnknownDatabase()) {
                throw refusal;
            }
        }
        createDatabase();
        return connect(database, startedNow);
    }

    /** The server if it serves; changes nothing. */
    Optional<RunningServer> look() throws IOException {
        return connect(ALWAYS_THERE, false);
    }

    private Optional<RunningServer> connect(String where, boolean startedNow) throws IOException {
        Optional<Postmaster> found = Postmaster.read(folder.data());
        if (found.isEmpty()
                || !found.get().isReady()
                || !Postmaster.runs(found.get().pid(), folder.data())) {
            return Optional.empty();
        }
        Postmaster postmaster = found.get();
        String password = folder.password().orElse("");
        try (ServerConnection connection = ServerConnection.open(postmaster.port(), where, password, PATIENCE_MILLIS)) {
            return Optional.of(new RunningServer(
                    DatabaseAccess.to(postmaster.port(), database, password),
                    postmaster.port(),
                    folder.data(),
                    postmaster.pid(),
                    connection.version(),
                    startedNow));
        } catch (ServerRefusal refusal) {
            if (refusal.isNotYetOrNoLongerThere()) {
                return Optional.empty();
            }
            throw refusal;
        } catch (IOException notServing) {
            return Optional.empty();
        }
    }

    private void createDatabase() throws IOException {
        Optional<Postmaster> postmaster = Postmaster.read(folder.data());
        if (postmaster.isEmpty()) {
            return;
        }
        createDatabase(postmaster.get().port(), folder.password().orElse(""), database);
    }

    /** Creates a database; one that is there already is left alone. */
    static void createDatabase(int port, String password, String name) throws IOException {
        try (ServerConnection connection = ServerConnection.open(port, ALWAYS_THERE, password, 60_000)) {
            connection.execute("CREATE DATABASE \"" + name.replace("\"", "\"\"") + "\"");
        } catch (ServerRefusal refusal) {
            if (!refusal.isDuplicate()) {
                throw refusal;
            }
        }
    }
}
