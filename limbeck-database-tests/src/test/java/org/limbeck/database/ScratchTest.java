package org.limbeck.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.limbeck.catalog.CatalogScope;
import org.limbeck.catalog.DdlStatement;
import org.limbeck.catalog.DesiredSchema;
import org.limbeck.catalog.Scratch;
import org.limbeck.catalog.ScratchChoice;
import org.limbeck.catalog.ScratchDatabase;
import org.limbeck.catalog.ScratchPlace;
import org.limbeck.catalog.ScratchSchema;
import org.limbeck.catalog.ScratchServer;
import org.limbeck.catalog.ScratchTarget;
import org.limbeck.problem.LimbeckException;
import org.limbeck.problem.Place;
import org.limbeck.problem.Problem;
import org.limbeck.problem.ProblemCode;
import org.limbeck.schema.Schema;

/** Building a desired schema where it leaves nothing, and reading it back. */
class ScratchTest {

    private static final List<String> SMALL = List.of(
            "CREATE TYPE mood AS ENUM ('sad', 'ok')",
            "CREATE TABLE users (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, feeling mood DEFAULT 'ok', mail text)",
            "CREATE TABLE orders (id serial PRIMARY KEY, user_id bigint REFERENCES users, at timestamptz DEFAULT now())",
            "CREATE INDEX ON users (lower(mail)) WHERE feeling = 'ok'",
            "CREATE VIEW happy AS SELECT id FROM users WHERE feeling = 'ok'",
            "CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'",
            "CREATE TRIGGER touch BEFORE UPDATE ON users FOR EACH ROW EXECUTE FUNCTION touch()",
            "COMMENT ON TABLE users IS 'people'");

    private final TestDatabase database = TestDatabase.onNewest();

    @ParameterizedTest
    @ValueSource(ints = {14, 15, 16, 17, 18})
    void aDatabaseOfItsOwnGivesWhatTheTargetHas(int major) throws SQLException {
        TestDatabase target = EveryKind.on(major);
        List<DdlStatement> statements = ddl(EveryKind.statements(major));

        Schema desired = inDatabase(target, statements);

        assertThat(SchemaLines.of(desired)).containsExactlyElementsOf(SchemaLines.of(CatalogReaderTest.read(target)));
    }

    @ParameterizedTest
    @ValueSource(ints = {14, 15, 16, 17, 18})
    void aTransactionGivesTheSameAndLeavesNothing(int major) throws SQLException {
        TestDatabase target = TestDatabase.on(major);
        target.execute("CREATE SCHEMA extensions", "CREATE EXTENSION citext SCHEMA extensions");
        List<String> before = target.catalog();
        Schema desired;
        try (Connection connection = target.connect();
                ScratchPlace place = ScratchSchema.open(connection, Instant.now())) {
            desired = DesiredSchema.build(place, ddl(SMALL), CatalogScope.ALL);
        }
        assertThat(target.catalog()).isEqualTo(before);

        target.execute(SMALL.toArray(String[]::new));
        assertThat(SchemaLines.of(desired)).containsExactlyElementsOf(SchemaLines.of(CatalogReaderTest.read(target)));
    }

    @Test
    void theOrderOfStatementsDoesNotMatter() throws SQLException {
        List<String> shuffled = new ArrayList<>(SMALL);
        Collections.shuffle(shuffled, new Random(1));

        assertThat(inDatabase(database, ddl(shuffled))).isEqualTo(inDatabase(database, ddl(SMALL)));
        try (Connection connection = database.connect();
                ScratchPlace place = ScratchSchema.open(connection, Instant.now())) {
            assertThat(DesiredSchema.build(place, ddl(shuffled), CatalogScope.ALL))
                    .isEqualTo(inDatabase(database, ddl(SMALL)));
        }
    }

    @Test
    void aDefaultSchemaOfAnotherNameIsThere() throws SQLException {
        database.execute("DROP SCHEMA public");

        Schema desired = inDatabase(database, ddl(SMALL), CatalogScope.of("app"));

        assertThat(SchemaLines.of(desired)).containsExactlyElementsOf(SchemaLines.of(inDatabase(database, ddl(SMALL))));
    }

