package org.limbeck.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.limbeck.problem.LimbeckException;

/**
 * Runs that are killed at each message to the server, in steps of which later statements can't be told from what is left. With
 * {@code -Dkills.everywhere=true} on the oldest server too.
 */
class OnlineKillTest {

    private static final List<String> TABLES = List.of(
            "CREATE TABLE people (id int PRIMARY KEY, name varchar(50) CONSTRAINT named CHECK (name <> ';\n'),"
                    + " code varchar(10), CONSTRAINT differs CHECK (name::text <> code::text))",
            "CREATE TABLE visits (day int NOT NULL, n int) PARTITION BY RANGE (day)",
            "CREATE TABLE older (day int NOT NULL, n int)",
            "INSERT INTO older SELECT g % 10, g FROM generate_series(1, 12000) g",
            "INSERT INTO people SELECT g, 'n' || g, 'c' FROM generate_series(1, 12000) g",
            "ANALYZE");

    private static final String UPGRADE = """
            ALTER TABLE people ADD COLUMN n int;
            ALTER TABLE people ALTER COLUMN name TYPE text;
            ALTER TABLE people DROP COLUMN n;
            ALTER TABLE visits ATTACH PARTITION older FOR VALUES FROM (0) TO (10);
            CREATE TABLE younger PARTITION OF visits FOR VALUES FROM (10) TO (20);
            """;

    private static final String DOWNGRADE = """
            DROP TABLE younger;
            ALTER TABLE visits DETACH PARTITION older;
            ALTER TABLE people ALTER COLUMN name TYPE varchar(50);
            """;

    @TempDir
    private Path folder;

    static IntStream majors() {
        return Boolean.getBoolean("kills.everywhere")
                ? IntStream.of(Servers.OLDEST, Servers.NEWEST)
                : IntStream.of(Servers.NEWEST);
    }

    @ParameterizedTest
    @MethodSource("majors")
    void goesOnWhereverItIsKilled(int major) throws Exception {
        Project project = new Project(folder).sql("b2", UPGRADE, DOWNGRADE);
        TestDatabase literal = prepared(major);
        project.limbeck(literal).literally().accepting("as it is written").upgrade("head");
        List<String> undisturbed = schema(literal);
        TestDatabase quiet = prepared(major);
        int messages;
        try (Trap trap = Trap.set(quiet.access(), 0, new Trap.Harm() {})) {
            project.limbeck(trap.database()).upgrade("head");
            messages = trap.messages();
        }
        List<String> recorded = recorded(quiet);
        assertThat(recorded)
                .first()
                .asString()
                .contains(
                        "VALIDATE CONSTRAINT differs",
                        "VALIDATE CONSTRAINT named",
                        "VALIDATE CONSTRAINT older_limbeck_partition");

        int killed = 0;
        for (int place = 1; place <= messages; place++) {
            TestDatabase database = prepared(major);
            try (Trap trap = Trap.set(database.access(), place, Kill.CLIENT_AFTER.on(database, place))) {
                project.limbeck(trap.database()).upgrade("head");
            } catch (LimbeckException expected) {
                killed++;
            }
            project.limbeck(database).upgrade("head");
            assertThat(schema(database)).as("killed at message " + place).isEqualTo(undisturbed);
            assertThat(recorded(database)).as("killed at message " + place).isEqualTo(recorded);
        }
        assertThat(killed).isGreaterThan(10);
    }

    @ParameterizedTest
    @ValueSource(ints = {14, 18})
    void isUndoneAndDoneAgain(int major) {
        Project project = new Project(folder).sql("b2", UPGRADE, DOWNGRADE);
        TestDatabase database = prepared(major);
        List<String> before = schema(database);
        project.limbeck(database).upgrade("head");
        List<String> after = schema(database);

        project.limbeck(database).accepting("nobody writes").downgrade("base");
        assertThat(schema(database)).isEqualTo(before);
        project.limbeck(database).upgrade("head");
        assertThat(schema(database)).isEqualTo(after).isNotEqualTo(before);
    }

    private static TestDatabase prepared(int major) {
        TestDatabase database = TestDatabase.on(major);
        database.execute(TABLES.toArray(new String[0]));
        return database;
    }

    private static List<String> schema(TestDatabase database) {
        return database.catalogWithout("limbeck_");
    }

    private static List<String> recorded(TestDatabase database) {
        return database.rows("SELECT operations, operations_done, in_flight, failure FROM limbeck_history");
    }
}
