package org.limbeck.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.limbeck.Limbeck;
import org.limbeck.execute.RunListener;
import org.limbeck.setting.SettingSources;
import org.limbeck.setting.Settings;
import org.limbeck.sql.ScriptStatement;
import org.limbeck.sql.SqlScript;

/** The three revisions of the ads-analytics backend, read as its users have them. */
class BackendTest {

    private static final Path BACKEND =
            Path.of("..", "backend").toAbsolutePath().normalize();
    private static final Path STATE = Path.of("target", "backend-state").toAbsolutePath();

    @ParameterizedTest
    @ValueSource(ints = {14, 18})
    void upDownAndUpAgain(int major) {
        TestDatabase database = TestDatabase.on(major);

        assertThat(backend(database).upgrade("head").after()).containsExactly("0003");
        List<String> first = schema(database);
        assertThat(database.value("SELECT version_num FROM alembic_version")).isEqualTo("0003");
        assertThat(kinds(first))
                .isEqualTo(Map.of("tables", 7L, "columns", 90L, "foreign keys", 6L, "checks", 14L, "indexes", 15L));

        assertThat(backend(database).downgrade("base").after()).isEmpty();
        assertThat(schema(database)).containsExactly("schema public");
        assertThat(database.rows("SELECT FROM alembic_version")).isEmpty();

        backend(database).upgrade("head");
        assertThat(schema(database)).isEqualTo(first);
    }

    @ParameterizedTest
    @ValueSource(ints = {14, 18})
    void oneStepAtATimeGivesTheSameBothWays(int major) {
        TestDatabase database = TestDatabase.on(major);
        backend(database).upgrade("+1");
        List<String> at1 = schema(database);
        backend(database).upgrade("+1");
        List<String> at2 = schema(database);
        backend(database).upgrade("+1");
        backend(database).downgrade("-1");
        assertThat(schema(database)).isEqualTo(at2);
        backend(database).downgrade("-1");
        assertThat(schema(database)).isEqualTo(at1);
    }

    @ParameterizedTest
    @ValueSource(ints = {14, 18})
    void theSchemaIsTheSpecifiedOne(int major) throws Exception {
        TestDatabase migrated = TestDatabase.on(major);
        backend(migrated).upgrade("head");
        TestDatabase specified = TestDatabase.on(major);
        specified.execute(SqlScript.statements("ads-analytics.sql", resource("ads-analytics.sql")).stream()
                .map(ScriptStatement::text)
                .toArray(String[]::new));

        assertThat(schema(migrated)).isEqualTo(schema(specified));
        String order = "SELECT table_name, ordinal_position, column_name FROM information_schema.columns"
                + " WHERE table_schema = 'public' AND table_name NOT IN ('alembic_version', 'limbeck_history') ORDER BY 1, 2";
        assertThat(migrated.rows(order)).isEqualTo(specified.rows(order));
    }

    static Limbeck backend(TestDatabase database) {
        SettingSources sources =
                new SettingSources(BACKEND, Map.of(), Map.of("state-directory", STATE.toString()), null);
        return new Limbeck(Settings.load(sources), Path.of("").toAbsolutePath(), database, RunListener.NONE);
    }

    private static List<String> schema(TestDatabase database) {
        return database.catalogWithout("alembic_version", "limbeck_history");
    }

    private static Map<String, Long> kinds(List<String> schema) {
        return Map.of(
                "tables", count(schema, "relation .* kind r .*"),
                "columns", count(schema, "column .*"),
                "foreign keys", count(schema, "constraint .*: FOREIGN KEY .*"),
                "checks", count(schema, "constraint .*: CHECK .*"),
                "indexes", count(schema, "index .*"));
    }

    private static long count(List<String> lines, String pattern) {
        return lines.stream().filter(line -> line.matches("(?s)" + pattern)).count();
    }

    private static String resource(String name) throws java.io.IOException {
        try (InputStream in = Objects.requireNonNull(BackendTest.class.getResourceAsStream(name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
