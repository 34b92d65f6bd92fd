package org.limbeck.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.limbeck.embedded.DatabaseAccess;
import org.limbeck.sql.ScriptStatement;
import org.limbeck.sql.SqlScript;

/** What the server's own {@code pg_dump} says of a schema. */
final class SchemaDump {

    private static final Pattern MAJOR = Pattern.compile("\\(PostgreSQL\\) (\\d+)");

    private SchemaDump() {}

    /** The newest version of a server that the installed program reads; 0 where there is none. */
    static int newestMajor() {
        try {
            Matcher version = MAJOR.matcher(output(Map.of(), "pg_dump", "--version"));
            return version.find() ? Integer.parseInt(version.group(1)) : 0;
        } catch (IOException notInstalled) {
            return 0;
        }
    }

    /** The statements without Limbeck's own tables, sorted, since their order says nothing. */
    static List<String> statements(DatabaseAccess access) {
        String url = access.jdbcUrl().substring("jdbc:".length());
        Map<String, String> environment = Map.of("PGUSER", access.user(), "PGPASSWORD", access.password());
        try {
            String dump =
                    output(environment, "pg_dump", "--schema-only", "--exclude-table=limbeck_*", "--dbname=" + url);
            return Arrays.stream(dump.split("\n\n+"))
                    .map(SchemaDump::withoutRemarks)
                    .filter(statement -> !statement.isEmpty())
                    .sorted()
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The statements in their order, Limbeck's own tables among them, to be restored elsewhere. */
    static List<String> statementsOfAll(DatabaseAccess access) {
        String url = access.jdbcUrl().substring("jdbc:".length());
        Map<String, String> environment = Map.of("PGUSER", access.user(), "PGPASSWORD", access.password());
        try {
            String dump = output(environment, "pg_dump", "--schema-only", "--dbname=" + url);
            return SqlScript.statements("the dump", withoutRemarks(dump)).stream()
                    .map(ScriptStatement::text)
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Without comments and without commands of psql, which carry a random word. */
    private static String withoutRemarks(String piece) {
        return String.join(
                "\n",
                piece.lines()
                        .filter(line -> !line.startsWith("--") && !line.startsWith("\\"))
                        .toList());
    }

    private static String output(Map<String, String> environment, String... command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().putAll(environment);
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (process.waitFor() != 0) {
                throw new AssertionError(String.join(" ", command) + " ended with " + process.exitValue());
            }
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interruption);
        }
        return output;
    }
}
