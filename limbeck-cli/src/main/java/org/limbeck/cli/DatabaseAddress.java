package org.limbeck.cli;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.limbeck.embedded.RunningServer;

/** How PostgreSQL's own programs reach a database: environment variables, and the URL for Java. */
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

    /**
     * The JDBC URL with the user.
     *
     * @param password whether to say the password as well, which only the embedded server's is good for: it is random, and
     *     without it nobody could use the URL
     */
    static String jdbcUrl(Map<String, String> environment, boolean password) {
        String[] hosts = environment.getOrDefault("PGHOST", "").split(",", -1);
        String[] ports = environment.getOrDefault("PGPORT", "").split(",", -1);
        StringBuilder url = new StringBuilder("jdbc:postgresql://");
        for (int i = 0; i < hosts.length; i++) {
            String host = hosts[i].indexOf(':') < 0 ? hosts[i] : "[" + hosts[i] + "]";
            url.append(i == 0 ? "" : ",").append(host).append(':').append(ports[i]);
        }
        url.append('/').append(encoded(environment.getOrDefault("PGDATABASE", "")));
        url.append("?user=").append(encoded(environment.getOrDefault("PGUSER", "")));
        if (password) {
            url.append("&password=").append(encoded(environment.getOrDefault("PGPASSWORD", "")));
        }
        return url.toString();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
