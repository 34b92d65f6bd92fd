package org.limbeck.setting;

import java.util.List;

/** Takes URLs apart. */
final class UrlReader {

    static final String ENCODING_HINT =
            "in a URL, @ : / ? # % and blanks in a user or password are percent-encoded: @ as %40, : as %3A, / as %2F";

    private enum Dialect {
        JDBC,
        LIBPQ,
        SQLALCHEMY
    }

    private UrlReader() {}

    /** Reads what follows {@code jdbc:postgresql:}. */
    static void readJdbc(String text, ConnectionParts parts) throws InvalidUrl {
        int question = text.indexOf('?');
        String base = question < 0 ? text : text.substring(0, question);
        if (base.startsWith("//")) {
            int slash = base.indexOf('/', 2);
            String authority = base.substring(2, slash < 0 ? base.length() : slash);
            if (authority.indexOf('@') >= 0) {
                throw new InvalidUrl(
                        "has a user before the host, which JDBC URLs do not know",
                        "leave out jdbc: and it is a PostgreSQL URL, or use the settings user and password");
            }
            readHosts(authority, parts);
            readDatabase(slash < 0 ? "" : base.substring(slash + 1), Dialect.JDBC, parts);
        } else if (base.startsWith("/")) {
            throw new InvalidUrl("has one slash where none, two or three are needed");
        } else {
            parts.database = decoded(base, Dialect.JDBC);
        }
        readParameters(question < 0 ? "" : text.substring(question + 1), Dialect.JDBC, parts);
    }

    /** Reads what follows {@code postgresql://} or the like. */
    static void readUri(String text, boolean sqlAlchemy, ConnectionParts parts) throws InvalidUrl {
        Dialect dialect = sqlAlchemy ? Dialect.SQLALCHEMY : Dialect.LIBPQ;
        int question = text.indexOf('?');
        String base = question < 0 ? text : text.substring(0, question);
        int slash = base.indexOf('/');
        String authority = slash < 0 ? base : base.substring(0, slash);
        int at = authority.indexOf('@');
        if (at >= 0) {
            String login = authority.substring(0, at);
            int colon = login.indexOf(':');
            parts.user = decoded(colon < 0 ? login : login.substring(0, colon), Dialect.LIBPQ);
            parts.password = colon < 0 ? "" : decoded(login.substring(colon + 1), Dialect.LIBPQ);
        }
        readHosts(authority.substring(at + 1), parts);
        readDatabase(slash < 0 ? "" : base.substring(slash + 1), Dialect.LIBPQ, parts);
        readParameters(question < 0 ? "" : text.substring(question + 1), dialect, parts);
    }

    private static void readHosts(String text, ConnectionParts parts) throws InvalidUrl {
        if (text.indexOf('@') >= 0) {
            throw new InvalidUrl("has more than one @ before the database", ENCODING_HINT);
        }
        if (!text.isEmpty()) {
            parts.addHosts(Host.list(decoded(text, Dialect.LIBPQ)));
        }
    }

    private static void readDatabase(String text, Dialect dialect, ConnectionParts parts) throws InvalidUrl {
        if (text.indexOf('/') >= 0 || text.indexOf('@') >= 0) {
            throw new InvalidUrl("has a / or @ in the name of the database", ENCODING_HINT);
        }
        parts.database = decoded(text, dialect);
    }

    private static void readParameters(String text, Dialect dialect, ConnectionParts parts) throws InvalidUrl {
        boolean hostSeen = false;
        for (String parameter : text.split("&", -1)) {
            if (parameter.isEmpty()) {
                continue;
            }
            int equals = parameter.indexOf('=');
            if (equals < 0 && dialect != Dialect.JDBC) {
                throw new InvalidUrl("has a parameter without =", ENCODING_HINT);
            }
            String rawName = equals < 0 ? parameter : parameter.substring(0, equals);
            String name = decoded(rawName, dialect);
            boolean login = name.equals("user") || SecretMask.isSecret(rawName);
            if (!isName(name) || (!login && parameter.indexOf('@') >= 0)) {
                // Most likely the end of a password with a question mark: nothing may be taken from such a URL.
                throw new InvalidUrl("has something after the question mark that is no parameter", ENCODING_HINT);
            }
            String value = equals < 0 ? "" : decoded(parameter.substring(equals + 1), dialect);
            switch (name) {
                case "user" -> parts.user = value;
                case "password" -> parts.password = value;
                case "dbname", "PGDBNAME" -> parts.database = value;
                case "passfile" -> parts.passFile = value;
                case "port", "PGPORT" -> parts.readPorts(value);
                case "host", "PGHOST" -> {
                    // SQLAlchemy repeats the parameter for several hosts; together they replace the host of the URL.
                    parts.given = hostSeen ? parts.given : List.of();
                    hostSeen = true;
                    parts.addHosts(Host.list(value));
                }
                case "service" -> throw new InvalidUrl("names a service, but service files are not supported");
                default -> {
                    if (dialect == Dialect.JDBC) {
                        parts.parameters.put(name, value);
                    } else {
                        ConnectionParameter.read(name, value, parts);
                    }
                }
            }
        }
    }

    private static boolean isName(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '_' && c != '.' && c != '-' && !Character.isLetterOrDigit(c)) {
                return false;
            }
        }
        return !text.isEmpty();
    }

    private static String decoded(String text, Dialect dialect) throws InvalidUrl {
        String decoded = PercentCode.decode(text, dialect != Dialect.LIBPQ);
        if (decoded == null) {
            throw new InvalidUrl("has a % that is not followed by the two digits of a character", ENCODING_HINT);
        }
        return decoded;
    }
}
