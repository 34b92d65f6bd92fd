package org.limbeck.setting;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.limbeck.problem.LimbeckException;
import org.limbeck.problem.Problem;
import org.limbeck.problem.ProblemCode;

/**
 * Reads database URLs: the JDBC driver's, those of PostgreSQL's own programs, and SQLAlchemy's. What a URL leaves open comes
 * from the environment variables of PostgreSQL's own programs ({@code PGHOST}, {@code PGUSER}, ...) and the password file.
 */
public final class DatabaseUrl {

    static final String EMBEDDED = "embedded";

    static final String JDBC = "jdbc:postgresql:";
    private static final String EXAMPLE = "postgresql://user@localhost:5432/shop";

    private DatabaseUrl() {}

    /**
     * Reads a URL.
     *
     * @param text the URL; {@code embedded}; or empty for what {@code PGHOST} and {@code PGDATABASE} say, and the embedded
     *     database if neither is set
     * @param user comes before the user in the URL; empty for none
     * @param password comes before the password in the URL; empty for none
     * @param environment the environment variables; empty ones count as unset
     * @throws LimbeckException if the URL cannot be used; no password is ever part of it
     */
    public static Database parse(String text, String user, String password, Map<String, String> environment) {
        String url = text.strip();
        boolean serverInEnvironment = isSet(environment, "PGHOST") || isSet(environment, "PGDATABASE");
        if (url.isEmpty() && isSet(environment, "PGSERVICE")) {
            throw Problem.of(ProblemCode.INVALID_SETTING, "PGSERVICE is set, but service files are not supported")
                    .hint("to name the database instead:", "export LIMBECK_URL=" + EXAMPLE)
                    .exception();
        }
        if (url.equals(EMBEDDED) || (url.isEmpty() && !serverInEnvironment)) {
            return new Database.Embedded();
        }
        try {
            ConnectionParts parts = new ConnectionParts();
            if (!url.isEmpty()) {
                read(url, parts);
            }
            if (!user.isEmpty()) {
                parts.user = user;
            }
            if (!password.isEmpty()) {
                parts.password = password;
            }
            return server(parts, environment);
        } catch (InvalidUrl invalid) {
            throw problem(url, invalid);
        }
    }

    private static void read(String url, ConnectionParts parts) throws InvalidUrl {
        if (url.startsWith(JDBC)) {
            UrlReader.readJdbc(url.substring(JDBC.length()), parts);
            return;
        }
        int end = url.indexOf("://");
        String scheme = end < 0 ? "" : url.substring(0, end);
        if (!isScheme(scheme)) {
            throw new InvalidUrl("starts with neither postgresql:// nor jdbc:postgresql:");
        }
        UrlReader.readUri(url.substring(end + "://".length()), scheme.indexOf('+') >= 0, parts);
    }

    /** Whether it is PostgreSQL's scheme, or SQLAlchemy's, which adds a plus and the name of a driver. */
    static boolean isScheme(String scheme) {
        int plus = scheme.indexOf('+');
        String name = plus < 0 ? scheme : scheme.substring(0, plus);
        return name.equals("postgresql") || name.equals("postgres");
    }

    private static Database.Server server(ConnectionParts parts, Map<String, String> environment) throws InvalidUrl {
        PostgresEnvironment.complete(parts, environment);
        List<Host> hosts = parts.hosts();
        PassFile.complete(parts, hosts, environment);
        StringBuilder jdbcHosts = new StringBuilder();
        StringBuilder shownHosts = new StringBuilder();
        for (Host host : hosts) {
            String separator = jdbcHosts.length() == 0 ? "" : ",";
            jdbcHosts.append(separator).append(host.address()).append(':').append(host.port());
            shownHosts.append(separator).append(host.shown());
        }
        String schema = SearchPath.first(parts.parameters);
        return new Database.Server(
                "jdbc:postgresql://" + jdbcHosts + "/" + PercentCode.encode(parts.database, ""),
                parts.user,
                parts.password,
                parts.parameters,
                parts.database + (schema.isEmpty() ? "" : "." + schema) + "@" + shownHosts,
                parts.notes);
    }

    /** The cause is left out on purpose: nothing of the URL may get into a stack trace. */
    private static LimbeckException problem(String url, InvalidUrl invalid) {
        Problem problem = Problem.of(
                ProblemCode.INVALID_SETTING,
                url.isEmpty()
                        ? "PostgreSQL's environment cannot be used: it " + invalid.what()
                        : "the database URL " + invalid.what());
        if (!url.isEmpty()) {
            problem = problem.evidence(SecretMask.url(url));
        }
        List<String> hints = new ArrayList<>(invalid.hints());
        for (String hint : hints) {
            problem = problem.hint(hint);
        }
        return problem.hint("a database URL looks like this:", EXAMPLE).exception();
    }

    static boolean isSet(Map<String, String> environment, String name) {
        return !environment.getOrDefault(name, "").isEmpty();
    }
}
