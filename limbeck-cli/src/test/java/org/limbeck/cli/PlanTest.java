package org.limbeck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Says what a run would do to the database, and changes nothing. */
final class PlanTest {

    @TempDir
    private Path folder;

    private Shell shell;

    @BeforeEach
    void makeProject() {
        shell = new Shell(folder)
                .sqlProject()
                .migration(
                        "0001",
                        "",
                        "create users",
                        "CREATE TABLE users (id bigint, name text);"
                                + " INSERT INTO users SELECT g, 'n' FROM generate_series(1, 1000) g;",
                        "DROP TABLE users;");
        assertThat(shell.run("upgrade").exit()).isZero();
        shell.migration(
                "0002",
                "0001",
                "index names",
                "CREATE INDEX users_name ON users (name); ALTER TABLE users ADD COLUMN age int;",
                "ALTER TABLE users DROP COLUMN age; DROP INDEX users_name;");
    }

    @Test
    void saysLocksWorkAndWhoWaits() {
        Shell.Result result = shell.run("plan");

        assertThat(result.exit()).isZero();
        assertThat(result.out()).startsWith("""
                1/1  0002  index names
                  CREATE INDEX users_name ON users (name)
                    B1  takes long on a large table, and nobody can write meanwhile
                    locks  public.users SHARE, writes wait
                    work   builds users_name from all of public.users, 48 kB""").contains("""

                  ALTER TABLE users ADD COLUMN age int
                    I2  done at once, but waits for a lock that holds up others
                    locks  public.users ACCESS EXCLUSIVE, reads and writes wait
                """);
        assertThat(shell.databaseContent()).containsExactly("limbeck_history", "limbeck_version", "users", "0001");
    }

    @Test
    void plansDowngrades() {
        shell.run("upgrade");

        assertThat(shell.run("plan", "-1").out())
                .contains("1/1  0002  undo: index names")
                .contains("D1  data is gone afterwards")
                .contains("the values of age are gone");
        assertThat(shell.run("plan", "0001", "--down").out()).contains("D1");
        assertThat(shell.run("plan", "base").out()).contains("2/2  0001  undo: create users");
    }

    @Test
    void saysSoWhereThereIsNothingToDo() {
        shell.run("upgrade");

        assertThat(shell.run("plan").err()).isEqualTo("nothing to do in shop@localhost\n");
    }

    @Test
    void looksAroundInTheDatabase() {
        assertThat(shell.run("plan", "--format", "json").out())
                .contains("\"class\" : \"B1\"")
                .contains("\"mode\" : \"SHARE\"")
                .contains("\"writesWait\" : true");
        assertThat(shell.run("plan", "--format", "markdown").out())
                .startsWith("### Plan for shop@localhost\n\n#### 0002: index names\n")
                .contains("| `CREATE INDEX users_name ON users (name)` | B1 |");
    }

    @Test
    void runsExactlyWhatWasPlanned() {
        shell.file("plan.json", shell.run("plan", "--format", "json").out());

        assertThat(shell.run("upgrade", "--plan", "plan.json").exit()).isZero();
        assertThat(shell.databaseContent()).contains("0002");
    }

    @Test
    void refusesAPlanThatNoLongerHolds() {
        shell.file("plan.json", shell.run("plan", "--format", "json").out());
        shell.migration("0002", "0001", "index names", "CREATE INDEX users_id ON users (id);", "DROP INDEX users_id;");

        Shell.Result result = shell.run("upgrade", "--plan", "plan.json");

        assertThat(result.exit()).isEqualTo(1);
        assertThat(result.err())
                .contains("L100")
                .contains("the statements of 0002 are others")
                .contains("Nothing was changed.");
        assertThat(shell.databaseContent()).contains("0001").doesNotContain("0002");
    }

    @Test
    void doesNotRunAPlanWhereAScriptIsWanted() {
        shell.file("plan.json", shell.run("plan", "--format", "json").out());

        Shell.Result result = shell.run("upgrade", "--plan", "plan.json", "--sql");

        assertThat(result.exit()).isEqualTo(2);
        assertThat(result.err()).contains("--plan and --sql don't go together");
        assertThat(shell.databaseContent()).doesNotContain("0002");
    }