    @Test
    void aStatementThatNeedsWhatNobodyMakesIsAProblemWithItsPlace() {
        Problem problem = problem(DdlStatement.ofFile(
                "schema/views.sql", "CREATE VIEW a AS SELECT 1;\n\nCREATE VIEW b AS\n  SELECT *\n  FROM missing;\n"));

        assertThat(problem.code()).isEqualTo(ProblemCode.SCHEMA_STATEMENT);
        assertThat(problem.place()).isEqualTo(new Place("schema/views.sql", 5));
        assertThat(problem.evidence())
                .containsExactly("  FROM missing", "       ^", "relation \"missing\" does not exist (42P01)");
    }

    @Test
    void aSyntaxErrorFailsAtOnce() {
        Problem problem =
                problem(DdlStatement.ofFile("s.sql", "CREATE VIEW a AS SELECT * FROM missing; CREATE TABEL x ()"));

        assertThat(problem.sentence()).isEqualTo("a statement of the desired schema failed");
        assertThat(problem.evidence()).contains("syntax error at or near \"TABEL\" (42601)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "INSERT INTO t VALUES (1)",
                "SELECT 1",
                "/* a */ update t set a = 1",
                "DO $$BEGIN END$$",
                "CREATE ROLE r",
                "CREATE DATABASE d",
                "GRANT a TO b",
                "ALTER SYSTEM SET work_mem = '1MB'",
                "COMMENT ON ROLE postgres IS 'x'",
                "GRANT CONNECT ON DATABASE postgres TO PUBLIC",
                "ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT ON TABLES TO PUBLIC",
                "DROP TABLESPACE t"
            })
    void whatDescribesNoSchemaIsRefused(String statement) {
        Problem problem = problem(DdlStatement.ofFile("s.sql", statement));

        assertThat(problem.code()).isEqualTo(ProblemCode.SCHEMA_STATEMENT);
        assertThat(problem.sentence()).startsWith("a statement has no place in the description of a schema");
        assertThat(problem.place()).isEqualTo(new Place("s.sql", 1));
    }

    @Test
    void aDisposableServerTakesMissingRoles() throws SQLException {
        String role = "Nobody \"" + database.value("SELECT current_database()").substring(0, 20);
        String quoted = '"' + role.replace("\"", "\"\"") + '"';
        List<DdlStatement> statements =
                ddl(List.of("CREATE TABLE t ()", "GRANT SELECT ON t TO " + quoted, "ALTER TABLE t OWNER TO " + quoted));
        ScratchServer disposable = new ScratchServer() {
            @Override
            public Connection connect(String name) throws SQLException {
                return connectTo(name);
            }

            @Override
            public boolean isDisposable() {
                return true;
            }
        };
        Schema desired = inDatabase(disposable, database, statements, CatalogScope.ALL);

        assertThat(desired.owners()).containsValue(role);
    }

    @Test
    void theDatabaseIsGoneAfterwardsAndAfterAFailure() throws SQLException {
        inDatabase(database, ddl(SMALL));
        problem(ddl(List.of("CREATE VIEW v AS SELECT * FROM missing")));

        assertThat(scratchDatabases()).isEmpty();
    }

