package org.limbeck.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.limbeck.embedded.DatabaseAccess;
import org.limbeck.problem.Problem;
import org.limbeck.problem.ProblemCode;

/** Databases that can't be reached, or not be changed, or belong to another tool: nothing happens to them. */
class AccessTest {

    @TempDir
    private Path folder;

    private final TestDatabase database = TestDatabase.onNewest();
    private Project project;

    @BeforeEach
    void oneRevision() {
        project = new Project(folder).sql("a1", "CREATE TABLE a ();", "DROP TABLE a;");
    }

    static Stream<Arguments> unusable() {
        DatabaseAccess good = TestDatabase.onNewest().access();
        String server = good.jdbcUrl().substring(0, good.jdbcUrl().lastIndexOf('/'));
        return Stream.of(
                Arguments.of(
                        new DatabaseAccess("jdbc:postgresql://127.0.0.1:1/shop", "me", "s3cret"),
                        ProblemCode.DATABASE_UNREACHABLE),
                Arguments.of(
                        new DatabaseAccess("jdbc:postgresql://nowhere.invalid/shop", "me", "s3cret"),
                        ProblemCode.DATABASE_UNREACHABLE),
                Arguments.of(
                        new DatabaseAccess(good.jdbcUrl(), good.user(), "s3cret"), ProblemCode.AUTHENTICATION_FAILED),
                Arguments.of(new DatabaseAccess(good.jdbcUrl(), "nobody", "s3cret"), ProblemCode.AUTHENTICATION_FAILED),
                Arguments.of(
                        new DatabaseAccess(server + "/missing", good.user(), good.password()),
                        ProblemCode.UNKNOWN_DATABASE));
    }

    @ParameterizedTest
    @MethodSource("unusable")
    void noConnection(DatabaseAccess access, ProblemCode expected) {
        TestDatabase unusable = new TestDatabase(access);

        for (Runnable call : List.<Runnable>of(
                () -> project.limbeck(unusable).upgrade("head"),
                () -> project.limbeck(unusable).current())) {
            Problem problem = Project.problem(call);
            assertThat(problem.code()).isEqualTo(expected);
            assertThat(problem.sentence()).contains("shop@test");
            assertThat(problem.databaseState()).isEqualTo("Nothing was changed.");
            assertThat(Project.text(problem)).doesNotContain("s3cret", access.password());
        }
    }

    @Test
    void aReadOnlyDatabase() {
        TestDatabase readOnly = database.with("?options=-c%20default_transaction_read_only=on");

        Problem problem = Project.problem(() -> project.limbeck(readOnly).upgrade("head"));

        assertThat(problem.code()).isEqualTo(ProblemCode.READ_ONLY);
        assertThat(problem.databaseState()).isEqualTo("Nothing was changed.");
        assertThat(database.catalog()).containsExactly("schema public");
        assertThat(project.limbeck(readOnly).current().rows()).isEmpty();
    }

    @Test
    void aUserWithoutTheRightToCreate() {
        TestDatabase guest = guest("guest_create");

        Problem problem = Project.problem(() -> project.limbeck(guest).upgrade("head"));

        assertThat(problem.code()).isEqualTo(ProblemCode.PRIVILEGE_MISSING);
        assertThat(problem.sentence()).isEqualTo("cannot create or upgrade its own tables in shop@test");
        assertThat(problem.databaseState()).isEqualTo("Nothing was changed.");
        assertThat(problem.hints()).anyMatch(hint -> hint.toString().contains("GRANT"));
        assertThat(database.catalog()).containsExactly("schema public");
    }

    @Test
    void aUserWithoutTheRightToReadTheVersionTable() {
        project.limbeck(database).upgrade("head");

        Problem problem =
                Project.problem(() -> project.limbeck(guest("guest_read")).current());

        assertThat(problem.code()).isEqualTo(ProblemCode.PRIVILEGE_MISSING);
        assertThat(problem.sentence()).isEqualTo("cannot read the version table in shop@test");
    }

