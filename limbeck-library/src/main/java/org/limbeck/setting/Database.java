package org.limbeck.setting;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/** The database to work on. */
public sealed interface Database permits Database.Embedded, Database.Server {

    /** The one that Limbeck runs itself. */
    record Embedded() implements Database {

        @Override
        public String displayName() {
            return "embedded";
        }
    }

    /**
     * One on a server.
     *
     * @param jdbcUrl the driver's URL with hosts, ports and database only, so that it can be printed
     * @param user who connects
     * @param password the password; empty if none is known. Never to be printed
     * @param parameters further settings of the connection by the driver's names. They may hold a secret, so not to be printed
     * @param displayName database, unusual schema, host and unusual port, for example {@code shop@db.example.com:5433} or
     *     {@code shop.acme@localhost}
     * @param notes what was passed over while reading the URL and its environment, a sentence each
     */
    record Server(
            String jdbcUrl,
            String user,
            String password,
            Map<String, String> parameters,
            String displayName,
            List<String> notes)
            implements Database {

        public Server {
            parameters = Map.copyOf(parameters);
            notes = List.copyOf(notes);
        }

        /**
         * Everything the driver takes besides the URL, user and password included. An unknown password is passed as an
         * empty one, because without one the driver searches password files by rules of its own.
         */
        public Properties properties() {
            Properties properties = new Properties();
            properties.putAll(parameters);
            properties.setProperty("user", user);
            properties.setProperty("password", password);
            return properties;
        }

        /** The URL of another database of the same server. */
        public String jdbcUrlOf(String anotherDatabase) {
            String encoded =
                    URLEncoder.encode(anotherDatabase, StandardCharsets.UTF_8).replace("+", "%20");
            return jdbcUrl.substring(0, jdbcUrl.lastIndexOf('/') + 1) + encoded;
        }

        /**
         * The environment variables by which PostgreSQL's own programs reach this database. The password, where there is
         * one, stands in {@code PGPASSWORD}.
         */
        public Map<String, String> programEnvironment() {
            return ProgramEnvironment.of(this);
        }

        @Override
        public String toString() {
            return user + " at " + displayName;
        }
    }

    /** What to call it in a line of output; never holds a password. */
    String displayName();
}