    @Test
    void whatAKilledRunLeftIsSweptByALaterOne() throws Exception {
        Process run = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        ScratchProgram.class.getName(),
                        database.access().jdbcUrl(),
                        database.access().user(),
                        database.access().password())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader output = run.inputReader()) {
            assertThat(output.readLine()).isEqualTo("created");
        }
        run.destroyForcibly().waitFor();
        assertThat(scratchDatabases()).hasSize(1);
        String left = scratchDatabases().get(0);
        waitUntilNobodyIsConnected(left);

        try (Connection connection = database.connect()) {
            ScratchDatabase.sweep(connection, Instant.now());
            assertThat(scratchDatabases()).containsExactly(left);
            ScratchDatabase.sweep(connection, Instant.now().plusSeconds(120));
        }
        assertThat(scratchDatabases()).isEmpty();
    }

    @Test
    void noDatabaseIsSweptThatSomebodyUsesOrThatBearsNoMark() throws SQLException {
        String unmarked = "limbeck_scratch_1_0123456789abcdef";
        database.execute("CREATE DATABASE " + unmarked);
        try (ScratchDatabase used =
                        ScratchDatabase.create(this::connectTo, target(database), "public", Instant.ofEpochSecond(2));
                Connection connection = database.connect()) {
            ScratchDatabase.sweep(connection, Instant.now());
            assertThat(used.connection().isValid(1)).isTrue();
            assertThat(scratchDatabases()).contains(unmarked).hasSize(2);
        } finally {
            database.execute("DROP DATABASE " + unmarked);
        }
    }

    @Test
    void theCheapestPlaceIsChosenAndTheReasonIsGiven() throws SQLException {
        assertThat(choice(database, SMALL).kind()).isEqualTo(ScratchChoice.Kind.IN_TRANSACTION);
        assertThat(choice(database, List.of("CREATE EXTENSION citext")))
                .isEqualTo(new ScratchChoice(
                        ScratchChoice.Kind.DATABASE, "the desired schema has objects that stand outside of schemas"));
        assertThat(choice(database, List.of("CREATE TABLE Public.t ()")).reason())
                .isEqualTo("the desired schema names the schema public");
        assertThat(choice(database, Collections.nCopies(201, "CREATE TABLE t ()"))
                        .kind())
                .isEqualTo(ScratchChoice.Kind.DATABASE);
        database.execute("CREATE EXTENSION citext");
        assertThat(choice(database, SMALL).reason()).isEqualTo("extensions stand in the schema public of the target");
    }

    @Test
    void whereThereIsNoPlaceTheWaysOutAreShown() throws SQLException {
        String role = "weak_" + database.value("SELECT current_database()");
        database.execute("CREATE ROLE " + role + " LOGIN PASSWORD 'secret'");
        ScratchTarget target = target(database.as(role, "secret", ""));

        assertThat(Scratch.choose(target, "public", ddl(SMALL), true, false).kind())
                .isEqualTo(ScratchChoice.Kind.NAMED_SERVER);
        assertThat(Scratch.choose(target, "public", ddl(SMALL), false, true).kind())
                .isEqualTo(ScratchChoice.Kind.EMBEDDED_SERVER);
        assertThatThrownBy(() -> Scratch.choose(target, "public", ddl(SMALL), false, false))
                .isInstanceOfSatisfying(LimbeckException.class, failure -> {
                    assertThat(failure.problem().code()).isEqualTo(ProblemCode.NO_SCRATCH_PLACE);
                    assertThat(failure.problem().hints()).hasSize(3);
                });
    }

    private static ScratchChoice choice(TestDatabase database, List<String> statements) throws SQLException {
        return Scratch.choose(target(database), "public", ddl(statements), false, false);
    }

    private Problem problem(List<DdlStatement> statements) {
        try {
            inDatabase(database, statements);
        } catch (LimbeckException failure) {
            return failure.problem();
        } catch (SQLException failure) {
            throw new AssertionError(failure);
        }
        throw new AssertionError("no problem");
    }

    private static Schema inDatabase(TestDatabase target, List<DdlStatement> statements) throws SQLException {
        return inDatabase(target, statements, CatalogScope.ALL);
    }

    private static Schema inDatabase(TestDatabase target, List<DdlStatement> statements, CatalogScope scope)
            throws SQLException {
        return inDatabase(name -> connectTo(target, name), target, statements, scope);
    }

    private static Schema inDatabase(
            ScratchServer server, TestDatabase target, List<DdlStatement> statements, CatalogScope scope)
            throws SQLException {
        try (ScratchPlace place =
                ScratchDatabase.create(server, target(target), scope.defaultSchema(), Instant.now())) {
            return DesiredSchema.build(place, statements, scope);
        }
    }

    private static ScratchTarget target(TestDatabase database) throws SQLException {
        try (Connection connection = database.connect()) {
            return ScratchTarget.of(connection);
        }
    }

    private Connection connectTo(String name) throws SQLException {
        return connectTo(database, name);
    }

    static Connection connectTo(TestDatabase neighbour, String name) throws SQLException {
        String url = neighbour.access().jdbcUrl();
        return DriverManager.getConnection(
                url.substring(0, url.lastIndexOf('/') + 1) + name,
                neighbour.access().user(),
                neighbour.access().password());
    }

    private static List<DdlStatement> ddl(List<String> statements) {
        return statements.stream().map(DdlStatement::of).toList();
    }

    private List<String> scratchDatabases() {
        return database.rows("SELECT datname FROM pg_database WHERE datname LIKE 'limbeck\\_scratch\\_%' ORDER BY 1");
    }

    private void waitUntilNobodyIsConnected(String name) throws InterruptedException {
        while (!database.value("SELECT count(*) FROM pg_stat_activity WHERE datname = '" + name + "'")
                .equals("0")) {
            Thread.sleep(20);
        }
    }
}
