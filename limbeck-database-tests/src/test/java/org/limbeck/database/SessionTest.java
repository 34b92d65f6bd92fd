package org.limbeck.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limbeck.problem.Problem;
import org.limbeck.problem.ProblemCode;

/** The session that a run works in: what it is set to, and what it must not go through. */
class SessionTest {

    private static final String SETTINGS = "CREATE TABLE seen%s AS SELECT current_setting('TimeZone') || ' '"
            + " || current_setting('default_transaction_isolation') || ' '"
            + " || current_setting('client_connection_check_interval') AS settings;";

    @TempDir
    private Path folder;

    private final TestDatabase database = TestDatabase.onNewest();

    @Test
    void itIsTheSameWhoeverTheUserIsAndWhateverARevisionSets() {
        Project project = new Project(folder)
                .sql("a1", SETTINGS.formatted(1) + " SET TimeZone = 'Asia/Tokyo';", "")
                .sql("b2", SETTINGS.formatted(2), "");

        project.limbeck(database.with("?options=-c%20default_transaction_isolation=serializable"))
                .upgrade("head");

        assertThat(database.rows("SELECT settings FROM seen1 UNION ALL SELECT settings FROM seen2"))
                .containsExactly("UTC read committed 2s", "UTC read committed 2s");
    }

    @Test
    void aPoolerThatChangesTheServerProcessIsRefusedAtOnce() throws Exception {
        Project project = new Project(folder).sql("a1", "CREATE TABLE a ();", "");
        // What a first use costs is none of the pooler's.
        project.limbeck(database).current();
        try (TransactionPool pool = new TransactionPool(database.access())) {
            long begin = System.nanoTime();

            Problem problem =
                    Project.problem(() -> project.limbeck(pool.database()).upgrade("head"));

            assertThat(problem.code()).isEqualTo(ProblemCode.POOLER);
            Duration took = Duration.ofNanos(System.nanoTime() - begin);
            System.out.println("a pooler refused after " + took.toMillis() + " ms");
            assertThat(took).isLessThan(Duration.ofSeconds(1));
        }
        assertThat(database.catalog()).containsExactly("schema public");
    }
}
