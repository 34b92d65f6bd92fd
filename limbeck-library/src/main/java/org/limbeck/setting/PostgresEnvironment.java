package org.limbeck.setting;

import java.util.Map;

/** Fills in what a URL leaves open from the environment variables of PostgreSQL's own programs. */
final class PostgresEnvironment {

    private PostgresEnvironment() {}

    static void complete(ConnectionParts parts, Map<String, String> environment) throws InvalidUrl {
        if (parts.given.isEmpty() && DatabaseUrl.isSet(environment, "PGHOST")) {
            parts.addHosts(Host.list(environment.getOrDefault("PGHOST", "")));
        }
        if (!parts.hasPort() && DatabaseUrl.isSet(environment, "PGPORT")) {
            parts.readPorts(environment.getOrDefault("PGPORT", ""));
        }
        if (parts.user.isEmpty()) {
            parts.user = orElse(environment.getOrDefault("PGUSER", ""), System.getProperty("user.name", ""));
        }
        if (parts.user.isEmpty()) {
            throw new InvalidUrl("names no user", "give it in the URL or with --user");
        }
        if (parts.database.isEmpty()) {
            parts.database = orElse(environment.getOrDefault("PGDATABASE", ""), parts.user);
        }
        if (parts.password.isEmpty()) {
            parts.password = environment.getOrDefault("PGPASSWORD", "");
        }
        if (parts.passFile.isEmpty()) {
            parts.passFile = environment.getOrDefault("PGPASSFILE", "");
        }
        for (ConnectionParameter parameter : ConnectionParameter.values()) {
            String value = environment.getOrDefault(parameter.environmentVariable(), "");
            if (!value.isEmpty() && !isDecided(parameter, parts)) {
                parameter.put(value, parameter.environmentVariable(), parts);
            }
        }
        if (DatabaseUrl.isSet(environment, "PGSERVICE")) {
            parts.notes.add("service files are not supported, PGSERVICE was passed over");
        }
    }

    /** A JDBC URL's {@code ssl=true} must not be weakened by a mode from the environment. */
    private static boolean isDecided(ConnectionParameter parameter, ConnectionParts parts) {
        return parts.parameters.containsKey(parameter.driverName())
                || (parameter == ConnectionParameter.SSLMODE && parts.parameters.containsKey("ssl"));
    }

    private static String orElse(String first, String second) {
        return first.isEmpty() ? second : first;
    }
}