    @Test
    void saysHowFarARunCameThatWasInterrupted() {
        shell.run("upgrade");
        shell.migration(
                "0003",
                "0002",
                "unique names",
                "CREATE TABLE before (id int); CREATE UNIQUE INDEX CONCURRENTLY u ON users (name); CREATE TABLE after ();",
                "");
        shell.file("plan.json", shell.run("plan", "--format", "json").out());
        shell.run("upgrade");

        assertThat(shell.run("plan").out()).startsWith("""
                the upgrade of 0003 was begun and not finished, with 1 of its operations done; this run goes on behind them
                  statement 2 of 3 of 0003 unique names failed

                1/1  0003  unique names
                  CREATE TABLE before (id int)
                    done   by an earlier run
                  CREATE UNIQUE INDEX CONCURRENTLY u ON users (name)
                    O1""");
        assertThat(shell.run("plan", "--format", "json").out())
                .contains("\"operationsDone\" : 1", "\"goesOn\" : true", "\"done\" : true", "\"done\" : false");
        assertThat(shell.run("plan", "--format", "markdown").out())
                .contains(
                        "\nthe upgrade of 0003 was begun and not finished, with 1 of its operations done; this run goes on")
                .contains("| `CREATE TABLE before (id int)` | done |");
        Shell.Result elsewhere = shell.run("plan", "-1");
        assertThat(elsewhere.out())
                .startsWith(
                        "the upgrade of 0003 was begun and not finished, with 1 of its operations done; this run would not go on");
        assertThat(elsewhere.err()).contains("to finish it:   limbeck upgrade 0003");
        shell.query("WITH d AS (DELETE FROM users WHERE id > 1 RETURNING id) SELECT count(*) FROM d");
        assertThat(shell.run("upgrade", "--plan", "plan.json").err()).contains("is at 0003 (head)");
        assertThat(shell.run("plan").out()).isEmpty();
    }

    @Test
    void refusesAFileThatIsNoPlan() {
        shell.file("plan.json", "[1]");

        assertThat(shell.run("upgrade", "--plan", "plan.json").err()).contains("L101");
        assertThat(shell.run("upgrade", "--plan", "missing.json").err()).contains("L101");
    }

    @Test
    void spellsStatementsSoThatWritesGoOnWhereATableIsLarge() {
        shell.migration("0003", "0002", "much", """
                INSERT INTO users SELECT g, 'n' || g FROM generate_series(1001, 12000) g;
                ANALYZE users;""", "DELETE FROM users WHERE id > 1000;");
        assertThat(shell.run("upgrade").exit()).isZero();
        shell.migration("0004", "0003", "more", """
                CREATE INDEX users_id ON users (id);
                ALTER TABLE users ADD CONSTRAINT users_id_check CHECK (id > 0);
                ALTER TABLE users ALTER COLUMN name SET NOT NULL;""", "DROP INDEX users_id;");

        assertThat(shell.run("plan").out())
                .contains("\n  CREATE INDEX CONCURRENTLY users_id ON users (id)\n    O1")
                .contains("\n  ALTER TABLE users VALIDATE CONSTRAINT users_id_check\n    O1")
                .contains("\n  instead of  CREATE INDEX users_id ON users (id)\n")
                .doesNotContain("B1");
        assertThat(shell.run("plan", "--literal").out()).contains("B1").doesNotContain("CONCURRENTLY");
        shell.file("plan.json", shell.run("plan", "--format", "json").out());

        assertThat(shell.run("upgrade", "--plan", "plan.json").err()).contains("shop@localhost is at 0004 (head)");
        assertThat(shell.query("SELECT operations FROM limbeck_history WHERE revision = '0004'")
                        .get(0))
                .contains("CREATE INDEX CONCURRENTLY users_id")
                .contains("VALIDATE CONSTRAINT users_id_check");
        assertThat(shell.query("SELECT conname FROM pg_constraint WHERE conname = 'users_id_check' AND convalidated"))
                .hasSize(1);
    }

    @Test
    void leavesStatementsAsTheyAreWhereThatIsWanted() {
        shell.migration("0003", "0002", "much", """
                INSERT INTO users SELECT g, 'n' || g FROM generate_series(1001, 12000) g;
                ANALYZE users;""", "DELETE FROM users WHERE id > 1000;");
        assertThat(shell.run("upgrade").exit()).isZero();
        shell.migration("0004", "0003", "more", "CREATE INDEX users_id ON users (id);", "DROP INDEX users_id;");

        assertThat(shell.run("upgrade", "--literal", "--accept-hazards", "nobody writes")
                        .exit())
                .isZero();
        assertThat(shell.query("SELECT operations FROM limbeck_history WHERE revision = '0004'")
                        .get(0))
                .isEqualTo("CREATE INDEX users_id ON users (id);");
    }
}
