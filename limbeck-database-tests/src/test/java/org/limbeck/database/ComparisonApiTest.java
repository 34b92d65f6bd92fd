package org.limbeck.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limbeck.ComparisonRequest;
import org.limbeck.Limbeck;
import org.limbeck.RevisionRequest;
import org.limbeck.diff.Difference;
import org.limbeck.diff.Renames;
import org.limbeck.execute.DatabaseConnector;
import org.limbeck.operation.AddColumn;
import org.limbeck.operation.CreateTable;
import org.limbeck.operation.DropColumn;
import org.limbeck.operation.DropTable;
import org.limbeck.operation.Operation;
import org.limbeck.operation.Rewriter;
import org.limbeck.problem.Problem;
import org.limbeck.problem.ProblemCode;

/** Programs choose what is compared, and change what is written. */
class ComparisonApiTest {

    @TempDir
    private Path folder;

    private final TestDatabase database = TestDatabase.onNewest();
    private Limbeck limbeck;
    private ComparisonRequest request;

    @BeforeEach
    void prepare() throws IOException {
        String log = "CREATE TABLE change_log (what text, undone boolean)";
        database.execute("CREATE TABLE users (id bigint PRIMARY KEY)", log);
        Files.writeString(folder.resolve("schema.sql"), """
                CREATE TABLE users (id bigint PRIMARY KEY, email text);
                CREATE TABLE scratch_notes (id bigint PRIMARY KEY);
                """ + log + ";");
        limbeck = new Project(folder).limbeck(database);
        request = new ComparisonRequest(
                ComparisonRequest.DATABASE, folder.resolve("schema.sql").toString());
    }

    @Test
    void aPredicateChoosesWhatIsCompared() {
        assertThat(difference(limbeck).upgrade())
                .hasOnlyElementsOfTypes(AddColumn.class, CreateTable.class)
                .hasSize(2);

        Limbeck choosing = limbeck.comparing(id -> !id.name().name().startsWith("scratch_"));

        assertThat(difference(choosing).upgrade()).hasOnlyElementsOfType(AddColumn.class);
    }

    @Test
    void operationsAreRewrittenBeforeTheyAreWritten() throws IOException {
        Rewriter rewriter = Rewriter.none()
                .on(CreateTable.class, create -> List.of())
                .on(DropTable.class, drop -> List.of())
                .on(
                        AddColumn.class,
                        add -> List.of(add, new LogChange(add.column().name())))
                .on(DropColumn.class, drop -> List.of(new LogChange(drop.name(), true), drop));

        Difference rewritten = difference(limbeck).rewritten(rewriter);
        Path file = limbeck.newRevision(RevisionRequest.of("email"), rewritten);

        assertThat(Files.readString(file))
                .contains("op.perform(new org.limbeck.database.LogChange(\"email\", false));")
                .doesNotContain("scratch_notes");
        limbeck.upgrade("head");
        assertThat(database.rows("SELECT what FROM change_log WHERE NOT undone"))
                .containsExactly("email");
        limbeck.downgrade("base");
        assertThat(database.rows("SELECT what FROM change_log WHERE undone")).containsExactly("email");
    }

    @Test
    void theRecordsOfAnotherToolAreNoneOfTheProgramsTables() throws IOException {
        database.execute("CREATE TABLE schema_version (version text, description text, type text, script text,"
                + " checksum int, success boolean, installed_rank int PRIMARY KEY)");
        Files.createDirectories(folder.resolve("migrations"));
        Files.writeString(
                folder.resolve("migrations/takeover.tsv"), "tool\tflyway\ntable\tschema_version\n1\tonce\t1\n");

        assertThat(difference(limbeck).upgrade())
                .hasOnlyElementsOfTypes(AddColumn.class, CreateTable.class)
                .hasSize(2);
    }

    @Test
    void whatIsReadAtTheSameTimeIsLetGoWhereTheOtherSideCannotBeReached() throws Exception {
        List<Connection> opened = new CopyOnWriteArrayList<>();
        DatabaseConnector keeping = new DatabaseConnector() {
            @Override
            public String displayName() {
                return database.displayName();
            }

            @Override
            public Connection connect() throws SQLException {
                Connection connection = database.connect();
                opened.add(connection);
                return connection;
            }

            @Override
            public Connection connect(String anotherDatabase) throws SQLException {
                return database.connect(anotherDatabase);
            }
        };
        String unreachable = database.access().jdbcUrl() + "?user=nobody&password=wrong";

        Problem problem = Project.problem(() -> new Project(folder)
                .limbeck(keeping)
                .compare(new ComparisonRequest(unreachable, ComparisonRequest.DATABASE, true)));

        assertThat(problem.code()).isEqualTo(ProblemCode.AUTHENTICATION_FAILED);
        Until.holds("no connection is left", () -> {
            for (Connection connection : opened) {
                if (!connection.isClosed()) {
                    return false;
                }
            }
            return !opened.isEmpty();
        });
    }

