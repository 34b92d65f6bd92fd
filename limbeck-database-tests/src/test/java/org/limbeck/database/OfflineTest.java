package org.limbeck.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.limbeck.Limbeck;
import org.limbeck.problem.Problem;
import org.limbeck.problem.ProblemCode;
import org.limbeck.sql.ScriptStatement;
import org.limbeck.sql.SqlScript;

/** Scripts do what a run does. */
class OfflineTest {

    private static final String UP = """
            op.createSchema("S 1");
            op.createExtension("hstore", IF_NOT_EXISTS);
            op.createEnum("state", "new", "it's");
            op.addEnumValueAfter("state", "paid", "new");
            op.renameEnumValue("state", "it's", "its");
            op.createSequence(sequence("counter").with(sequenceOptions().startWith(5)));
            op.alterSequence("counter", sequenceOptions().cycling(true), sequenceOptions().cycling(false));
            op.createTable("users", column("id", bigint()).identity(), column("name", text()).comment("it's \\\\ it"),
                    primaryKey("id"), check("name <> ''"));
            op.createTable("orders", column("id", integer()), column("user_id", bigint()), column("total", integer()));
            op.addConstraint("orders", foreignKey("user_id").references("users").notValid());
            op.validateConstraint("orders", "orders_user_id_fkey");
            op.renameConstraint("orders", "orders_user_id_fkey", "by");
            op.addColumn("orders", column("day", date()).notNull().defaultSql("now()"));
            op.alterColumn("orders", "total", toType(bigint()).from(integer()), setDefault(7).fromNone(), setNotNull());
            op.renameColumn("orders", "day", "placed");
            op.createIndex(index("placed_idx").on("orders", "placed"));
            op.renameIndex("placed_idx", "orders_placed_idx");
            op.commentOn(onTable("orders"), "semi; colon -- and $$");
            op.bulkInsert("users", columns("id", "name"), row(1, "O'Hara; -- \\\\"), row(2, null));
            op.execute("CREATE FUNCTION f() RETURNS int LANGUAGE sql AS $limbeck$ SELECT 1; $limbeck$; SELECT f() -- last");
            op.renameTable("orders", "Orders");
            """;

    private static final String DOWN = """
            op.renameTable("Orders", "orders");
            op.execute("DROP FUNCTION f()");
            op.dropTable("orders");
            op.dropTable("users", CASCADING);
            op.dropSequence("counter");
            op.dropEnum("state");
            op.dropExtension("hstore");
            op.dropSchema("S 1");
            """;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"14 revision", "18 revision", "18 run"})
    void aScriptGivesWhatARunGives(String how) throws Exception {
        int major = Integer.parseInt(how.substring(0, 2));
        String[] options = {"transaction", how.substring(3)};
        Project project = new Project(folder)
                .java("a1", UP, DOWN)
                .sql("b2", "-- above\n/* and */ CREATE VIEW v AS SELECT ';' AS x -- behind\n;", "DROP VIEW v;")
                .sql("c3", "", "");
        if (how.endsWith("revision")) {
            project.java(
                    "d4",
                    "op.createIndex(index(\"i\").on(\"users\", \"name\").concurrently()); op.execute(\"CREATE TABLE z ()\");",
                    "op.dropTable(\"z\"); op.dropIndexConcurrently(\"i\");");
        }
        TestDatabase ran = TestDatabase.on(major);
        TestDatabase scripted = TestDatabase.on(major);
        Limbeck limbeck = project.limbeck(ran, options);

        limbeck.upgrade("head");
        run(scripted, limbeck.upgradeScript("head"));
        assertThat(scripted.catalog()).isEqualTo(ran.catalog());
        assertThat(state(scripted)).isEqualTo(state(ran));
        assertThat(scripted.rows("SELECT * FROM users ORDER BY id"))
                .isEqualTo(ran.rows("SELECT * FROM users ORDER BY id"));

        limbeck.downgrade("base");
        run(scripted, limbeck.downgradeScript("head:base"));
        assertThat(scripted.catalog()).isEqualTo(ran.catalog());
        assertThat(state(scripted)).isEqualTo(state(ran));
    }

    @Test
    void aScriptStartsWhereItIsTold() throws Exception {
        TestDatabase database = TestDatabase.onNewest();
        Limbeck limbeck = tables().limbeck(database);

        run(database, limbeck.upgradeScript("a1"));
        run(database, limbeck.upgradeScript("a1:head"));
        assertThat(limbeck.current().rows()).containsExactly("c3");
        run(database, limbeck.downgradeScript("head:a1"));
        assertThat(limbeck.current().rows()).containsExactly("a1");
        run(database, limbeck.stampScript("a1:c3"));
        assertThat(limbeck.current().rows()).containsExactly("c3");
    }

    @Test
    void aScriptRefusesADatabaseThatStandsElsewhere() {
        TestDatabase database = TestDatabase.onNewest();
        Limbeck limbeck = tables().limbeck(database);
        limbeck.upgrade("a1");
        List<String> before = database.catalog();

        for (String script : List.of(
                limbeck.upgradeScript("head"),
                limbeck.upgradeScript("b2:head"),
                limbeck.downgradeScript("head:base"))) {
            assertThatThrownBy(() -> run(database, script))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("this script is for a database that is at ");
        }
        assertThat(database.catalog()).isEqualTo(before);
    }

    @Test
    void aStepInJavaCannotBeWritten() {
        Project project = new Project(folder)
                .sql("a1", "CREATE TABLE a ();", "")
                .java("b2", "op.run(\"count rows\", c -> { });", "");

        Problem problem =
                Project.problem(() -> project.limbeck(TestDatabase.onNewest()).upgradeScript("head"));

        assertThat(problem.code()).isEqualTo(ProblemCode.NOT_OFFLINE);
        assertThat(problem.sentence()).contains("b2", "count rows");
        assertThat(problem.place()).isEqualTo(project.place("Mb2.java", 16));
    }

    @Test
    void ourOwnTablesAlone() throws Exception {
        TestDatabase scripted = TestDatabase.onNewest();
        TestDatabase ensured = TestDatabase.onNewest();
        Limbeck limbeck = tables().limbeck(ensured);

        run(scripted, limbeck.ensureVersionScript());
        limbeck.ensureVersion();
        limbeck.ensureVersion();

        assertThat(scripted.catalog())
                .isEqualTo(ensured.catalog())
                .anyMatch(line -> line.contains("limbeck_version_pkc"));
    }

    private Project tables() {
        return new Project(folder)
                .sql("a1", "CREATE TABLE a ();", "DROP TABLE a;")
                .sql("b2", "CREATE TABLE b ();", "DROP TABLE b;")
                .sql("c3", "CREATE TABLE c ();", "DROP TABLE c;");
    }

    private static List<String> state(TestDatabase database) {
        List<String> state = new java.util.ArrayList<>(database.rows("SELECT version_num FROM limbeck_version"));
        state.addAll(
                database.rows("SELECT revision, direction, message, applied_by, tool_version, checksum, operations,"
                        + " operations_done, finished_at >= started_at FROM limbeck_history ORDER BY id"));
        return state;
    }

    /** As psql would: statement by statement, until one fails. Its own command is the only line that is no SQL. */
    private static void run(TestDatabase database, String script) throws SQLException {
        String sql = script.replace("\\set ON_ERROR_STOP on\n", "");
        try (Connection connection = database.connect()) {
            for (ScriptStatement statement : SqlScript.statements("script.sql", sql)) {
                TestDatabase.execute(connection, statement.text());
            }
        }
    }
}
