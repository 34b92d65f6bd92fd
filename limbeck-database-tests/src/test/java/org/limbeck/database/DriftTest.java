package org.limbeck.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.limbeck.Limbeck;
import org.limbeck.catalog.CatalogReader;
import org.limbeck.catalog.CatalogScope;
import org.limbeck.problem.ProblemCode;
import org.limbeck.schema.Schema;
import org.limbeck.verify.Drift;
import org.limbeck.verify.DriftComparison;
import org.limbeck.verify.ObjectChange;

/** What somebody changed by hand is found, all of it and nothing else, and dated. */
class DriftTest {

    private static final String PEOPLE = "CREATE TABLE people (id bigint PRIMARY KEY, name text NOT NULL);";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(ints = {14, 18})
    void everySingleChangeIsFound(int major) throws Exception {
        TestDatabase database = EveryKind.on(major);
        List<String> missed = new ArrayList<>();
        int tried = 0;
        try (Connection connection = database.connect()) {
            Schema before = CatalogReader.read(connection, CatalogScope.ALL);
            assertThat(changes(before, before, major)).isEmpty();
            connection.setAutoCommit(false);
            for (String[] change : HandMadeChanges.on(major)) {
                TestDatabase.execute(connection, change[1]);
                List<ObjectChange> found = changes(CatalogReader.read(connection, CatalogScope.ALL), before, major);
                connection.rollback();
                tried++;
                if (found.stream().noneMatch(each -> each.describe().equals(change[0]))) {
                    missed.add(change[1] + ": " + found);
                }
            }
        }
        assertThat(missed).isEmpty();
        assertThat(tried).isGreaterThanOrEqualTo(60);
    }

    private static List<ObjectChange> changes(Schema live, Schema replayed, int major) {
        return new DriftComparison(live, replayed, major, "postgres", "postgres").changes();
    }

    @ParameterizedTest
    @ValueSource(ints = {14, 15, 16, 17, 18})
    void anUntouchedDatabaseIsClean(int major) {
        Project project = new Project(folder).sql("0001", String.join(";\n", EveryKind.statements(major)) + ";", "");
        TestDatabase database = TestDatabase.on(major);
        limbeck(project, database).upgrade("head");

        Drift drift = limbeck(project, database).drift();

        assertThat(drift.changes()).isEmpty();
        assertThat(drift.isClean()).isTrue();
        assertThat(drift.notValidated()).contains("constraint later_fk of sales.orders");
    }