    @Test
    void defaultPrivilegesThatNoFileSpeaksOfStayAndGiveWhatTheyGive() {
        database.execute("ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO pg_monitor");

        assertThat(difference(limbeck).upgrade())
                .hasOnlyElementsOfTypes(AddColumn.class, CreateTable.class)
                .hasSize(2);
        limbeck.newRevision(RevisionRequest.of("all"), difference(limbeck));
        limbeck.upgrade("head");

        assertThat(difference(limbeck).isEmpty()).isTrue();
        assertThat(database.value("SELECT has_table_privilege('pg_monitor', 'scratch_notes', 'SELECT')"))
                .isEqualTo("t");
    }

    @Test
    void privilegesOnTheSchemaPublicStayUnlessAFileSpeaksOfTheRole() throws IOException {
        database.execute("REVOKE ALL ON SCHEMA public FROM PUBLIC", "GRANT USAGE ON SCHEMA public TO pg_monitor");

        assertThat(differenceFrom("GRANT SELECT ON users TO pg_monitor"))
                .containsExactly("grant SELECT on table users to pg_monitor");
        assertThat(differenceFrom("GRANT CREATE ON SCHEMA public TO pg_monitor"))
                .containsExactly(
                        "revoke USAGE on schema public from pg_monitor", "grant CREATE on schema public to pg_monitor");
        assertThat(differenceFrom("GRANT USAGE ON SCHEMA public TO PUBLIC"))
                .containsExactly("grant USAGE on schema public to public");
        database.execute("GRANT SELECT ON users TO pg_monitor");
        assertThat(differenceFrom("GRANT USAGE ON SCHEMA public TO pg_monitor")).isEmpty();
    }

    /** Version 14 lets everybody create objects in it, and an upgrade of the server keeps that. */
    @Test
    void whatEverybodyMightDoInAnOlderVersionStaysUnlessAFileRevokesIt() throws IOException {
        database.execute("GRANT CREATE ON SCHEMA public TO PUBLIC");

        assertThat(differenceFrom("")).isEmpty();
        assertThat(differenceFrom("GRANT USAGE ON SCHEMA public TO pg_monitor"))
                .containsExactly("grant USAGE on schema public to pg_monitor");
        assertThat(differenceFrom("REVOKE CREATE ON SCHEMA public FROM PUBLIC"))
                .containsExactly("revoke CREATE on schema public from public");
    }

    @Test
    void theIndexByWhichATableWasClusteredStaysUnlessAFileNamesOne() throws IOException {
        database.execute("CLUSTER users USING users_pkey");
        String index = "CREATE INDEX i ON users (id);";

        assertThat(differenceFrom("")).isEmpty();
        assertThat(differenceFrom(index)).containsExactly("create index i on users");
        assertThat(differenceFrom(index + "ALTER TABLE users CLUSTER ON i"))
                .containsExactly("create index i on users", "alter table users: cluster on i");
    }

    @Test
    void anotherDatabaseSaysByWhichIndexATableIsClustered() {
        TestDatabase other = TestDatabase.onNewest();
        other.execute(
                "CREATE TABLE users (id bigint PRIMARY KEY)",
                "CREATE TABLE change_log (what text, undone boolean)",
                "CLUSTER users USING users_pkey");
        request = new ComparisonRequest(
                ComparisonRequest.DATABASE,
                other.access().jdbcUrl() + "?user=" + other.access().user() + "&password="
                        + other.access().password());

        assertThat(described(difference(limbeck))).containsExactly("alter table users: cluster on users_pkey");
    }

    @Test
    void filesSayDefaultPrivilegesOfARole() throws IOException {
        database.execute("ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO pg_monitor");
        Files.writeString(
                folder.resolve("schema.sql"), """
                CREATE TABLE users (id bigint PRIMARY KEY);
                CREATE TABLE change_log (what text, undone boolean);
                ALTER DEFAULT PRIVILEGES FOR ROLE %s IN SCHEMA public GRANT UPDATE ON TABLES TO pg_monitor
                """.formatted(database.access().user()));

        assertThat(difference(limbeck).upgrade().stream().map(Operation::describe))
                .containsExactly(
                        "revoke SELECT on new tables of postgres from pg_monitor",
                        "grant UPDATE on new tables of postgres in public to pg_monitor");
        limbeck.newRevision(RevisionRequest.of("all"), difference(limbeck));
        limbeck.upgrade("head");

        assertThat(difference(limbeck).isEmpty()).isTrue();
    }

    @Test
    void filesSayNothingOfDefaultPrivilegesOfOtherRoles() throws IOException {
        database.execute("ALTER DEFAULT PRIVILEGES FOR ROLE pg_monitor GRANT SELECT ON TABLES TO PUBLIC");

        assertThat(differenceFrom("ALTER DEFAULT PRIVILEGES FOR ROLE %s GRANT UPDATE ON TABLES TO pg_monitor"
                        .formatted(database.access().user())))
                .containsExactly("grant UPDATE on new tables of postgres to pg_monitor");
    }

    /** With the tables that there are, and more. */
    private List<String> differenceFrom(String more) throws IOException {
        Files.writeString(
                folder.resolve("schema.sql"),
                "CREATE TABLE users (id bigint PRIMARY KEY); CREATE TABLE change_log (what text, undone boolean);"
                        + more);
        return described(difference(limbeck));
    }

    private static List<String> described(Difference difference) {
        return difference.upgrade().stream().map(Operation::describe).toList();
    }

    private Difference difference(Limbeck compared) {
        return compared.compare(request).difference(Renames.NONE);
    }
}
