package org.limbeck.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.limbeck.catalog.FactsReader;
import org.limbeck.safety.Begun;
import org.limbeck.safety.Facts;
import org.limbeck.safety.FactsRequest;
import org.limbeck.safety.OnlineRecipes;
import org.limbeck.safety.Recipe;

/** Large tables that become partitions: their rows are looked at before, or the statement stays as it is. */
class AttachRecipeTest {

    private static final String VALUES =
            "day date, n int, big bigint, tiny smallint, price numeric, at timestamp, seen timestamptz, kind text, code varchar(9)";

    private static final List<String> TABLES = List.of(
            "CREATE TABLE \"Old one\" (" + VALUES + ")",
            "INSERT INTO \"Old one\" SELECT date '2024-01-01' + g % 300, g % 300, g % 300, g % 300, g % 300,"
                    + " timestamp '2024-01-01' + g % 300 * interval '1 day', timestamptz '2024-01-02' + g % 300 * interval '1 day',"
                    + " chr(97 + g % 3), chr(97 + g % 3) FROM generate_series(1, 12000) g",
            "ANALYZE \"Old one\"");

    static Stream<Arguments> statements() {
        return Stream.of(
                        "RANGE (day): FROM ('2024-01-01') TO ('2025-01-01')",
                        "RANGE (day): FROM (MINVALUE) TO ('2025-01-01') -- all that is old",
                        "RANGE (n): FROM (0) TO (300)",
                        "RANGE (n): FROM (-1) TO (maxvalue)",
                        "RANGE (n): FROM ('-7') TO (500)",
                        "RANGE (big): FROM (0) TO ('5000000000')",
                        "RANGE (tiny): FROM (0) TO (1000)",
                        "RANGE (price): FROM (-0.5) TO (1000)",
                        "RANGE (at): FROM ('2024-01-01') TO ('2025-01-01 12:00:00')",
                        "RANGE (seen): FROM ('2024-01-01 00:00+00') TO ('2025-01-01')",
                        "LIST (n): IN (" + String.join(", ", numbers()) + ")",
                        "LIST (kind): IN ('a', 'b', 'c', 'it''s')",
                        "LIST (code): IN ('a', 'b', 'c')")
                .flatMap(bound -> Stream.of(14, 18).map(major -> Arguments.of(bound, major)));
    }

    private static List<String> numbers() {
        return Stream.iterate(0, n -> n + 1).limit(300).map(String::valueOf).toList();
    }

