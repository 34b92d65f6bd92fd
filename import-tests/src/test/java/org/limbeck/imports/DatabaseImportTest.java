package org.limbeck.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One revision makes what is there. */
final class DatabaseImportTest {

    @TempDir
    private Path folder;

    private TestProject project;

    @BeforeEach
    void project() {
        project = new TestProject(folder).file("limbeck.properties", "migrations=migrations\nlanguage=sql\n");
    }

    @Test
    void buildsAnEmptyDatabaseAndStampsTheOther() {
        TestDatabase database = TestDatabase.create();
        database.execute("""
                CREATE TYPE mood AS ENUM ('sad', 'ok');
                CREATE TABLE people (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, mood mood DEFAULT 'ok');
                CREATE TABLE flyway_schema_history (installed_rank int);
                CREATE VIEW sad AS SELECT id FROM people WHERE mood = 'sad';
                CREATE INDEX people_mood ON people (mood) WHERE mood <> 'ok';
                """);
        assertThat(project.limbeckOn(database, "import", "database"))
                .contains("what_was_there.sql", "it makes what is in", "limbeck stamp ");
        assertThat(project.limbeckOn(database, "current")).contains("what was there", "head");
        assertThat(project.limbeckOn(database, "upgrade")).contains("there was nothing to do");
        TestDatabase fresh = TestDatabase.create();
        project.limbeckOn(fresh, "upgrade");
        assertThat(fresh.schema()).isEqualTo(database.schema());
        project.limbeckOn(fresh, "downgrade", "base");
        assertThat(fresh.schema()).isEqualTo(TestDatabase.create().schema());
        assertThat(project.failing(database, "import", "database")).contains("L204", "is managed already");
    }

    @Test
    void refusesWhatIsEmpty() {
        assertThat(project.failing(TestDatabase.create(), "import", "database")).contains("L207");
        assertThat(folder.resolve("migrations")).doesNotExist();
    }
}
