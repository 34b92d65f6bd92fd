package org.limbeck.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.database.postgresql.PostgreSQLConfigurationExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Limbeck goes on where Flyway's own library stopped, wherever that is. */
final class FlywayImportTest {

    private static final String MIGRATIONS = "src/main/resources/db/migration";
    private static final String IMPORTED = "src/main/resources/db/limbeck";

    private static final Logger LOG = Logger.getLogger("org.flywaydb");

    @TempDir
    private Path folder;

    private TestProject project;

    @BeforeEach
    void project() {
        LOG.setLevel(Level.SEVERE);
        project = new TestProject(folder);
    }

    private FluentConfiguration flyway(TestDatabase database) {
        FluentConfiguration configuration = Flyway.configure()
                .dataSource(
                        database.access().jdbcUrl(),
                        database.access().user(),
                        database.access().password())
                .placeholders(Map.of("owner", "shop's"))
                .locations("filesystem:" + folder.resolve(MIGRATIONS));
        // With its own transaction open, Flyway waits for itself where an index is created concurrently.
        configuration
                .getConfigurationExtension(PostgreSQLConfigurationExtension.class)
                .setTransactionalLock(false);
        return configuration;
    }

    private TestDatabase migrated(int last) {
        TestDatabase database = TestDatabase.create();
        String version = FlywayHistory.version(last).replace('_', '.');
        flyway(database).target(MigrationVersion.fromVersion(version)).load().migrate();
        return database;
    }

    @Test
    void everyDatabaseGoesOnWhereFlywayStopped() {
        FlywayHistory.write(project);
        TestDatabase whole = migrated(FlywayHistory.LENGTH);
        TestDatabase half = migrated(15);
        TestDatabase begun = migrated(1);
        TestDatabase ahead = migrated(29);
        TestDatabase fresh = TestDatabase.create();

        assertThat(project.limbeck("import", "flyway"))
                .contains(IMPORTED + ": 32 revisions", "30 versioned migrations", "2 repeatable", "1 undo migration")
                .contains("V2__change_2.sql:1: BEGIN is left out");
        assertThat(project.limbeckOn(half, "current"))
                .contains("15  index online", "this is what flyway_schema_history says");
        assertThat(project.limbeckOn(half, "upgrade"))
                .contains("was managed by Flyway: flyway_schema_history says that 15 revisions are applied")
                .contains("stamping", "upgrading", "(head)");
        for (TestDatabase database : new TestDatabase[] {half, begun, ahead, fresh, whole}) {
            project.limbeckOn(database, "upgrade");
            assertThat(database.schema()).isEqualTo(whole.schema());
            assertThat(database.values("SELECT name FROM t1")).containsExactly("b");
            assertThat(project.limbeckOn(database, "upgrade")).contains("there was nothing to do");
        }
        assertThat(whole.values("SELECT direction FROM limbeck_history")).containsExactly("stamp");
    }

    @Test
    void goesDownAndUpAgain() {
        FlywayHistory.write(project);
        TestDatabase whole = migrated(FlywayHistory.LENGTH);
        project.limbeck("import", "flyway");
        assertThat(project.limbeckOn(whole, "downgrade", "20240130")).contains("- R_Totals_view", "- R_Add_one");
        project.limbeckOn(whole, "stamp", "20240129");
        assertThat(project.limbeckOn(whole, "downgrade", "-1")).contains("is at 20240128");
        assertThat(whole.values("SELECT to_regclass('t29')::text")).containsExactly((String) null);
        assertThat(project.failing(whole, "downgrade", "-1")).contains("L032");
    }

    @Test
    void anEmptiedVersionTableIsNotTakenOverAgain() {
        project.file(MIGRATIONS + "/V1__a.sql", "CREATE TABLE a (id int);")
                .file(MIGRATIONS + "/U1__a.sql", "DROP TABLE a;")
                .file("pom.xml", "<project/>");
        TestDatabase database = TestDatabase.create();
        flyway(database).load().migrate();
        project.limbeck("import", "flyway");
        assertThat(project.limbeckOn(database, "downgrade", "base")).contains("is at base");
        assertThat(project.limbeckOn(database, "current")).contains("is at base");
        assertThat(project.limbeckOn(database, "upgrade")).contains("+ 1  a");
    }

