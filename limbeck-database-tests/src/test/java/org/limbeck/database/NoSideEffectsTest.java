package org.limbeck.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limbeck.ComparisonRequest;
import org.limbeck.diff.Renames;

/**
 * Comparing a database in use with a desired schema: nothing is left, nothing counted, nobody waits. What is left by a process
 * that was killed is specified with {@link ScratchTest}.
 */
class NoSideEffectsTest {

    private static final int TABLES = 30;

    private static final int COMPARISONS = 5;

    /** Longer than this, no lock may stop a writer. */
    private static final Duration LONGEST_LOCK = Duration.ofMillis(100);

    @TempDir
    private Path folder;

    private final TestDatabase database = TestDatabase.onNewest();

    @BeforeEach
    void makeTables() throws IOException {
        List<String> statements = new ArrayList<>();
        for (int i = 0; i < TABLES; i++) {
            statements.add("CREATE TABLE t" + i
                    + " (id bigserial PRIMARY KEY, n int DEFAULT floor(random() * 10), name text)");
            statements.add("CREATE INDEX ON t" + i + " (lower(name)) WHERE n > 1");
        }
        statements.add("CREATE SEQUENCE counter");
        statements.add("ALTER TABLE t0 ALTER COLUMN n SET DEFAULT nextval('counter')");
        database.execute(statements.toArray(String[]::new));
        Files.writeString(folder.resolve("schema.sql"), String.join(";\n", statements) + ";\n");
    }

    @Test
    void nothingIsCountedAndNothingLeft() {
        database.execute("INSERT INTO t0 (name) VALUES ('Ada')");
        List<String> before = state();

        compare();

        assertThat(state()).isEqualTo(before);
    }

    @Test
    void userTablesAreLockedAsByReaders() throws Exception {
        AtomicBoolean compared = new AtomicBoolean();
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            Future<Duration> writer = threads.submit(writer(compared));
            Future<Set<String>> locks = threads.submit(lockWatcher(compared));
            try {
                for (int i = 0; i < COMPARISONS; i++) {
                    compare();
                }
            } finally {
                compared.set(true);
            }
            System.out.println("longest wait of a writer during a comparison: "
                    + writer.get().toMillis() + " ms");
            assertThat(locks.get()).isSubsetOf("AccessShareLock");
        } catch (ExecutionException failure) {
            throw new AssertionError(failure.getCause());
        } finally {
            threads.shutdownNow();
        }
    }

    private void compare() {
        ComparisonRequest request = new ComparisonRequest(
                ComparisonRequest.DATABASE, folder.resolve("schema.sql").toString());
        assertThat(new Project(folder)
                        .limbeck(database)
                        .compare(request)
                        .difference(Renames.NONE)
                        .upgrade())
                .isEmpty();
    }

    /** Writes row after row and says how long the slowest one took; fails where a lock stops it. */
    private Callable<Duration> writer(AtomicBoolean finished) {
        return () -> {
            Duration longest = Duration.ZERO;
            try (Connection connection =
                    database.with("?ApplicationName=writer").connect()) {
                TestDatabase.execute(connection, "SET lock_timeout = " + LONGEST_LOCK.toMillis());
                for (int i = 0; !finished.get(); i = (i + 1) % TABLES) {
                    long start = System.nanoTime();
                    TestDatabase.execute(connection, "INSERT INTO t" + i + " (name) VALUES ('x')");
                    Duration taken = Duration.ofNanos(System.nanoTime() - start);
                    longest = taken.compareTo(longest) > 0 ? taken : longest;
                }
            }
            return longest;
        };
    }

    /** The modes of all locks on tables of users that anybody else but the writer held. */
    private Callable<Set<String>> lockWatcher(AtomicBoolean finished) {
        return () -> {
            Set<String> modes = new TreeSet<>();
            try (Connection connection = database.connect()) {
                while (!finished.get()) {
                    modes.addAll(locks(connection));
                }
            }
            return modes;
        };
    }

    private static List<String> locks(Connection connection) throws SQLException {
        return TestDatabase.rows(connection, """
                SELECT DISTINCT mode FROM pg_locks JOIN pg_class c ON c.oid = relation JOIN pg_stat_activity USING (pid)
                 WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'S', 'i') AND application_name <> 'writer'
                   AND pid <> pg_backend_pid()
                """);
    }

    /** The catalog, the databases and schemas of the server, and where the sequences stand. */
    private List<String> state() {
        List<String> lines = new ArrayList<>(database.catalog());
        lines.addAll(database.rows("SELECT datname FROM pg_database WHERE datname LIKE '%limbeck%' ORDER BY 1"));
        lines.addAll(database.rows(
                "SELECT sequencename, last_value FROM pg_sequences WHERE schemaname = 'public' ORDER BY 1"));
        lines.addAll(database.rows("SELECT rolname FROM pg_roles ORDER BY 1"));
        return lines;
    }
}
