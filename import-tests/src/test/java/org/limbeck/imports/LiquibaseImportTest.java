package org.limbeck.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Path;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import liquibase.Contexts;
import liquibase.LabelExpression;
import liquibase.Liquibase;
import liquibase.Scope;
import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.resource.DirectoryResourceAccessor;
import liquibase.ui.LoggerUIService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limbeck.cli.Commands;

/** Limbeck goes on where Liquibase's own library stopped, wherever that is. */
final class LiquibaseImportTest {

    private static final Logger LOG = Logger.getLogger("liquibase");
    private static final String IMPORTED = "src/main/resources/db/limbeck";

    @TempDir
    private Path folder;

    private TestProject project;

    @BeforeEach
    void project() {
        LOG.setLevel(Level.SEVERE);
        project = new TestProject(folder);
    }

    private TestDatabase updated(int count, String contexts) throws Exception {
        TestDatabase database = TestDatabase.create();
        update(database, LiquibaseHistory.FILE, count, contexts);
        return database;
    }

    private void update(TestDatabase on, String file, int count, String contexts) throws Exception {
        Scope.child(Map.of(Scope.Attr.ui.name(), new LoggerUIService()), () -> {
            Database database =
                    DatabaseFactory.getInstance().findCorrectDatabaseImplementation(new JdbcConnection(on.connect()));
            try (Liquibase liquibase = new Liquibase(
                    file, new DirectoryResourceAccessor(folder.resolve("src/main/resources")), database)) {
                liquibase.update(count, new Contexts(contexts), new LabelExpression());
            }
        });
    }

    /** The libraries of this process are those of the project. */
    private Commands.Result limbeck(String... words) {
        String jars = Stream.of(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
                        .split(File.pathSeparator, -1))
                .filter(entry -> entry.endsWith(".jar"))
                .collect(Collectors.joining(File.pathSeparator));
        return Commands.run(folder, Map.of("LIMBECK_CLASS_PATH", jars), words);
    }

    @Test
    void everyDatabaseGoesOnWhereLiquibaseStopped() throws Exception {
        LiquibaseHistory.write(project);
        TestDatabase whole = updated(LiquibaseHistory.LENGTH, "");
        TestDatabase half = updated(15, "");
        TestDatabase begun = updated(1, "");
        TestDatabase ahead = updated(29, "");
        TestDatabase fresh = TestDatabase.create();

        assertThat(limbeck("import", "liquibase").printed())
                .contains(IMPORTED + ": 30 revisions", "30 change sets", "as downgrade")
                .contains("db/changelog/tables.xml::1700-5::ada: its preconditions are not checked");
        assertThat(project.limbeckOn(half, "current")).contains("this is what databasechangelog says");
        assertThat(project.limbeckOn(half, "upgrade"))
                .contains("was managed by Liquibase: databasechangelog says that 15 revisions are applied");
        for (TestDatabase database : new TestDatabase[] {half, begun, ahead, fresh, whole}) {
            project.limbeckOn(database, "upgrade");
            assertThat(database.schema()).isEqualTo(whole.schema());
            assertThat(database.values("SELECT name FROM t1 ORDER BY id"))
                    .containsExactly("Ada-- ;", "Bob; or 'not'-- ;");
        }
        assertThat(whole.values("SELECT direction FROM limbeck_history")).containsExactly("stamp");
        project.limbeckOn(fresh, "downgrade", "24");
        project.limbeckOn(fresh, "upgrade");
        assertThat(fresh.schema()).isEqualTo(whole.schema());
        assertThat(project.text(IMPORTED + "/20_20_by_eve.sql"))
                .contains("CREATE INDEX CONCURRENTLY", "DROP INDEX t2_lower");
    }

    @Test
    void leavesOutWhatOtherContextsHave() throws Exception {
        LiquibaseHistory.write(project);
        TestDatabase withAll = updated(20, "");
        TestDatabase production = updated(20, "production");
        assertThat(limbeck("import", "liquibase", "--contexts", "production").printed())
                .contains(IMPORTED + ": 29 revisions", "db/changelog/more.yaml::13::bob: left out");
        assertThat(project.limbeckOn(production, "upgrade")).contains("(head)");
        assertThat(project.limbeckOn(withAll, "upgrade")).contains("(head)");
        assertThat(production.values("SELECT to_regclass('t13')::text")).containsExactly((String) null);
    }

    @Test
    void aGapIsRefusedUntilLiquibaseFillsIt() throws Exception {
        String file = "src/main/resources/db/a.sql";
        project.file("pom.xml", "<project/>");
        project.file(
                file,
                "--liquibase formatted sql\n--changeset a:1\nCREATE TABLE a1 (id int);\n--changeset a:3\nCREATE TABLE a3 (id int);\n");
        TestDatabase database = TestDatabase.create();
        update(database, "db/a.sql", 2, "");
        project.file(
                file,
                "--liquibase formatted sql\n--changeset a:1\nCREATE TABLE a1 (id int);\n--changeset a:2\nCREATE TABLE a2 (id int);\n--changeset a:3\nCREATE TABLE a3 (id int);\n");
        assertThat(limbeck("import", "liquibase", file).exit()).isZero();
        assertThat(project.failing(database, "upgrade"))
                .contains("L203", "Liquibase applied 3", "without 2", "liquibase update");
        update(database, "db/a.sql", 3, "");
        database.execute("UPDATE databasechangeloglock SET locked = true, lockedby = 'ci'");
        assertThat(project.failing(database, "upgrade")).contains("L209", "is held by ci", "liquibase release-locks");
        database.execute("UPDATE databasechangeloglock SET locked = false");
        assertThat(project.limbeckOn(database, "upgrade")).contains("(head)");
    }

    @Test
    void saysWhatLiquibaseRefuses() {
        project.file(
                "a.yaml",
                "databaseChangeLog:\n- changeSet: {id: 1, author: a, changes: [{createTable: {tableName: t}}]}\n");
        Commands.Result result = limbeck("import", "liquibase", "a.yaml");
        assertThat(result.printed()).contains("L205", "Liquibase can't read a.yaml", "No columns defined");
        assertThat(folder.resolve("migrations")).doesNotExist();
        assertThat(project.failing(TestDatabase.create(), "import", "liquibase", "a.yaml"))
                .contains("L208", "class-path");
    }
}
