package org.limbeck.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.limbeck.catalog.FactsReader;
import org.limbeck.problem.LimbeckException;
import org.limbeck.safety.Begun;
import org.limbeck.safety.Facts;
import org.limbeck.safety.FactsRequest;
import org.limbeck.safety.OnlineRecipes;
import org.limbeck.safety.Recipe;

/** Columns that give way to others of another type, while somebody writes and the run is killed. */
class ExpandedColumnTest {

    private static final int ROWS = 12_000;
    private static final int MOST = 150;
    private static final String FORGOTTEN =
            "SELECT * FROM t WHERE total <> same_total OR owner IS DISTINCT FROM same_owner"
                    + " OR code::text <> same_code OR \"Day\" <> CURRENT_DATE OR number IS NULL OR note <> same_note";
    private static final String OWNER = "ALTER TABLE t ALTER owner TYPE bigint";
    private static final String SOMEBODY = "pg_signal_backend";

    @TempDir
    private Path folder;

    private static TestDatabase untouched;

    @BeforeAll
    static void create() {
        untouched = database(Servers.NEWEST);
    }

    static Stream<Arguments> changes() {
        return Stream.of(
                        List.of("total TYPE numeric(14, 4)", "total TYPE numeric(12, 2)"),
                        List.of("id TYPE bigint", "id TYPE int"),
                        List.of("number TYPE bigint", "number TYPE integer USING number::int"),
                        List.of("owner TYPE bigint", "owner TYPE int"),
                        List.of("\"Day\" TYPE timestamp(0)", "\"Day\" TYPE date"),
                        List.of("code SET DATA TYPE text USING code::text", "code TYPE uuid USING code::uuid"))
                .flatMap(change -> Stream.of(14, 18).map(major -> Arguments.of(change.get(0), change.get(1), major)));
    }

    @ParameterizedTest
    @Execution(ExecutionMode.CONCURRENT)
    @MethodSource("changes")
    void exchangesColumnsWhereverItIsKilled(String up, String down, int major) throws Exception {
        String change = "-- limbeck:accept B1 it is tried\n-- limbeck:expand\nALTER TABLE t ALTER COLUMN ";
        Project project = new Project(folder).sql("a1", change + up + ";", change + down + ";");
        TestDatabase literal = database(major);
        List<String> before = literal.catalog();
        project.limbeck(literal).literally().accepting("nobody writes").upgrade("head");
        List<String> expected = literal.catalogWithout("limbeck_version", "limbeck_history");
        TestDatabase database = database(major);
        AtomicBoolean ended = new AtomicBoolean();
        CompletableFuture<Void> writing = CompletableFuture.runAsync(() -> write(database, ended));

        int killed = 0;
        try {
            for (int place = 20; upgrade(project, database, place) != null; place++) {
                assertThat(++killed).isLessThan(MOST);
            }
        } finally {
            ended.set(true);
            writing.join();
        }

        assertThat(killed).isGreaterThan(10);
        assertThat(database.catalogWithout("limbeck_version", "limbeck_history"))
                .isEqualTo(expected);
        database.execute("INSERT INTO t DEFAULT VALUES");
        assertThat(database.value("SELECT max(id) = (SELECT last_value FROM t_id_seq)"
                        + " AND max(number) = (SELECT last_value FROM t_number_seq) FROM t"))
                .isEqualTo("t");
        assertThat(database.rows(FORGOTTEN)).isEmpty();
        project.limbeck(database).downgrade("-1");
        assertThat(database.catalogWithout("limbeck_version", "limbeck_history"))
                .isEqualTo(before);
        assertThat(database.rows(FORGOTTEN)).isEmpty();
        project.limbeck(database).upgrade("head");
        assertThat(database.catalogWithout("limbeck_version", "limbeck_history"))
                .isEqualTo(expected);
    }

