package org.limbeck.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is read of Alembic's scripts where there is no Alembic; with it, {@code .ci/import/alembic} says more. */
final class AlembicImportTest {

    @TempDir
    private Path folder;

    private TestProject project;

    @BeforeEach
    void project() {
        project = new TestProject(folder).file("alembic.ini", "[alembic]\nscript_location = %(here)s/migrations\n");
    }

    @Test
    void keepsTheGraph() {
        project.file(
                        "migrations/versions/a_one.py",
                        "\"\"\"one\n\nRevision ID: a\n\"\"\"\nrevision = 'a'\ndown_revision = None\n")
                .file(
                        "migrations/versions/b_two.py",
                        "'''two'''\nrevision: str = \"b\"\ndown_revision: str | None = \"a\"\n")
                .file("migrations/versions/c_three.py", """
                        \"""three\"""
                        revision = "c"
                        down_revision = "a"
                        branch_labels = ("side",)
                        depends_on = "b"
                        """)
                .file("migrations/versions/d_four.py", """
                        revision = "d"
                        down_revision = (
                            "b",
                            "c",
                        )
                        """);
        assertThat(project.limbeck("import", "alembic"))
                .contains("migrations: 4 revisions", "as a skeleton in Java")
                .contains("alembic: it isn't installed")
                .contains("what alembic upgrade base:a --sql prints");
        assertThat(project.limbeck("show", "d")).contains("b, c");
        assertThat(project.limbeck("show", "c")).contains("three", "side");
        assertThat(project.text("limbeck.properties")).contains("version-table=alembic_version");
    }

    @Test
    void refusesWhatIsComputed() {
        project.file("migrations/versions/a.py", "revision = 'a'\ndown_revision = latest()\n");
        assertThat(project.failing(TestDatabase.create(), "import", "alembic"))
                .contains("L205", "down_revision is computed", "migrations/versions/a.py:2");
        assertThat(folder.resolve("limbeck.properties")).doesNotExist();
    }
}