    @Test
    void runsExactlyThePlanThatWasShown() {
        FlywayHistory.write(project);
        TestDatabase half = migrated(15);
        project.limbeck("import", "flyway");
        project.file("plan.json", project.limbeckOn(half, "plan", "--format", "json"));
        assertThat(half.values("SELECT to_regclass('limbeck_version')::text")).containsExactly((String) null);
        assertThat(project.limbeckOn(half, "upgrade", "--plan", "plan.json")).contains("stamping", "(head)");
    }

    @Test
    void takesOverFromTheClassPathToo() {
        project.file("pom.xml", "<project/>")
                .file(MIGRATIONS + "/V1__a.sql", "CREATE TABLE a (id int);")
                .file(MIGRATIONS + "/V2__b.sql", "CREATE TABLE b (id int);");
        TestDatabase database = TestDatabase.create();
        flyway(database).target("1").load().migrate();
        project.limbeck("import", "flyway");
        assertThat(project.limbeckOn(
                        database,
                        "upgrade",
                        "--migrations",
                        "classpath:db/limbeck",
                        "--class-path",
                        "src/main/resources"))
                .contains("says that 1 revision is applied", "+ 2  b");
    }

    @Test
    void isTakenOverOnceBySeveralAtOnce() {
        FlywayHistory.write(project);
        TestDatabase half = migrated(15);
        project.limbeck("import", "flyway");
        IntStream.range(0, 4).parallel().forEach(number -> project.limbeckOn(half, "upgrade"));
        assertThat(half.values("SELECT count(*) FROM limbeck_history WHERE direction = 'stamp'"))
                .containsExactly("1");
        assertThat(half.values("SELECT count(*) FROM limbeck_history")).containsExactly("18");
    }

    @Test
    void readsTheSettingsOfSpringBoot() {
        project.file("pom.xml", "<project/>")
                .file("src/main/resources/application.yml", """
                        spring:
                          flyway:
                            locations: ["classpath:sql/a", "classpath:sql/{vendor}"]
                            table: versions
                            placeholders: {name: x}
                        """)
                .file("src/main/resources/sql/a/V1__a.sql", "CREATE TABLE ${name} (id int);")
                .file("src/main/resources/sql/postgresql/V2__b.sql", "CREATE TABLE b (id int);");
        assertThat(project.limbeck("import", "flyway")).contains("2 versioned migrations", "${name} as x");
        assertThat(project.text(IMPORTED + "/takeover.tsv")).contains("table\tversions\n");
    }

    @Test
    void aGapIsRefusedUntilFlywayFillsIt() {
        project.file("pom.xml", "<project/>");
        for (int i : new int[] {1, 2, 4}) {
            project.file(MIGRATIONS + "/V" + i + "__a.sql", "CREATE TABLE a" + i + " (id int);");
        }
        TestDatabase database = TestDatabase.create();
        flyway(database).load().migrate();
        project.file(MIGRATIONS + "/V3__a.sql", "CREATE TABLE a3 (id int);")
                .file(MIGRATIONS + "/V5__a.sql", "CREATE TABLE a5 (id int);");
        project.limbeck("import", "flyway");
        assertThat(project.failing(database, "upgrade"))
                .contains("L203", "Flyway applied 4 to", "without 3", "-outOfOrder=true -target=4", "limbeck stamp 4");
        flyway(database).outOfOrder(true).target("4").load().migrate();
        assertThat(project.limbeckOn(database, "upgrade")).contains("+ 5  a");
    }