    /** As docs/safety.md says. */
    @Test
    void isGivenUpBeforeTheLastStep() throws Exception {
        Project project = new Project(folder)
                .sql("a1", "-- limbeck:expand\nALTER TABLE t ALTER COLUMN id TYPE bigint;", "SELECT 1;");
        TestDatabase database = database(Servers.NEWEST);
        List<String> before = database.catalog();
        try (Trap trap = Trap.set(database.access(), 0, new MisspeltExchange())) {
            assertThatThrownBy(() -> project.limbeck(trap.database()).upgrade("head"))
                    .hasMessageContaining(" of a1 change a1 failed");
        }

        database.execute(
                "DROP TRIGGER t_id_limbeck_sync ON t",
                "DROP FUNCTION t_id_limbeck_sync()",
                "ALTER TABLE t DROP COLUMN id_limbeck_new CASCADE",
                "DELETE FROM limbeck_history WHERE finished_at IS NULL");

        assertThat(database.catalogWithout("limbeck_version", "limbeck_history"))
                .isEqualTo(before);
        project.limbeck(database).upgrade("head");
        assertThat(database.value("SELECT pg_typeof(id) FROM t LIMIT 1")).isEqualTo("bigint");
    }

    private static final class MisspeltExchange implements Trap.Harm {
        @Override
        public byte[] instead(byte[] message) {
            return new String(message, StandardCharsets.ISO_8859_1)
                    .replace("DROP COLUMN", "DRIP COLUMN")
                    .getBytes(StandardCharsets.ISO_8859_1);
        }
    }

    @Test
    void isOfferedWhereItIsPossible() throws Exception {
        Project project = new Project(folder).sql("a1", OWNER + ";", "");
        TestDatabase database = database(Servers.NEWEST);

        assertThatThrownBy(() -> project.limbeck(database).upgrade("head"))
                .satisfies(failure -> assertThat(commands(failure)).contains("limbeck:expand"));
        database.execute("COMMENT ON COLUMN t.owner IS 'of whom'");
        assertThatThrownBy(() -> project.limbeck(database).upgrade("head"))
                .satisfies(failure -> assertThat(commands(failure)).doesNotContain("limbeck:expand"));
    }

    private static List<String> commands(Throwable failure) {
        return ((LimbeckException) failure)
                .problem().hints().stream()
                        .map(hint -> String.valueOf(hint.command()))
                        .toList();
    }

