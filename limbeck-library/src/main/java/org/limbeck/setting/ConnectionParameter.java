package org.limbeck.setting;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.limbeck.problem.Nearest;

/** Parameters of PostgreSQL's own programs, and what the JDBC driver calls them. */
enum ConnectionParameter {
    SSLMODE("sslmode", "sslmode", "PGSSLMODE"),
    SSLCERT("sslcert", "sslcert", "PGSSLCERT"),
    SSLKEY("sslkey", "sslkey", "PGSSLKEY"),
    SSLROOTCERT("sslrootcert", "sslrootcert", "PGSSLROOTCERT"),
    SSLPASSWORD("sslpassword", "sslpassword", ""),
    SSLNEGOTIATION("sslnegotiation", "sslNegotiation", "PGSSLNEGOTIATION"),
    CONNECT_TIMEOUT("connect_timeout", "connectTimeout", "PGCONNECT_TIMEOUT"),
    APPLICATION_NAME("application_name", "ApplicationName", "PGAPPNAME"),
    OPTIONS("options", "options", "PGOPTIONS"),
    TARGET_SESSION_ATTRS("target_session_attrs", "targetServerType", "PGTARGETSESSIONATTRS"),
    LOAD_BALANCE_HOSTS("load_balance_hosts", "loadBalanceHosts", "PGLOADBALANCEHOSTS"),
    KEEPALIVES("keepalives", "tcpKeepAlive", ""),
    GSSENCMODE("gssencmode", "gssEncMode", "PGGSSENCMODE"),
    CHANNEL_BINDING("channel_binding", "channelBinding", "PGCHANNELBINDING"),
    REQUIRE_AUTH("require_auth", "requireAuth", "PGREQUIREAUTH"),
    KRBSRVNAME("krbsrvname", "kerberosServerName", "PGKRBSRVNAME"),
    /** Only the driver has it; psql says {@code options=-csearch_path=...}. */
    CURRENT_SCHEMA("currentSchema", "currentSchema", "");

    /** What changes nothing that matters here. */
    private static final List<String> PASSED_OVER = List.of(
            "client_encoding",
            "fallback_application_name",
            "keepalives_idle",
            "keepalives_interval",
            "keepalives_count",
            "tcp_user_timeout",
            "sslcompression",
            "async_fallback",
            "prepared_statement_cache_size");

    private final String keyword;
    private final String driverName;
    private final String environmentVariable;

    ConnectionParameter(String keyword, String driverName, String environmentVariable) {
        this.keyword = keyword;
        this.driverName = driverName;
        this.environmentVariable = environmentVariable;
    }

    String driverName() {
        return driverName;
    }

    /** Empty if there is none. */
    String environmentVariable() {
        return environmentVariable;
    }

    /** Reads a parameter of a URL. */
    static void read(String name, String value, ConnectionParts parts) throws InvalidUrl {
        boolean ssl = name.equals("ssl");
        String keyword = ssl ? SSLMODE.keyword : name;
        for (ConnectionParameter parameter : values()) {
            if (parameter.keyword.equals(keyword)) {
                // psql knows ssl=true, asyncpg ssl=<mode>.
                parameter.put(ssl && value.equals("true") ? "require" : value, keyword, parts);
                return;
            }
        }
        if (PASSED_OVER.contains(name)) {
            parts.notes.add("the JDBC driver has nothing like " + name + ", it was passed over");
            return;
        }
        List<String> keywords = new ArrayList<>();
        for (ConnectionParameter parameter : values()) {
            keywords.add(parameter.keyword);
        }
        String nearest = Nearest.of(name, keywords);
        // The name itself is not repeated: after an unencoded ? it may be a part of the password.
        throw new InvalidUrl(
                "has a parameter that is not known",
                nearest == null ? "known are " + String.join(", ", keywords) : "did you mean " + nearest);
    }

    /**
     * Keeps a value under the driver's name.
     *
     * @param source what to call it in a problem
     */
    void put(String value, String source, ConnectionParts parts) throws InvalidUrl {
        String driverValue = driverValue(value);
        if (driverValue == null) {
            throw new InvalidUrl("has a value for " + source + " that is not one of " + allowed());
        }
        parts.parameters.put(driverName, driverValue);
    }

    private @Nullable String driverValue(String value) {
        return switch (this) {
            case TARGET_SESSION_ATTRS ->
                switch (value) {
                    case "any" -> "any";
                    case "read-write", "primary" -> "primary";
                    case "read-only", "standby" -> "secondary";
                    case "prefer-standby" -> "preferSecondary";
                    default -> null;
                };
            case KEEPALIVES -> value.equals("1") ? "true" : value.equals("0") ? "false" : null;
            case LOAD_BALANCE_HOSTS -> value.equals("random") ? "true" : value.equals("disable") ? "false" : null;
            case SSLMODE, GSSENCMODE -> List.of(allowed().split(", ", -1)).contains(value) ? value : null;
            case CONNECT_TIMEOUT -> isNumber(value) ? value : null;
            default -> value;
        };
    }

    private String allowed() {
        return switch (this) {
            case TARGET_SESSION_ATTRS -> "any, read-write, read-only, primary, standby, prefer-standby";
            case KEEPALIVES -> "0, 1";
            case LOAD_BALANCE_HOSTS -> "disable, random";
            case SSLMODE -> "disable, allow, prefer, require, verify-ca, verify-full";
            case GSSENCMODE -> "disable, allow, prefer, require";
            case CONNECT_TIMEOUT -> "the seconds from 0 to 9999999";
            default -> "";
        };
    }

    private static boolean isNumber(String value) {
        for (int i = 0; i < value.length(); i++) {
            if (value.charAt(i) < '0' || value.charAt(i) > '9') {
                return false;
            }
        }
        return !value.isEmpty() && value.length() <= 7;
    }
}
