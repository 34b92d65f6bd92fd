package org.limbeck.setting;

import java.util.LinkedHashMap;
import java.util.Map;

/** Says in the environment variables of PostgreSQL's own programs what the driver is told by its properties. */
final class ProgramEnvironment {

    private ProgramEnvironment() {}

    static Map<String, String> of(Database.Server server) {
        Map<String, String> environment = new LinkedHashMap<>();
        String rest = server.jdbcUrl().substring((DatabaseUrl.JDBC + "//").length());
        int slash = rest.lastIndexOf('/');
        StringBuilder hosts = new StringBuilder();
        StringBuilder ports = new StringBuilder();
        for (String host : ValueSyntax.split(rest.substring(0, slash), ',')) {
            int colon = host.lastIndexOf(':');
            String separator = hosts.length() == 0 ? "" : ",";
            hosts.append(separator).append(withoutBrackets(host.substring(0, colon)));
            ports.append(separator).append(host, colon + 1, host.length());
        }
        environment.put("PGHOST", hosts.toString());
        environment.put("PGPORT", ports.toString());
        String database = PercentCode.decode(rest.substring(slash + 1), false);
        environment.put("PGDATABASE", database == null ? rest.substring(slash + 1) : database);
        environment.put("PGUSER", server.user());
        if (!server.password().isEmpty()) {
            environment.put("PGPASSWORD", server.password());
        }
        for (ConnectionParameter parameter : ConnectionParameter.values()) {
            String value = server.parameters().get(parameter.driverName());
            if (value != null && !parameter.environmentVariable().isEmpty()) {
                environment.put(parameter.environmentVariable(), inProgramsWords(parameter, value));
            }
        }
        return environment;
    }

    private static String inProgramsWords(ConnectionParameter parameter, String value) {
        return switch (parameter) {
            case TARGET_SESSION_ATTRS ->
                switch (value) {
                    case "secondary" -> "standby";
                    case "preferSecondary" -> "prefer-standby";
                    default -> value;
                };
            case LOAD_BALANCE_HOSTS -> value.equals("true") ? "random" : "disable";
            default -> value;
        };
    }

    private static String withoutBrackets(String host) {
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }
}
