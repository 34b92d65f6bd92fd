package org.limbeck.safety;

import java.util.Set;

/**
 * The server and the settings that decide about effects.
 *
 * @param major its major version
 * @param timeZone the session's time zone
 * @param compressions the methods to compress columns that it was built with
 */
public record ServerFacts(int major, String timeZone, Set<String> compressions) {

    public ServerFacts {
        compressions = Set.copyOf(compressions);
    }

    ServerFacts withTimeZone(String zone) {
        return new ServerFacts(major, zone, compressions);
    }
}
