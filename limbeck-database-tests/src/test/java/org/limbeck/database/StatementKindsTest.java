package org.limbeck.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.limbeck.problem.Problem;
import org.limbeck.problem.ProblemCode;

/** What migrations may say: every kind of statement reaches the server as it was written. */
class StatementKindsTest {

    @TempDir
    private Path folder;

    private final TestDatabase database = TestDatabase.onNewest();

    @Test
    void statementsMayAnswerWithRows() {
        upgrade("""
                CREATE SEQUENCE s;
                SELECT setval('s', 41);
                WITH x AS (SELECT 1) SELECT * FROM x;
                VALUES (1), (2);
                TABLE pg_am;
                EXPLAIN SELECT 1;
                SHOW work_mem;
                CREATE TABLE a (id int);
                INSERT INTO a SELECT nextval('s') RETURNING *;
                """);

        assertThat(database.value("SELECT id FROM a")).isEqualTo("42");
    }

    @Test
    void questionMarksBracesAndDollarsAreNothingSpecial() {
        upgrade("""
                CREATE TABLE a (j jsonb, t text[]);
                INSERT INTO a VALUES ('{"k": 1}', '{"{d 1}", "{fn now()}", "{call x}"}');
                DELETE FROM a WHERE j ? 'missing' OR j ?| ARRAY['x'] OR j ?& ARRAY['y'];
                UPDATE a SET t = t || '{ts 2020}'::text || $$?$$::text WHERE j ? 'k';
                CREATE INDEX i ON a ((j ? 'k'));
                CREATE FUNCTION f(a int, b int) RETURNS int LANGUAGE plpgsql AS $body$
                BEGIN
                    -- what; a $1 'comment
                    RETURN $1 + b; -- {d '2020-01-01'}
                END
                $body$;
                COMMENT ON TABLE a IS 'it''s {a} ? $1 \\';
                COMMENT ON COLUMN a.j IS E'tab\\t; and ''quotes''';
                """);

        assertThat(database.value("SELECT t FROM a"))
                .isEqualTo("{\"{d 1}\",\"{fn now()}\",\"{call x}\",\"{ts 2020}\",?}");
        assertThat(database.value("SELECT f(1, 2)")).isEqualTo("3");
        assertThat(database.value("SELECT obj_description('a'::regclass)")).isEqualTo("it's {a} ? $1 \\");
        assertThat(database.value("SELECT col_description('a'::regclass, 1)")).isEqualTo("tab\t; and 'quotes'");
    }

