package org.limbeck.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.limbeck.problem.LimbeckException;

/** Columns that give way to others of another type, while somebody writes and the run is killed. */
class ExpandedColumnTest {

    private static final int ROWS = 12_000;
    private static final int MOST = 150;
    private static final String FORGOTTEN =
            "SELECT * FROM t WHERE total <> same_total OR owner IS DISTINCT FROM same_owner"
                    + " OR coalesce(trim('\"' FROM note::text), '') <> coalesce(same_note, '') OR \"At\" IS NULL OR number IS NULL";
    private static final String SOMEBODY = "pg_signal_backend";

    @TempDir
    private Path folder;

    static Stream<Arguments> changes() {
        return Stream.of(
                        List.of("total TYPE numeric(14, 4)", "total TYPE numeric(12, 2)"),
                        List.of("id TYPE bigint", "id TYPE int"),
                        List.of("number TYPE bigint", "number TYPE integer USING number::int"),
                        List.of("owner TYPE bigint", "owner TYPE int"),
                        List.of("\"At\" TYPE timestamptz(3)", "\"At\" TYPE timestamp"),
                        List.of(
                                "note SET DATA TYPE jsonb USING to_jsonb(t.note)",
                                "note TYPE text USING note #>> '{}'"))
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
            for (int place = 1; upgrade(project, database, place) != null; place++) {
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
        try (Connection connection = database.connect()) {
            TestDatabase.execute(connection, "SET ROLE " + SOMEBODY);
            TestDatabase.execute(connection, "SET TimeZone = 'America/New_York'");
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
                        + " \"At\" timestamp DEFAULT now(), note text, UNIQUE (owner, id), same_total numeric DEFAULT 0, same_owner int DEFAULT 1, same_note text)",
                "CREATE INDEX t_total ON t (total DESC NULLS LAST, owner) INCLUDE (\"At\") WHERE same_note <> ''",
                "CREATE INDEX \"t At\" ON t (\"At\")",
                "INSERT INTO t (total, same_total, owner, same_owner, note, same_note)"
                        + " SELECT g, g, g % 100, g % 100, nullif('n' || g % 9, 'n1'), nullif('n' || g % 9, 'n1') FROM generate_series(1, "
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
