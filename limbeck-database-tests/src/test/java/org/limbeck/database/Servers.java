package org.limbeck.database;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.limbeck.embedded.EmbeddedPostgres;
import org.limbeck.embedded.TemporaryServer;

/** One server of each major version for all tests; it ends with the JVM. */
final class Servers {

    static final int OLDEST = 14;
    static final int NEWEST = 18;

    private static final Map<Integer, TemporaryServer> RUNNING = new ConcurrentHashMap<>();

    private Servers() {}

    static TemporaryServer of(int major) {
        return RUNNING.computeIfAbsent(major, EmbeddedPostgres::temporary);
    }
}