    @Test
    void longTextsAndManyStatements() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 500; i++) {
            text.append("CREATE TABLE t")
                    .append(i)
                    .append(" (id int DEFAULT ")
                    .append(i)
                    .append(");\n");
        }
        text.append("COMMENT ON TABLE t0 IS '").append("ö".repeat(100_000)).append("';");
        upgrade(text.toString());

        assertThat(database.value("SELECT count(*) FROM pg_tables WHERE tablename ~ '^t[0-9]+$'"))
                .isEqualTo("500");
        assertThat(database.value("SELECT length(obj_description('t0'::regclass))"))
                .isEqualTo("100000");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SET search_path = nowhere",
                "SELECT set_config('search_path', 'nowhere', false)",
                "SELECT SET_CONFIG('search_path', 'nowhere', false)",
                "DO $$ BEGIN SET search_path = nowhere; END $$",
                "SET ROLE pg_monitor",
                "SET SESSION AUTHORIZATION pg_monitor; RESET SESSION AUTHORIZATION; SET search_path = ''",
                "SET standard_conforming_strings = off",
                "SET lock_timeout = 1; SET timezone = 'Asia/Tokyo'"
            })
    void whatARevisionSetsEndsWithIt(String sets) {
        boolean role = sets.contains("ROLE");
        Project project = new Project(folder)
                .sql("a1", "CREATE TABLE a ();" + sets + (role ? "; RESET ROLE; SET ROLE postgres;" : ";"), "")
                .sql(
                        "b2",
                        "CREATE TABLE b AS SELECT session_user::text || ' ' || current_user AS who,"
                                + " current_setting('search_path') AS path, current_setting('TimeZone') AS zone;",
                        "");

        assertThat(project.limbeck(database).upgrade("head").after()).containsExactly("b2");
        assertThat(database.value("SELECT who || path FROM b")).isEqualTo("postgres postgres\"$user\", public");
        assertThat(database.value("SELECT zone FROM b")).isEqualTo("UTC");
    }

    @Test
    void whatCodeSetsEndsWithItsRevision() {
        Project project = new Project(folder)
                .java(
                        "a1",
                        "op.run(\"set\", c -> { try (Statement s = c.createStatement()) {"
                                + " s.execute(\"SET search_path = nowhere\"); } });",
                        "")
                .sql("b2", "CREATE TABLE b ();", "");

        assertThat(project.limbeck(database).upgrade("head").after()).containsExactly("b2");
    }

    @Test
    void aRoleThatMayNotWriteTheVersionTableIsAProblemOfItsRevision() {
        Project project = new Project(folder).sql("a1", "CREATE TABLE a (); SET ROLE pg_monitor;", "");

        Problem problem = Project.problem(() -> project.limbeck(database).upgrade("head"));

        assertThat(problem.code()).isEqualTo(ProblemCode.PRIVILEGE_MISSING);
        assertThat(problem.sentence()).isEqualTo("cannot record a1 change a1 in shop@test");
        assertThat(problem.databaseState()).contains("The transaction was rolled back");
        assertThat(database.value("SELECT to_regclass('a')")).isEqualTo("null");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "COMMIT",
                "ROLLBACK",
                "BEGIN",
                "END",
                "ABORT",
                "START TRANSACTION",
                "commit and chain",
                "PREPARE TRANSACTION 'x'"
            })
    void aTransactionsEndsAreNotForMigrationsToSay(String statement) {
        Project project =
                new Project(folder).sql("a1", "CREATE TABLE a ();\n" + statement + ";\nCREATE TABLE b ();", "");

        Problem problem = Project.problem(() -> project.limbeck(database).upgrade("head"));

        assertThat(problem.code()).isEqualTo(ProblemCode.INVALID_OPERATION);
        assertThat(problem.place()).isEqualTo(project.place("a1.sql", 7));
        assertThat(database.catalog())
                .describedAs("refused before anything is run")
                .containsExactly("schema public");
    }

    @Test
    void savepointsAreAllowed() {
        upgrade("CREATE TABLE a (); SAVEPOINT s; DROP TABLE a; ROLLBACK TO SAVEPOINT s; RELEASE SAVEPOINT s;");

        assertThat(database.value("SELECT to_regclass('a')")).isEqualTo("a");
    }

    @Test
    void aNewValueOfAnEnumIsUsedInTheNextRevision() {
        Project project = new Project(folder)
                .sql("a1", "CREATE TYPE state AS ENUM ('new'); CREATE TABLE a (s state);", "")
                .java("b2", "op.addEnumValue(\"state\", \"paid\");", "")
                .sql("c3", "INSERT INTO a VALUES ('paid');", "");

        assertThat(project.limbeck(database).upgrade("head").after()).containsExactly("c3");
    }

    @Test
    void aNewValueOfAnEnumUsedAtOnceIsExplained() {
        Project project = new Project(folder)
                .sql("a1", "CREATE TYPE state AS ENUM ('new'); CREATE TABLE a (s state);", "")
                .sql("b2", "ALTER TYPE state ADD VALUE 'paid'; INSERT INTO a VALUES ('paid');", "");

        Problem problem = Project.problem(() -> project.limbeck(database).upgrade("head"));

        assertThat(problem.sentence()).isEqualTo("statement 2 of 2 of b2 change b2 failed");
        assertThat(problem.hints()).anyMatch(hint -> hint.toString().contains("a revision of its own"));
        assertThat(database.value("SELECT enum_range(NULL::state)")).isEqualTo("{new}");
    }

    private void upgrade(String sql) {
        new Project(folder).sql("a1", sql, "").limbeck(database).upgrade("head");
    }
}