    @Test
    void aStatementWithoutTheRightToExecuteIt() {
        project.limbeck(database).upgrade("head");
        database.execute("GRANT ALL ON limbeck_version, limbeck_history TO PUBLIC");
        TestDatabase guest = guest("guest_statement");
        project.sql("b2", "ALTER TABLE a ADD b int;", "");

        Problem problem = Project.problem(() -> project.limbeck(guest).upgrade("head"));

        assertThat(problem.code()).isEqualTo(ProblemCode.PRIVILEGE_MISSING);
        assertThat(problem.place()).isEqualTo(project.place("b2.sql", 6));
        assertThat(problem.evidence()).contains("ALTER TABLE a ADD b int", "must be owner of table a (42501)");
        assertThat(database.value("SELECT version_num FROM limbeck_version")).isEqualTo("a1");
    }

    @Test
    void aDatabaseOfAlembic() {
        database.execute(
                "CREATE TABLE alembic_version (version_num varchar(32) NOT NULL,"
                        + " CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num))",
                "INSERT INTO alembic_version VALUES ('a1')");
        List<String> before = database.catalog();

        Problem problem = Project.problem(() -> project.limbeck(database).upgrade("head"));
        assertThat(problem.code()).isEqualTo(ProblemCode.MANAGED_BY_ALEMBIC);
        assertThat(problem.hints()).anyMatch(hint -> hint.command().equals("version-table = alembic_version"));
        assertThat(database.catalog()).isEqualTo(before);

        project.sql("b2", "CREATE TABLE b ();", "DROP TABLE b;");
        assertThat(project.limbeck(database, "version-table", "alembic_version")
                        .upgrade("head")
                        .steps())
                .hasSize(1);
        assertThat(database.value("SELECT version_num FROM alembic_version")).isEqualTo("b2");
        assertThat(database.value("SELECT to_regclass('a')")).isEqualTo("null");
    }

    @Test
    void anEmptyTableOfAlembicIsNoReasonToStop() {
        database.execute("CREATE TABLE alembic_version (version_num varchar(32) PRIMARY KEY)");

        assertThat(project.limbeck(database).upgrade("head").after()).containsExactly("a1");
    }

    @Test
    void aDatabaseOfAlembicThatIsLeftAlone() {
        database.execute(
                "CREATE TABLE alembic_version (version_num varchar(32) PRIMARY KEY)",
                "INSERT INTO alembic_version VALUES ('zz')");

        assertThat(project.limbeck(database).stamp(List.of("a1"), false).after())
                .containsExactly("a1");
        project.sql("b2", "CREATE TABLE b ();", "");
        assertThat(project.limbeck(database).upgrade("head").after()).containsExactly("b2");
        assertThat(database.value("SELECT version_num FROM alembic_version")).isEqualTo("zz");
    }

    @Test
    void theTablesMayStandInASchemaAndHaveHostileNames() {
        database.execute("CREATE SCHEMA \"Odd \"\"Schema\"\"\"", "CREATE SCHEMA other");
        String[] options = {"version-table", "Odd \"Schema\".The Version's", "history-table", "user"};
        project.sql("b2", "SET search_path = other; CREATE TABLE b ();", "DROP TABLE other.b;");

        project.limbeck(database, options).upgrade("head");
        assertThat(database.value("SELECT * FROM \"Odd \"\"Schema\"\"\".\"The Version's\""))
                .isEqualTo("b2");
        assertThat(project.limbeck(database, options).current().rows()).containsExactly("b2");
        project.limbeck(database, options).downgrade("base");
        assertThat(database.value("SELECT count(*) FROM \"Odd \"\"Schema\"\"\".\"user\""))
                .isEqualTo("4");
        assertThat(database.value("SELECT to_regclass('public.limbeck_version')"))
                .isEqualTo("null");
    }

    @Test
    void aSearchPathWithoutASchema() {
        TestDatabase lost = database.with("?options=-c%20search_path=nowhere");

        Problem problem = Project.problem(() -> project.limbeck(lost).upgrade("head"));

        assertThat(problem.code()).isEqualTo(ProblemCode.INVALID_SETTING);
        assertThat(problem.databaseState()).isEqualTo("Nothing was changed.");
    }

    private TestDatabase guest(String name) {
        database.execute(
                "CREATE ROLE " + name + " LOGIN PASSWORD 'guest'", "REVOKE CREATE ON SCHEMA public FROM PUBLIC");
        return database.as(name, "guest", "");
    }
}