    static Stream<Arguments> obstacles() {
        return Stream.of(
                Arguments.of("COMMENT ON COLUMN t.owner IS 'of whom'", OWNER),
                Arguments.of("COMMENT ON CONSTRAINT owned ON t IS 'by whom'", OWNER),
                Arguments.of("COMMENT ON INDEX t_total IS 'by total'", OWNER),
                Arguments.of("GRANT SELECT (owner) ON t TO pg_monitor", OWNER),
                Arguments.of("CREATE VIEW v AS SELECT owner FROM t", OWNER),
                Arguments.of("CREATE POLICY p ON t USING (owner > 0)", OWNER),
                Arguments.of("ALTER TABLE t ADD COLUMN half int GENERATED ALWAYS AS (owner / 2) STORED", OWNER),
                Arguments.of("CREATE STATISTICS s ON owner, total FROM t", OWNER),
                Arguments.of("ALTER TABLE t ALTER owner SET STATISTICS 7", OWNER),
                Arguments.of("ALTER TABLE t ALTER owner SET (n_distinct = 7)", OWNER),
                Arguments.of("CREATE INDEX x ON t (abs(owner))", OWNER),
                Arguments.of("CREATE INDEX x ON t (total) WHERE owner > 7", OWNER),
                Arguments.of("CREATE INDEX x ON t USING brin (owner int4_minmax_multi_ops)", OWNER),
                Arguments.of("ALTER TABLE t ADD CONSTRAINT x UNIQUE (owner, number) DEFERRABLE", OWNER),
                Arguments.of("ALTER TABLE t ADD CONSTRAINT x EXCLUDE (owner WITH =, id WITH =)", OWNER),
                Arguments.of("ALTER TABLE t ADD CONSTRAINT x CHECK (owner > 7) NOT VALID", OWNER),
                Arguments.of("ALTER TABLE t REPLICA IDENTITY USING INDEX t_pkey", "ALTER TABLE t ALTER id TYPE bigint"),
                Arguments.of("CLUSTER t USING t_pkey", "ALTER TABLE t ALTER id TYPE bigint"),
                Arguments.of("ALTER SEQUENCE t_id_seq INCREMENT BY 2", "ALTER TABLE t ALTER id TYPE bigint"),
                Arguments.of("ALTER TABLE c ALTER CONSTRAINT of DEFERRABLE", "ALTER TABLE t ALTER id TYPE bigint"),
                Arguments.of("SELECT", "ALTER TABLE t ALTER id TYPE text"),
                Arguments.of("SELECT", "ALTER TABLE t ALTER total TYPE numeric(13, 4)"),
                Arguments.of("SELECT", "ALTER TABLE t ALTER total TYPE bigint"),
                Arguments.of("SELECT", "ALTER TABLE t ALTER code TYPE varchar(36)"),
                Arguments.of("SELECT", "ALTER TABLE t ALTER \"Day\" TYPE timestamptz"),
                Arguments.of("SELECT", "ALTER TABLE t ALTER owner TYPE bigint USING owner + 1"),
                Arguments.of("SELECT", "ALTER TABLE t ALTER owner TYPE bigint USING id::bigint"),
                Arguments.of("CREATE TABLE log (old t)", OWNER),
                Arguments.of("ALTER TABLE t ADD CONSTRAINT x CHECK (t IS DISTINCT FROM NULL)", OWNER),
                Arguments.of(
                        "ALTER TABLE t ADD CONSTRAINT x FOREIGN KEY (owner) REFERENCES owners ON DELETE SET DEFAULT",
                        OWNER),
                Arguments.of("ALTER TABLE t ADD CONSTRAINT x FOREIGN KEY (owner) REFERENCES owners NOT VALID", OWNER),
                Arguments.of("CREATE TABLE t_total_limbeck_new ()", OWNER),
                Arguments.of("CREATE FUNCTION t_owner_limbeck_sync() RETURNS int LANGUAGE sql AS 'SELECT 1'", OWNER),
                Arguments.of(
                        "ALTER TABLE c ALTER t_id SET DEFAULT nextval('t_id_seq')",
                        "ALTER TABLE t ALTER id TYPE bigint"),
                Arguments.of("CREATE DOMAIN d AS int CHECK (value > 0)", "ALTER TABLE t ALTER owner TYPE d"),
                Arguments.of(
                        "CREATE TRIGGER x BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger()",
                        OWNER),
                Arguments.of("CREATE PUBLICATION p FOR TABLE t", OWNER),
                Arguments.of("CREATE TABLE child () INHERITS (t)", OWNER),
                Arguments.of("ALTER TABLE t OWNER TO pg_monitor; SET ROLE " + SOMEBODY, OWNER),
                Arguments.of("ALTER TABLE t ADD COLUMN owner_limbeck_new bigint", OWNER));
    }

    /** What the other column couldn't be given, or nobody could undo half way. */
    @ParameterizedTest
    @MethodSource("obstacles")
    void leavesAColumnInItsPlace(String obstacle, String sql) throws Exception {
        try (Connection connection = untouched.connect()) {
            connection.setAutoCommit(false);
            assertThat(recipe(OWNER, connection)).isPresent();

            TestDatabase.execute(connection, obstacle);

            assertThat(recipe(sql, connection)).isEmpty();
            connection.rollback();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ALTER TABLE t DROP COLUMN note",
                "ALTER TABLE c DROP CONSTRAINT of",
                "DROP INDEX t_total",
                "ALTER SEQUENCE t_id_seq RENAME TO numbers",
                "ALTER TABLE t ALTER id TYPE bigint",
                "DO 'BEGIN END'"
            })
    void leavesAColumnInItsPlaceBehindOtherStatementsOfTheRun(String before) throws Exception {
        String id = "ALTER TABLE t ALTER id TYPE bigint";
        try (Connection connection = untouched.connect()) {
            Facts facts = FactsReader.read(connection, FactsRequest.of(List.of(before, OWNER, id)));
            OnlineRecipes recipes = new OnlineRecipes(facts);
            assertThat(recipes.recipe(OWNER, Begun.NOTHING, true)).isPresent();
            assertThat(recipes.recipe(id, Begun.NOTHING, true)).isPresent();

            OnlineRecipes behind = new OnlineRecipes(facts);
            behind.recipe(before, Begun.NOTHING, before.equals(id));

            assertThat(behind.recipe(id, Begun.NOTHING, true)).isEmpty();
        }
    }

