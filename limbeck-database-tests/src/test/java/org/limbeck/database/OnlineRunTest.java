package org.limbeck.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.limbeck.problem.Problem;

/** Runs in which statements are spelled otherwise: what is sent, what a failure leaves, and how the next run goes on. */
class OnlineRunTest {

    private static final String LARGE = "CREATE TABLE a (id int, name text);"
            + " INSERT INTO a SELECT g, 'n' FROM generate_series(1, 12000) g; ANALYZE a;";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(ints = {14, 18})
    void goesOnBehindWhatWasDone(int major) {
        TestDatabase database = TestDatabase.on(major);
        Project project = new Project(folder).sql("a1", LARGE, "DROP TABLE a;");
        project.limbeck(database).upgrade("head");
        database.execute("UPDATE a SET id = NULL WHERE id = 7", "UPDATE a SET id = -8 WHERE id = 8");
        project.sql("b2", """
                CREATE INDEX i ON a (name);
                ALTER TABLE a ADD CONSTRAINT positive CHECK (id > 0);
                ALTER TABLE a ALTER COLUMN id SET NOT NULL;
                ALTER TABLE a ADD COLUMN b int;
                """, "");

        Problem first = Project.problem(() -> project.limbeck(database).upgrade("head"));
        database.execute("UPDATE a SET id = 8 WHERE id = -8");
        Problem second = Project.problem(() -> project.limbeck(database).upgrade("head"));
        database.execute("UPDATE a SET id = 7 WHERE id IS NULL");
        project.limbeck(database).upgrade("head");

        assertThat(Project.text(first)).contains("VALIDATE CONSTRAINT positive");
        assertThat(Project.text(second)).contains("VALIDATE CONSTRAINT a_id");
        assertThat(database.value("SELECT version_num FROM limbeck_version")).isEqualTo("b2");
        assertThat(database.value(
                        "SELECT attnotnull FROM pg_attribute WHERE attrelid = 'a'::regclass AND attname = 'id'"))
                .isEqualTo("t");
        assertThat(database.rows("SELECT conname FROM pg_constraint WHERE conrelid = 'a'::regclass"
                        + " AND (NOT convalidated OR conname LIKE '%limbeck%')"))
                .isEmpty();
        assertThat(database.value("SELECT count(*) FROM pg_index WHERE indrelid = 'a'::regclass AND indisvalid"))
                .isEqualTo("1");
    }

    @Test
    void oneTransactionForAllStaysOne() {
        TestDatabase database = TestDatabase.onNewest();
        Project project = new Project(folder).sql("a1", LARGE, "DROP TABLE a;");
        project.limbeck(database).upgrade("head");
        project.sql("b2", "CREATE INDEX i ON a (name);", "DROP INDEX i;");

        project.limbeck(database, "transaction", "run")
                .accepting("nobody writes")
                .upgrade("head");

        assertThat(database.value("SELECT operations FROM limbeck_history WHERE revision = 'b2'"))
                .isEqualTo("CREATE INDEX i ON a (name);");
    }
}
