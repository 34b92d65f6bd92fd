package org.limbeck.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.limbeck.catalog.CatalogReader;
import org.limbeck.catalog.CatalogScope;
import org.limbeck.catalog.Globs;
import org.limbeck.problem.LimbeckException;
import org.limbeck.problem.ProblemCode;
import org.limbeck.schema.EnumType;
import org.limbeck.schema.Index;
import org.limbeck.schema.ObjectId;
import org.limbeck.schema.ObjectKind;
import org.limbeck.schema.QualifiedName;
import org.limbeck.schema.Schema;
import org.limbeck.schema.SchemaObject;
import org.limbeck.schema.Table;

/** How the catalog is read: what is left out, and that nobody notices. */
class CatalogReaderTest {

    private final TestDatabase database = TestDatabase.onNewest();

    @ParameterizedTest
    @ValueSource(ints = {14, 15, 16, 17, 18})
    void anEmptyDatabaseHasNothing(int major) {
        Schema schema = read(TestDatabase.on(major));

        assertThat(ids(schema)).isEmpty();
        assertThat(schema.grants()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {14, 15, 16, 17, 18})
    void takesNoLockButTheWeakestAndMovesNoSequence(int major) throws SQLException {
        TestDatabase everything = EveryKind.on(major);
        everything.execute("SELECT nextval('counter')");
        String state = everything.value("SELECT last_value || ' ' || is_called FROM counter");

        try (Connection connection = everything.connect()) {
            connection.setAutoCommit(false);
            CatalogReader.read(connection, CatalogScope.ALL);
            assertThat(
                            TestDatabase.rows(
                                    connection,
                                    "SELECT DISTINCT mode FROM pg_locks WHERE pid = pg_backend_pid() AND locktype <> 'virtualxid'"))
                    .containsExactly("AccessShareLock");
            connection.rollback();
        }
        assertThat(everything.value("SELECT last_value || ' ' || is_called FROM counter"))
                .isEqualTo(state);
    }

    @ParameterizedTest
    @ValueSource(ints = {14, 18})
    void aUserWithoutRightsReadsTheSame(int major) {
        TestDatabase everything = EveryKind.on(major);
        String role = "reader_" + everything.value("SELECT current_database()");
        everything.execute(
                "CREATE ROLE " + role + " LOGIN PASSWORD 'secret'", "REVOKE ALL ON SCHEMA sales FROM PUBLIC");

        assertThat(SchemaLines.of(read(everything.as(role, "secret", ""))))
                .containsExactlyElementsOf(SchemaLines.of(read(everything)));
    }

    @Test
    void theDefaultSchemaMustBeUsable() {
        String role = "outsider_" + database.value("SELECT current_database()");
        database.execute("CREATE ROLE " + role + " LOGIN PASSWORD 'secret'", "REVOKE ALL ON SCHEMA public FROM PUBLIC");

        assertThatThrownBy(() -> read(database.as(role, "secret", "")))
                .isInstanceOfSatisfying(LimbeckException.class, failure -> {
                    assertThat(failure.problem().code()).isEqualTo(ProblemCode.PRIVILEGE_MISSING);
                    assertThat(failure.problem().hints().get(0).command())
                            .isEqualTo("GRANT USAGE ON SCHEMA public TO " + role);
                });
    }

    @Test
    void theSettingsOfTheSessionChangeNothing() {
        TestDatabase everything = EveryKind.on(Servers.NEWEST);
        TestDatabase odd = everything.with("?options=-c%20TimeZone=Asia/Tokyo%20-c%20IntervalStyle=iso_8601"
                + "%20-c%20search_path=sales%20-c%20bytea_output=escape%20-c%20quote_all_identifiers=on"
                + "%20-c%20extra_float_digits=-10");

        assertThat(SchemaLines.of(read(odd))).containsExactlyElementsOf(SchemaLines.of(read(everything)));
    }

    @Test
    void leavesTheSessionAsItWas() throws SQLException {
        database.execute("CREATE TABLE t ()");
        List<String> settings = List.of("search_path", "TimeZone", "IntervalStyle", "transaction_isolation");
        String query = "SELECT "
                + String.join(
                        " || ' ' || ",
                        settings.stream()
                                .map(name -> "current_setting('" + name + "')")
                                .toList());
        try (Connection connection = database.connect()) {
            TestDatabase.execute(connection, "SET search_path = pg_temp, \"$user\", public");
            List<String> before = TestDatabase.rows(connection, query);

            CatalogReader.read(connection, CatalogScope.ALL);
            assertThat(connection.getAutoCommit()).isTrue();
            assertThat(TestDatabase.rows(connection, query)).isEqualTo(before);

            connection.setAutoCommit(false);
            TestDatabase.execute(connection, "CREATE TABLE inside ()");
            assertThat(ids(CatalogReader.read(connection, CatalogScope.ALL)))
                    .contains("table t")
                    .doesNotContain("table inside");
            assertThat(TestDatabase.rows(connection, query)).isEqualTo(before);
            TestDatabase.execute(connection, "CREATE TABLE public.second ()");
            assertThat(ids(CatalogReader.read(connection, CatalogScope.ALL))).contains("table second");
            connection.rollback();
        }
    }

    static Stream<String> oddNames() {
        return Stream.of(
                "with space",
                "Upper",
                "quote\"d",
                "it's",
                "back\\slash",
                "dot.ted",
                "{brace,comma}",
                "dollar$",
                "tab\tnew\nline",
                "semi;colon--",
                "größe",
                "😀",
                "select",
                "x".repeat(63),
                " ");
    }

    @ParameterizedTest
    @MethodSource("oddNames")
    void namesComeBackLetterForLetter(String name) {
        String quoted = '"' + name.replace("\"", "\"\"") + '"';
        database.execute(
                "CREATE SCHEMA " + quoted,
                "CREATE TYPE " + quoted + ".labels AS ENUM ('" + name.replace("'", "''") + "')",
                "CREATE TABLE " + quoted + "." + quoted + " (" + quoted + " int, CONSTRAINT " + quoted + " CHECK ("
                        + quoted + " > 0))",
                "CREATE INDEX ON " + quoted + "." + quoted + " (" + quoted + ")");

        Schema schema = read(database, CatalogScope.of(name));

        QualifiedName own = new QualifiedName(null, name);
        assertThat(schema.all(EnumType.class)).containsExactly(EnumType.of("labels", name));
        Table table = schema.table(own);
        assertThat(table).isNotNull();
        assertThat(table.columns()).extracting("name").containsExactly(name);
        assertThat(table.constraints()).extracting("name").containsExactly(name);
        assertThat(schema.all(Index.class).get(0).elements()).extracting("term").containsExactly(name);
        assertThat(read(database).table(new QualifiedName(name, name))).isNotNull();
    }

    @Test
    void leavesOutWhatIsOutOfTheScope() {
        database.execute(
                "CREATE TABLE limbeck_version (id serial PRIMARY KEY, t text)",
                "CREATE INDEX ON limbeck_version (t)",
                "CREATE TABLE kept (id int)",
                "CREATE TABLE tmp_1 (id serial)",
                "CREATE SCHEMA other",
                "CREATE TABLE other.kept (id int)",
                "CREATE SCHEMA limbeck_scratch_1",
                "CREATE TABLE limbeck_scratch_1.t ()");
        CatalogScope scope =
                CatalogScope.ALL.without(QualifiedName.of("limbeck_version")).named(Globs.ALL.excluding("tmp*"));

        assertThat(ids(read(database, scope))).containsExactly("schema other", "table kept", "table other.kept");
        assertThat(ids(read(database, scope.inSchemas(Globs.including("pub?ic")))))
                .containsExactly("table kept");
        assertThat(ids(read(database, scope.where(id -> id.kind() != ObjectKind.SCHEMA))))
                .containsExactly("table kept", "table other.kept");
        assertThat(ids(read(database, CatalogScope.of("other")))).contains("table kept", "table public.kept");
    }

    @Test
    void aForeignKeyMayLeaveTheScope() {
        database.execute(
                "CREATE SCHEMA other",
                "CREATE TABLE other.target (gone int, id int PRIMARY KEY)",
                "ALTER TABLE other.target DROP COLUMN gone",
                "CREATE TABLE t (id int REFERENCES other.target)");

        Table table = read(database, CatalogScope.ALL.inSchemas(Globs.including("public")))
                .table(QualifiedName.of("t"));

        assertThat(table).isNotNull();
        assertThat(table.constraints().get(0).toString())
                .contains("referencedTable=other.target, referencedColumns=[id]");
    }

    @Test
    void tellsWhatNeedsWhat() {
        database.execute(
                "CREATE TABLE t (a int, b int CHECK (b > 0))",
                "CREATE VIEW v AS SELECT a FROM t",
                "CREATE FUNCTION f(t) RETURNS int LANGUAGE sql AS 'SELECT 1'");

        assertThat(read(database).dependencies())
                .extracting(needs ->
                        needs.from().describe() + " needs " + needs.to().describe())
                .contains(
                        "view v needs column t.a",
                        "constraint t_b_check of t needs column t.b",
                        "function f(t) needs table t");
    }

    @Test
    void marksIndexesWhoseBuildFailed() {
        database.execute("CREATE TABLE t AS SELECT 1 AS a FROM generate_series(1, 2)");
        try (Connection connection = database.connect()) {
            TestDatabase.execute(connection, "CREATE UNIQUE INDEX CONCURRENTLY broken ON t (a)");
        } catch (SQLException expected) {
            assertThat(expected.getSQLState()).isEqualTo("23505");
        }

        assertThat(read(database).invalidIndexes())
                .extracting(ObjectId::describe)
                .containsExactly("index broken");
    }

    static Schema read(TestDatabase database) {
        return read(database, CatalogScope.ALL);
    }

    static Schema read(TestDatabase database, CatalogScope scope) {
        try (Connection connection = database.connect()) {
            return CatalogReader.read(connection, scope);
        } catch (SQLException failure) {
            throw new AssertionError(failure);
        }
    }

    private static List<String> ids(Schema schema) {
        return schema.objects().values().stream()
                .map(SchemaObject::id)
                .map(ObjectId::describe)
                .sorted()
                .toList();
    }
}