    @ParameterizedTest
    @Execution(ExecutionMode.CONCURRENT)
    @MethodSource("statements")
    void provesThatRowsFit(String bound, int major) throws Exception {
        String sql = "ALTER TABLE whole ATTACH PARTITION \"Old one\" FOR VALUES " + values(bound);
        TestDatabase literal = database(major, key(bound));
        literal.execute(sql);
        TestDatabase online = database(major, key(bound));

        try (Connection connection = online.connect()) {
            Recipe recipe = recipe(sql, connection);
            assertThat(recipe).isNotNull();
            assertThat(recipe.statements())
                    .extracting(org.limbeck.sql.Statement::transactional)
                    .containsExactly(true, false, true, true);
            TestDatabase.execute(connection, "SET client_min_messages = debug1");
            List<String> told = new ArrayList<>();
            for (org.limbeck.sql.Statement statement : recipe.statements()) {
                told.addAll(messages(connection, statement.text()));
            }
            assertThat(told).anyMatch(message -> message.contains("\"Old one\" is implied by existing constraints"));
        }
        assertThat(online.catalog()).isEqualTo(literal.catalog());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE INDEX whole_n ON whole (n)",
                "CREATE UNIQUE INDEX whole_day ON whole (day)",
                "ALTER TABLE whole ADD CONSTRAINT positive CHECK (n >= 0)",
                "ALTER TABLE whole ALTER n SET NOT NULL",
                "ALTER TABLE whole ADD COLUMN more int",
                "ALTER TABLE \"Old one\" ADD COLUMN more int",
                "ALTER TABLE \"Old one\" ALTER COLUMN code TYPE varchar(10)",
                "ALTER TABLE \"Old one\" ADD CONSTRAINT c CHECK (n >= 0) NO INHERIT",
                "ALTER TABLE \"Old one\" ADD CONSTRAINT c CHECK (day >= '2024-01-01' AND day < '2025-01-01' AND day IS NOT NULL)",
                "ALTER TABLE \"Old one\" ADD CONSTRAINT \"Old one_limbeck_partition\" CHECK (n >= 0)",
                "ALTER TABLE \"Old one\" ALTER n SET NOT NULL, ALTER n ADD GENERATED ALWAYS AS IDENTITY",
                "CREATE TRIGGER t BEFORE UPDATE ON \"Old one\" FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger()",
                "CREATE TABLE heirs () INHERITS (\"Old one\")",
                "CREATE TABLE another PARTITION OF whole FOR VALUES FROM ('2024-12-31') TO ('2025-12-31')",
                "CREATE TABLE another PARTITION OF whole FOR VALUES FROM (MINVALUE) TO ('2024-01-02')",
                "CREATE TABLE rest PARTITION OF whole DEFAULT; INSERT INTO rest SELECT '2030-01-01' FROM generate_series(1, 12000);"
                        + " ANALYZE rest",
                "ALTER TABLE \"Old one\" SET UNLOGGED",
                "CREATE TABLE above (LIKE whole) PARTITION BY RANGE (n);"
                        + " ALTER TABLE above ATTACH PARTITION whole FOR VALUES FROM (0) TO (1000)"
            })
    void leavesItAsItIsWhereTheEndIsNotSure(String before) throws Exception {
        String sql = "ALTER TABLE whole ATTACH PARTITION \"Old one\" FOR VALUES FROM ('2024-01-01') TO ('2025-01-01')";
        TestDatabase database = database(18, "RANGE (day)");
        try (Connection connection = database.connect()) {
            assertThat(recipe(sql, connection)).isNotNull();
            TestDatabase.execute(connection, before);
            assertThat(recipe(sql, connection)).isNull();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "RANGE (day): FROM ('2024-01-01'::date) TO ('2025-01-01')",
                "RANGE (day): FROM ('yesterday') TO ('2025-01-01')",
                "RANGE (day): FROM ('2025-01-01') TO ('2024-01-01')",
                "RANGE (day): FROM ('2024-02-30') TO ('2025-01-01')",
                "RANGE (day): IN ('2024-02-28')",
                "RANGE (kind): FROM ('a') TO ('d')",
                "RANGE (day, n): FROM ('2024-01-01', 0) TO ('2025-01-01', 0)",
                "RANGE ((n + 1)): FROM (0) TO (1000)",
                "RANGE (n): FROM (0) TO (5000000000)",
                "RANGE (n): FROM (0) TO (1000.5)",
                "LIST (kind): IN ('a', 'b', 'c', NULL)",
                "LIST (kind COLLATE \"C\"): IN ('a', 'b', 'c')",
                "LIST (kind text_pattern_ops): IN ('a', 'b', 'c')",
                "LIST (code): IN ('a', 'b', 'much too long')",
                "HASH (n): WITH (MODULUS 1, REMAINDER 0)"
            })
    void leavesBoundsAsTheyAreThatItCannotTell(String bound) throws Exception {
        TestDatabase database = database(18, key(bound));
        try (Connection connection = database.connect()) {
            assertThat(recipe("ALTER TABLE whole ATTACH PARTITION \"Old one\" FOR VALUES " + values(bound), connection))
                    .isNull();
        }
    }

    @Test
    void severalPartitionsComeOneAfterTheOther() throws Exception {
        String sql = "ALTER TABLE whole ATTACH PARTITION \"Old one\" FOR VALUES FROM ('2024-01-01') TO ('2025-01-01')";
        String beside = "ALTER TABLE whole ATTACH PARTITION other FOR VALUES FROM ('2025-01-01') TO ('2026-01-01')";
        String over = "ALTER TABLE whole ATTACH PARTITION other FOR VALUES FROM ('2024-12-31') TO ('2026-01-01')";
        TestDatabase database = database(18, "RANGE (day)");
        try (Connection connection = database.connect()) {
            Facts facts = FactsReader.read(connection, FactsRequest.of(List.of(sql)));
            for (String before : List.of(beside, "UPDATE \"Old one\" SET n = n + 1")) {
                OnlineRecipes recipes = new OnlineRecipes(facts);
                recipes.settle(before);
                assertThat(recipes.recipe(sql, Begun.NOTHING, false)).as(before).isPresent();
            }
            for (String before : List.of(
                    over,
                    "ALTER TABLE whole DETACH PARTITION other",
                    "ALTER TABLE whole ADD COLUMN more int",
                    "CREATE INDEX whole_n ON whole (n)",
                    "ALTER TABLE \"Old one\" ADD COLUMN more int",
                    "SELECT set_config('search_path', 'other', false)")) {
                OnlineRecipes recipes = new OnlineRecipes(facts);
                recipes.settle(before);
                assertThat(recipes.recipe(sql, Begun.NOTHING, false)).as(before).isEmpty();
            }
        }
    }

    @Test
    void takesWhatTheParentDemandsFromTheTable() throws Exception {
        String sql =
                "ALTER TABLE public.whole ATTACH PARTITION \"Old one\" FOR VALUES FROM ('2024-01-01') TO ('2025-01-01')";
        for (int major : List.of(14, 18)) {
            TestDatabase database = database(major, "RANGE (day)");
            database.execute(
                    "CREATE TABLE kinds (kind text PRIMARY KEY)",
                    "INSERT INTO kinds VALUES ('a'), ('b'), ('c')",
                    "ALTER TABLE \"Old one\" ADD COLUMN id int",
                    "CREATE SEQUENCE ids",
                    "UPDATE \"Old one\" SET id = nextval('ids')",
                    "ALTER TABLE whole ADD COLUMN id int",
                    "CREATE INDEX ON whole (lower(code))",
                    "CREATE INDEX ON \"Old one\" (lower(code))");
            for (String table : List.of("whole", "\"Old one\"")) {
                database.execute(
                        "ALTER TABLE " + table + " ADD PRIMARY KEY (id, day)",
                        "ALTER TABLE " + table + " ADD CONSTRAINT positive CHECK (n >= 0)",
                        "ALTER TABLE " + table + " ADD CONSTRAINT of_kind FOREIGN KEY (kind) REFERENCES kinds");
            }
            database.execute("CREATE TABLE rest PARTITION OF whole DEFAULT");
            try (Connection connection = database.connect()) {
                Recipe recipe = recipe(sql, connection);
                assertThat(recipe).isNotNull();
                for (org.limbeck.sql.Statement statement : recipe.statements()) {
                    TestDatabase.execute(connection, statement.text());
                }
            }
            assertThat(database.rows("SELECT inhrelid::regclass FROM pg_inherits WHERE inhparent = 'whole'::regclass"))
                    .contains("\"Old one\"");
        }
    }

    private static String key(String bound) {
        return bound.substring(0, bound.indexOf(": "));
    }

    private static String values(String bound) {
        return bound.substring(bound.indexOf(": ") + 2);
    }

    private static @Nullable Recipe recipe(String sql, Connection connection) throws SQLException {
        Facts facts = FactsReader.read(connection, FactsRequest.of(List.of(sql)));
        return new OnlineRecipes(facts).recipe(sql, Begun.NOTHING, false).orElse(null);
    }

    private static List<String> messages(Connection connection, String sql) throws SQLException {
        List<String> messages = new ArrayList<>();
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
            for (SQLWarning warning = statement.getWarnings(); warning != null; warning = warning.getNextWarning()) {
                messages.add(String.valueOf(warning.getMessage()));
            }
        }
        return messages;
    }

    private static TestDatabase database(int major, String key) {
        TestDatabase database = TestDatabase.on(major);
        database.execute(TABLES.toArray(new String[0]));
        database.execute("CREATE TABLE whole (" + VALUES + ") PARTITION BY " + key);
        return database;
    }
}