    @Test
    void readsBaselineFailedAndForeignRows() {
        project.file("pom.xml", "<project/>");
        for (int i = 1; i < 4; i++) {
            project.file(MIGRATIONS + "/V" + i + "__a.sql", "CREATE TABLE a" + i + " (id int);");
        }
        TestDatabase baselined = TestDatabase.create();
        baselined.execute("CREATE TABLE a1 (id int); CREATE TABLE a2 (id int)");
        flyway(baselined).baselineVersion("2").load().baseline();
        project.limbeck("import", "flyway");
        assertThat(project.limbeckOn(baselined, "upgrade")).contains("says that 2 revisions are applied", "+ 3  a");

        TestDatabase failed = TestDatabase.create();
        flyway(failed).target("2").load().migrate();
        failed.execute("UPDATE flyway_schema_history SET success = false WHERE version = '2'");
        assertThat(project.failing(failed, "upgrade")).contains("L201", "V2__a.sql failed", "flyway repair");
        assertThat(failed.values("SELECT to_regclass('limbeck_version')::text")).containsExactly((String) null);

        TestDatabase foreign = migratedWith(4);
        assertThat(project.failing(foreign, "current")).contains("L202", "V4__a.sql", "wasn't imported");
    }

    private TestDatabase migratedWith(int more) {
        TestDatabase database = TestDatabase.create();
        project.file(MIGRATIONS + "/V" + more + "__a.sql", "CREATE TABLE a" + more + " (id int);");
        flyway(database).load().migrate();
        return database;
    }

    @Test
    void changedRepeatablesRunAgain() {
        project.file("pom.xml", "<project/>")
                .file(MIGRATIONS + "/V1__a.sql", "CREATE TABLE a (id int);")
                .file(MIGRATIONS + "/R__a.sql", "CREATE OR REPLACE VIEW a_view AS SELECT 1 AS n;")
                .file(MIGRATIONS + "/R__b.sql", "CREATE OR REPLACE VIEW b_view AS SELECT 1 AS n;");
        TestDatabase database = TestDatabase.create();
        flyway(database).load().migrate();
        project.file(MIGRATIONS + "/R__b.sql", "CREATE OR REPLACE VIEW b_view AS SELECT 2 AS n;");
        project.limbeck("import", "flyway");
        assertThat(project.limbeckOn(database, "upgrade")).contains("stamping", "to R_a", "+ R_b  b");
        assertThat(database.values("SELECT n FROM b_view")).containsExactly("2");
    }

    @Test
    void saysWhatCannotBeCarriedOver() {
        project.file("pom.xml", "<project/>")
                .file(MIGRATIONS + "/V1__a.sql", "CREATE TABLE a (id int);")
                .file(MIGRATIONS + "/afterMigrate.sql", "ANALYZE;")
                .file("src/main/java/db/migration/V2__Fill.java", "class V2__Fill {}")
                .file(MIGRATIONS + "/V3__b.sql", "CREATE TABLE b (id int);");
        assertThat(project.limbeck("import", "flyway"))
                .contains("1 Java migration as a skeleton")
                .contains("src/main/java/db/migration/V2__Fill.java: it is Java: move its body into revision 2")
                .contains(MIGRATIONS + "/afterMigrate.sql: Limbeck has no callbacks");
        assertThat(project.files(IMPORTED)).contains("1_a.sql", "M2_Fill.java", "3_b.sql", "takeover.tsv");
        assertThat(project.failing(TestDatabase.create(), "upgrade")).contains("L030", "move the body of");
    }

    @Test
    void writesNothingWhereAPlaceholderHasNoValue() {
        project.file(MIGRATIONS + "/V1__a.sql", "CREATE TABLE a (id int);\nCREATE SCHEMA ${name};");
        assertThat(project.failing(TestDatabase.create(), "import", "flyway"))
                .contains("L206", "V1__a.sql:2", "--placeholder 'name=...'");
        assertThat(folder.resolve("migrations")).doesNotExist();
        assertThat(project.limbeck("import", "flyway", "--placeholder", "name=sales"))
                .contains("${name} as sales");
        assertThat(project.text("migrations/1_a.sql")).contains("CREATE SCHEMA sales;");
        assertThat(project.failing(TestDatabase.create(), "import", "flyway", "--placeholder", "name=x"))
                .contains("L204", "migrations");
    }
}