    @Test
    void theBackendIsCleanWhereverItStands() {
        TestDatabase database = TestDatabase.onNewest();
        Limbeck limbeck = BackendTest.backend(database).comparingWith(version -> null, new TestServers());
        assertThat(limbeck.drift().isClean()).isTrue();
        limbeck.upgrade("0002");
        assertThat(limbeck.drift().isClean()).isTrue();
        limbeck.upgrade("head");
        assertThat(limbeck.drift().isClean()).isTrue();
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("dumped")
    void aDatabaseRestoredOnTheNewestServerIsClean(int major) {
        Project project = new Project(folder).sql("0001", String.join(";\n", EveryKind.statements(major)) + ";", "");
        TestDatabase old = TestDatabase.on(major);
        limbeck(project, old).upgrade("head");
        TestDatabase restored = TestDatabase.onNewest();
        restored.execute(SchemaDump.statementsOfAll(old.access()).toArray(String[]::new));
        restored.execute("INSERT INTO limbeck_version VALUES ('0001')");

        assertThat(limbeck(project, restored).drift().changes()).isEmpty();
    }

    /** What the installed program can dump. */
    static IntStream dumped() {
        return IntStream.rangeClosed(Servers.OLDEST, Math.min(SchemaDump.newestMajor(), Servers.NEWEST));
    }

    @Test
    void theStatementsLeadBothWays() {
        Project project = people();
        TestDatabase database = TestDatabase.onNewest();
        limbeck(project, database).upgrade("head");
        database.execute("CREATE INDEX people_name ON people (name)", "ALTER TABLE people ALTER name DROP NOT NULL");

        Drift drift = limbeck(project, database).drift();

        assertThat(drift.changes())
                .extracting(dated -> dated.change().describe())
                .containsExactly("column people.name", "index people_name");
        assertThat(drift.undo()).hasSize(2);
        assertThat(drift.keep()).hasSize(2);
    }

    @Test
    void lineEndsOfACheckoutAreNoChangeOfAFunction() throws IOException {
        Project project = new Project(folder).sql("0001", """
                CREATE FUNCTION f() RETURNS int LANGUAGE plpgsql AS $$
                BEGIN
                    RETURN 1;
                END $$;""", "DROP FUNCTION f();");
        TestDatabase database = TestDatabase.onNewest();
        limbeck(project, database).upgrade("head");
        Path file = folder.resolve("migrations/0001.sql");
        Files.writeString(file, Files.readString(file).replace("\n", "\r\n"));

        assertThat(limbeck(project, database).drift().isClean()).isTrue();
        database.execute("CREATE OR REPLACE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 2'");
        assertThat(limbeck(project, database).drift().isClean()).isFalse();
    }

    @Test
    void changesAreDatedByTheRunsAroundThem() {
        Project project = people().sql("0002", "CREATE TABLE orders (id int);", "DROP TABLE orders;");
        TestDatabase database = TestDatabase.onNewest();
        Limbeck limbeck = limbeck(project, database);
        limbeck.upgrade("0001");
        database.execute("CREATE INDEX people_name ON people (name)");
        limbeck.upgrade("head");
        database.execute("ALTER TABLE people DROP COLUMN name");
        database.execute("CREATE VIEW v AS SELECT 1 AS one");

        List<String> times = limbeck.drift().changes().stream()
                .map(dated -> dated.change().describe() + " "
                        + dated.since().describe().replaceAll(" \\([^)]*\\)", ""))
                .toList();

        assertThat(times).containsExactly("column people.name after upgrade 0002", "view v after upgrade 0002");
    }

    @Test
    void aChangeBetweenTwoRunsIsDatedSo() {
        Project project = people().sql("0002", "CREATE TABLE orders (id int);", "DROP TABLE orders;");
        TestDatabase database = TestDatabase.onNewest();
        Limbeck limbeck = limbeck(project, database);
        limbeck.upgrade("0001");
        database.execute("CREATE INDEX people_name ON people (name)");
        limbeck.upgrade("head");

        assertThat(limbeck.drift().changes())
                .singleElement()
                .satisfies(dated -> assertThat(dated.since().describe())
                        .startsWith("between upgrade 0001 (")
                        .contains(") and upgrade 0002 ("));
    }

    @Test
    void anotherOwnerIsFoundAndTheRoleOfTheRunsIsNot() {
        Project project = people();
        TestDatabase database = TestDatabase.onNewest();
        limbeck(project, database).upgrade("head");
        database.execute("DROP ROLE IF EXISTS drift_owner", "CREATE ROLE drift_owner");
        database.execute("ALTER TABLE people OWNER TO drift_owner");

        assertThat(limbeck(project, database).drift().changes())
                .extracting(dated -> dated.change().describe())
                .containsExactly("owner of table people");

        database.execute(
                "ALTER TABLE limbeck_version OWNER TO drift_owner", "ALTER TABLE limbeck_history OWNER TO drift_owner");
        assertThat(limbeck(project, database).drift().changes()).isEmpty();
        database.execute("DROP OWNED BY drift_owner CASCADE", "DROP ROLE drift_owner");
    }

    @Test
    void whatNoRevisionSpeaksOfIsNoDrift() {
        Project project = people().sql(
                        "0002",
                        "ALTER TABLE people CLUSTER ON people_pkey; CREATE TABLE orders (id int PRIMARY KEY);"
                                + " GRANT USAGE ON SCHEMA public TO pg_monitor;"
                                + " ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO pg_monitor;",
                        "");
        TestDatabase database = TestDatabase.onNewest();
        limbeck(project, database).upgrade("head");
        database.execute(
                "GRANT CREATE ON SCHEMA public TO PUBLIC",
                "CLUSTER orders USING orders_pkey",
                "ALTER DEFAULT PRIVILEGES FOR ROLE pg_monitor GRANT SELECT ON TABLES TO PUBLIC");

        assertThat(limbeck(project, database).drift().changes()).isEmpty();

        database.execute(
                "GRANT CREATE ON SCHEMA public TO pg_monitor",
                "ALTER TABLE people SET WITHOUT CLUSTER",
                "ALTER DEFAULT PRIVILEGES GRANT SELECT ON SEQUENCES TO pg_monitor");
        Drift drift = limbeck(project, database).drift();
        assertThat(drift.changes())
                .extracting(dated -> dated.change().describe())
                .containsExactlyInAnyOrder(
                        "table people",
                        "privileges of schema public",
                        "privileges of new sequences of " + database.access().user());
        assertThat(drift.undo()).hasSize(3);
    }

    @Test
    void invalidIndexesAreNamed() {
        Project project = people().sql("0002", "CREATE INDEX people_name ON people (name);", "DROP INDEX people_name;");
        TestDatabase database = TestDatabase.onNewest();
        limbeck(project, database).upgrade("head");
        database.execute("UPDATE pg_index SET indisvalid = false WHERE indexrelid = 'people_name'::regclass");

        Drift drift = limbeck(project, database).drift();

        assertThat(drift.invalidIndexes()).containsExactly("index people_name");
        assertThat(drift.isClean()).isFalse();
    }

    @Test
    void aRowWhoseFileIsGoneIsRefused() {
        Project project = people();
        TestDatabase database = TestDatabase.onNewest();
        limbeck(project, database).upgrade("head");
        database.execute("UPDATE limbeck_version SET version_num = 'gone'");

        assertThat(Project.problem(() -> limbeck(project, database).drift()).code())
                .isEqualTo(ProblemCode.REVISION_FILE_MISSING);
    }

    @Test
    void aChangedFileIsNotTakenForAChangedDatabase() {
        TestDatabase database = TestDatabase.onNewest();
        limbeck(people(), database).upgrade("head");
        Project edited = new Project(folder).sql("0001", PEOPLE.replace("name text", "name varchar(9)"), "");

        assertThat(Project.problem(() -> limbeck(edited, database).drift()).code())
                .isEqualTo(ProblemCode.APPLIED_REVISION_CHANGED);
    }

    private Project people() {
        return new Project(folder).sql("0001", PEOPLE, "DROP TABLE people;");
    }

    private static Limbeck limbeck(Project project, TestDatabase database) {
        return project.limbeck(database).comparingWith(version -> null, new TestServers());
    }
}
