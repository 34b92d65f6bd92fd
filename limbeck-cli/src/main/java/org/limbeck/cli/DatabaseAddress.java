package org.limbeck.cli;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.limbeck.embedded.RunningServer;

/** How PostgreSQL's own programs reach a database: environment variables and the URL that says the same. */
final class DatabaseAddress {

    private DatabaseAddress() {}

    static Map<String, String> of(RunningServer server) {
        return Map.of(
                "PGHOST", RunningServer.HOST,
                "PGPORT", Integer.toString(server.port()),
                "PGDATABASE", EmbeddedDatabase.DATABASE,
                "PGUSER", server.access().user(),
                "PGPASSWORD", server.access().password());
    }

    /** The URL with the password, where there is one: somebody asked for it. */
    static String url(Map<String, String> environment) {
        String password = environment.getOrDefault("PGPASSWORD", "");
        String[] hosts = environment.getOrDefault("PGHOST", "").split(",", -1);
        String[] ports = environment.getOrDefault("PGPORT", "").split(",", -1);
        StringBuilder addresses = new StringBuilder();
        for (int i = 0; i < hosts.length; i++) {
            String host = hosts[i].indexOf(':') < 0 ? hosts[i] : "[" + hosts[i] + "]";
            addresses.append(i == 0 ? "" : ",").append(host).append(':').append(ports[i]);
        }
        return "postgresql://" + encoded(environment.getOrDefault("PGUSER", ""))
                + (password.isEmpty() ? "" : ":" + encoded(password)) + "@" + addresses + "/"
                + encoded(environment.getOrDefault("PGDATABASE", ""));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