    private static Optional<Recipe> recipe(String sql, Connection connection) throws SQLException {
        return new OnlineRecipes(FactsReader.read(connection, FactsRequest.of(List.of(sql))))
                .recipe(sql, Begun.NOTHING, true);
    }

    private static @Nullable LimbeckException upgrade(Project project, TestDatabase database, int place)
            throws Exception {
        Kill kill = place % 2 == 0 ? Kill.CLIENT_AFTER : Kill.TERMINATE_BEFORE;
        try (Trap trap = Trap.set(database.access(), place, kill.on(database, place))) {
            project.limbeck(trap.database()).upgrade("head");
            return null;
        } catch (LimbeckException failure) {
            return failure;
        }
    }

    /** Fails where a single row is refused. */
    private static void write(TestDatabase database, AtomicBoolean ended) {
        try (Connection connection = database.connect();
                Connection replica = database.connect()) {
            TestDatabase.execute(connection, "SET ROLE " + SOMEBODY);
            TestDatabase.execute(replica, "SET session_replication_role = 'replica'");
            for (int id = 1; !ended.get(); id++) {
                TestDatabase.execute(
                        connection,
                        "WITH made AS (INSERT INTO t (owner, same_owner, total, same_total) SELECT o, o, a, a FROM (VALUES ("
                                + id % 100 + ", " + id
                                + ")) v (o, a) RETURNING id) INSERT INTO c (t_id) SELECT id FROM made");
                TestDatabase.execute(
                        connection,
                        "UPDATE t SET total = total + 0.01, same_total = total + 0.01, owner = nullif(owner, 7),"
                                + " same_owner = nullif(owner, 7) WHERE id = " + id % ROWS);
                TestDatabase.execute(connection, "DELETE FROM t WHERE id = " + (ROWS - id));
                TestDatabase.execute(
                        replica,
                        "UPDATE t SET total = total + 1, same_total = total + 1 WHERE id = " + (id + 7) % ROWS);
                Thread.sleep(1);
            }
        } catch (SQLException refused) {
            throw new AssertionError(refused);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static TestDatabase database(int major) {
        TestDatabase database = TestDatabase.on(major);
        database.execute(
                "CREATE TABLE owners (id int PRIMARY KEY)",
                "INSERT INTO owners SELECT generate_series(0, 99)",
                "CREATE TABLE t (id int GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY, number serial UNIQUE,"
                        + " total numeric(12, 2) DEFAULT 0 NOT NULL CONSTRAINT \"Total\" CHECK (total >= 0 AND total < id * 1e6),"
                        + " owner int DEFAULT 1 CONSTRAINT owned REFERENCES owners ON DELETE SET NULL,"
                        + " \"Day\" date DEFAULT CURRENT_DATE, code uuid DEFAULT gen_random_uuid() UNIQUE, note text, UNIQUE (owner, id), same_total numeric DEFAULT 0, same_owner int DEFAULT 1, same_note text, same_code text)",
                "CREATE INDEX t_total ON t (total DESC NULLS LAST, owner) INCLUDE (\"Day\") WHERE same_note <> ''",
                "CREATE INDEX \"t Day\" ON t (\"Day\")",
                "INSERT INTO t (total, same_total, owner, same_owner, note, same_note, code, same_code)"
                        + " SELECT g, g, g % 100, g % 100, nullif('n' || g % 9, 'n1'), nullif('n' || g % 9, 'n1'), md5(g::text)::uuid,"
                        + " md5(g::text)::uuid FROM generate_series(1, "
                        + ROWS + ") g",
                "CREATE TABLE c (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,"
                        + " t_id int NOT NULL CONSTRAINT of REFERENCES t (id) ON DELETE CASCADE ON UPDATE CASCADE)",
                "INSERT INTO c (t_id) SELECT generate_series(1, " + ROWS + ", 3)",
                "GRANT SELECT, INSERT, UPDATE, DELETE ON t, c TO " + SOMEBODY,
                "GRANT USAGE ON t_number_seq TO " + SOMEBODY,
                "ANALYZE");
        return database;
    }
}
