package org.limbeck.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.limbeck.database.Project.problem;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.lang.reflect.Proxy;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limbeck.Limbeck;
import org.limbeck.RunResult;
import org.limbeck.execute.LockWait;
import org.limbeck.execute.RunListener;
import org.limbeck.plan.Step;
import org.limbeck.problem.LimbeckException;
import org.limbeck.problem.Problem;
import org.limbeck.problem.ProblemCode;
import org.limbeck.setting.Setting;
import org.postgresql.ds.PGSimpleDataSource;

/** A program gives its data source, and has its migrations in its jar. */
class DataSourceTest {

    private static final MigrationJar SHOP = new MigrationJar()
            .sql("0001", "SET work_mem = '8MB'; CREATE TABLE users (id bigint)", "DROP TABLE users")
            .sql("0002", "CREATE TABLE orders (id bigint)", "DROP TABLE orders");

    /** Whose database a thread works with, as programs for several customers have it. */
    private static final ThreadLocal<DataSource> TENANT = new ThreadLocal<>();

    @TempDir
    Path folder;

    private final TestDatabase database = TestDatabase.onNewest();

    @Test
    void upgradesWithThePackagedMigrationsThroughAnyDataSource() throws Exception {
        try (URLClassLoader program = SHOP.open(folder)) {
            Limbeck limbeck = Limbeck.on(plain()).loadingWith(program);
            RunResult result = limbeck.upgrade();
            assertThat(result.after()).containsExactly("0002");
            assertThat(result.atHeads()).isTrue();
            assertThat(limbeck.current().database()).isEqualTo(databaseName() + "@127.0.0.1:" + port());
            assertThat(limbeck.downgrade("base").after()).isEmpty();
        }
    }

    @Test
    void anIndexStandsForAPackageThatCannotBeListed() throws Exception {
        MigrationJar shop = new MigrationJar().sql("0001", "CREATE TABLE users (id bigint)", "DROP TABLE users");
        try (URLClassLoader program = shop.openIndexed(folder)) {
            assertThat(Limbeck.on(plain()).loadingWith(program).upgrade().after())
                    .containsExactly("0001");
        }
    }

    @Test
    void givesTheConnectionBackAsItWas() throws Exception {
        database.execute(
                "CREATE SCHEMA app",
                "CREATE ROLE " + databaseName() + "_owner",
                "GRANT ALL ON SCHEMA app TO " + databaseName() + "_owner",
                "ALTER DATABASE " + databaseName() + " SET work_mem = '5MB'");
        String state = "SELECT pg_backend_pid(), current_setting('search_path'), current_setting('work_mem'),"
                + " current_setting('TimeZone'), current_setting('default_transaction_isolation'), current_user,"
                + " session_user, (SELECT count(*) FROM pg_locks WHERE locktype = 'advisory')";
        HikariConfig config = config();
        config.setMaximumPoolSize(1);
        config.setConnectionInitSql("SET search_path = app; SET ROLE " + databaseName()
                + "_owner; SET work_mem = '6MB'; SET TimeZone = 'Asia/Tokyo';"
                + " SET default_transaction_isolation = 'serializable'");
        try (HikariDataSource pool = new HikariDataSource(config);
                URLClassLoader program = SHOP.open(folder)) {
            List<String> before = rows(pool, state);
            Limbeck.on(pool).loadingWith(program).upgrade();
            assertThat(rows(pool, state)).isEqualTo(before);
            assertThat(before.get(0))
                    .contains("| app | 6MB | Asia/Tokyo | serializable | " + databaseName() + "_owner");
        }
        assertThat(database.rows("SELECT schemaname, tablename, tableowner FROM pg_tables"
                        + " WHERE tablename IN ('users', 'orders') ORDER BY 2"))
                .as("what the pool sets counts in every revision")
                .containsExactly(
                        "app | orders | " + databaseName() + "_owner", "app | users | " + databaseName() + "_owner");
    }

    @Test
    void aTimeoutOfTransactionsThatThePoolSetsStays() throws Exception {
        HikariConfig config = config();
        config.setMaximumPoolSize(1);
        config.setConnectionInitSql("SET transaction_timeout = '7min'");
        try (HikariDataSource pool = new HikariDataSource(config);
                URLClassLoader program = SHOP.open(folder)) {
            Limbeck.on(pool).loadingWith(program).upgrade();
            assertThat(rows(pool, "SHOW transaction_timeout")).containsExactly("7min");
        }
    }

    @Test
    void connectionsMayBeginWithoutAutocommit() throws Exception {
        HikariConfig config = config();
        config.setAutoCommit(false);
        config.setMaximumPoolSize(1);
        try (HikariDataSource pool = new HikariDataSource(config);
                URLClassLoader program = SHOP.open(folder)) {
            Limbeck.on(pool).loadingWith(program).upgrade();
            try (Connection connection = pool.getConnection()) {
                assertThat(connection.getAutoCommit()).isFalse();
            }
            assertThat(Limbeck.on(pool).loadingWith(program).current().atHeads())
                    .isTrue();
        }
    }

    @Test
    void aFailedRunGivesItsConnectionBackToo() throws Exception {
        MigrationJar broken = new MigrationJar().sql("0001", "CREATE TABLE users (id bigint); SELECT 1 / 0", "");
        HikariConfig config = config();
        config.setMaximumPoolSize(1);
        try (HikariDataSource pool = new HikariDataSource(config);
                URLClassLoader program = broken.open(folder)) {
            List<String> told = new ArrayList<>();
            RunListener listener = new RunListener() {
                @Override
                public void failed(Step step, LimbeckException failure) {
                    told.add(step.revision() + " " + failure.problem().code());
                }
            };
            Problem problem = problem(() ->
                    Limbeck.on(pool).loadingWith(program).listening(listener).upgrade());
            assertThat(told).containsExactly("0001 STATEMENT_FAILED");
            problem(() -> Limbeck.on(pool)
                    .loadingWith(program)
                    .listening(listener)
                    .with(Setting.TRANSACTION, "run")
                    .upgrade());
            assertThat(told).containsExactly("0001 STATEMENT_FAILED", "0001 STATEMENT_FAILED");
            assertThat(problem.code()).isEqualTo(ProblemCode.STATEMENT_FAILED);
            assertThat(problem.place()).hasToString("db/migration/0001.sql:6");
            assertThat(rows(pool, "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory'"))
                    .containsExactly("0");
        }
    }

    @Test
    void aConnectionThatBrokeIsNotUsedAgain() throws Exception {
        MigrationJar ending = new MigrationJar().sql("0001", "SELECT pg_terminate_backend(pg_backend_pid())", "");
        HikariConfig config = config();
        config.setMaximumPoolSize(1);
        try (HikariDataSource pool = new HikariDataSource(config);
                URLClassLoader program = ending.open(folder)) {
            Problem problem =
                    problem(() -> Limbeck.on(pool).loadingWith(program).upgrade());
            assertThat(problem.code()).isEqualTo(ProblemCode.CONNECTION_LOST);
            assertThat(rows(pool, "SELECT 1")).containsExactly("1");
        }
    }

    @Test
    void twoWorkAtOnceInOneProgramAndKnowNothingOfEachOther() throws Exception {
        TestDatabase other = TestDatabase.onNewest();
        MigrationJar longer = new MigrationJar()
                .sql("a", "CREATE TABLE one (id bigint)", "")
                .sql("b", "CREATE TABLE two (id bigint)", "")
                .sql("c", "CREATE TABLE three (id bigint)", "");
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try (URLClassLoader first = SHOP.open(folder);
                URLClassLoader second = longer.open(folder)) {
            List<Callable<RunResult>> calls = List.of(
                    () -> Limbeck.on(plain()).loadingWith(first).upgrade(),
                    () -> Limbeck.on(plain(other))
                            .loadingWith(second)
                            .with(Setting.VERSION_TABLE, "public.versions")
                            .with(Map.of("history-table", "versions_history", "lock-wait", "1min"))
                            .upgrade());
            List<Object> rows = new ArrayList<>();
            for (Future<RunResult> result : threads.invokeAll(calls)) {
                rows.add(result.get().after());
            }
            assertThat(rows).hasToString("[[0002], [c]]");
        } finally {
            threads.shutdown();
        }
        assertThat(database.value("SELECT version_num FROM limbeck_version")).isEqualTo("0002");
        assertThat(other.value("SELECT version_num FROM versions")).isEqualTo("c");
        assertThat(other.value("SELECT to_regclass('limbeck_version') IS NULL")).isEqualTo("t");
        assertThat(other.value("SELECT count(*) FROM versions_history")).isEqualTo("3");
    }

    @Test
    void asksTheDataSourceInTheCallersThread() throws Exception {
        DataSource routing = (DataSource) Proxy.newProxyInstance(
                DataSource.class.getClassLoader(),
                new Class<?>[] {DataSource.class},
                (proxy, method, arguments) -> method.invoke(TENANT.get(), arguments));
        TestDatabase other = TestDatabase.onNewest();
        try (URLClassLoader program = SHOP.open(folder)) {
            for (TestDatabase each : List.of(database, other)) {
                TENANT.set(plain(each));
                Limbeck.on(routing).loadingWith(program).upgrade();
                assertThat(each.value("SELECT version_num FROM limbeck_version"))
                        .isEqualTo("0002");
            }
        } finally {
            TENANT.remove();
        }
    }

    @Test
    void databasesOfOneServerAndSchemasOfOneDatabaseHaveNamesOfTheirOwn() throws Exception {
        database.execute("CREATE SCHEMA acme", "CREATE SCHEMA globex");
        HikariConfig config = config();
        config.setMaximumPoolSize(1);
        config.setSchema("globex");
        try (HikariDataSource pool = new HikariDataSource(config);
                URLClassLoader program = SHOP.open(folder)) {
            List<String> names = new ArrayList<>();
            for (DataSource each : List.of(plain(), plain(database.with("?currentSchema=acme")), pool)) {
                RunResult result = Limbeck.on(each).loadingWith(program).upgrade();
                assertThat(result.steps()).hasSize(2);
                names.add(result.database().replaceFirst("@.*", ""));
            }
            assertThat(names).containsExactly(databaseName(), databaseName() + ".acme", databaseName() + ".globex");
        }
    }

    @Test
    void whoeverLooksAtWaitingAsksInTheCallersThreadToo() throws Exception {
        database.execute("CREATE TABLE users (id bigint)");
        MigrationJar waiting = new MigrationJar().sql("0001", "ALTER TABLE users ADD COLUMN name text", "");
        Set<Thread> asking = ConcurrentHashMap.newKeySet();
        DataSource asked = (DataSource) Proxy.newProxyInstance(
                DataSource.class.getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> {
                    asking.add(Thread.currentThread());
                    return method.invoke(plain(), arguments);
                });
        try (URLClassLoader program = waiting.open(folder);
                Connection reader = database.connect()) {
            reader.setAutoCommit(false);
            TestDatabase.execute(reader, "SELECT FROM users");
            RunListener listener = new RunListener() {
                @Override
                public void blocked(LockWait wait) {
                    try {
                        reader.commit();
                    } catch (SQLException failure) {
                        throw new AssertionError(failure);
                    }
                }
            };
            Limbeck.on(asked).loadingWith(program).listening(listener).upgrade();
        }
        assertThat(asking).containsExactly(Thread.currentThread());
    }

    @Test
    void saysWhatTheDriverSaidWhereAPoolGetsNoConnection() {
        HikariConfig config = config();
        config.setPassword("wrong");
        config.setUsername("nobody");
        config.setConnectionTimeout(1000);
        config.setInitializationFailTimeout(-1);
        try (HikariDataSource pool = new HikariDataSource(config)) {
            Problem problem = problem(() -> Limbeck.on(pool).current());
            assertThat(problem.code()).isEqualTo(ProblemCode.AUTHENTICATION_FAILED);
            assertThat(problem.sentence()).isEqualTo("the data source's database refused user or password");
            assertThat(problem.evidence().toString()).contains("nobody");
        }
    }

    @Test
    void refusesOtherDrivers() {
        DataSource foreign = wrapping(plain());
        Problem problem = problem(() -> Limbeck.on(foreign).current());
        assertThat(problem.code()).isEqualTo(ProblemCode.NOT_POSTGRESQL);
        assertThat(problem.evidence()).contains("database: PostgreSQL");
    }

    @Test
    void refusesSettingsThatItCannotUse() {
        Limbeck limbeck = Limbeck.on(plain());
        assertThat(problem(() -> limbeck.with(Setting.LOCK_WAIT, "long")).sentence())
                .isEqualTo("lock-wait cannot be \"long\" (given by the program)");
        Problem unknown = problem(() -> limbeck.with(Map.of("version_table", "v")));
        assertThat(unknown.code()).isEqualTo(ProblemCode.UNKNOWN_SETTING);
        assertThat(unknown.hints().get(0).command()).isEqualTo("version-table");
        assertThat(problem(() -> limbeck.with(Setting.URL, "postgresql://localhost/shop"))
                        .sentence())
                .isEqualTo("url has no meaning here: the program has given the database");
        assertThat(problem(limbeck::upgrade).sentence()).isEqualTo("there are no migrations in classpath:db/migration");
    }

    @Test
    void logsWhatItDoesUnlessAnotherListens() throws Exception {
        List<String> logged = new ArrayList<>();
        Handler handler = new Handler() {
            @Override
            public void publish(LogRecord line) {
                logged.add(line.getMessage());
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Logger logger = Logger.getLogger("org.limbeck");
        logger.addHandler(handler);
        try (URLClassLoader program = SHOP.open(folder)) {
            Limbeck limbeck = Limbeck.on(plain()).loadingWith(program);
            limbeck.upgrade();
            limbeck.listening(RunListener.NONE).downgrade("base");
        } finally {
            logger.removeHandler(handler);
        }
        assertThat(logged.stream().map(line -> line.replaceAll("\\d+ ms", "? ms")))
                .containsExactly(
                        "upgrade from base to 0002, 2 revisions",
                        "upgrade 1/2: 0001 change 0001, ? ms",
                        "upgrade 2/2: 0002 change 0002, ? ms");
    }

    private static DataSource wrapping(DataSource dataSource) {
        return (DataSource) Proxy.newProxyInstance(
                DataSource.class.getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> {
                    Connection connection = dataSource.getConnection();
                    return Proxy.newProxyInstance(
                            Connection.class.getClassLoader(),
                            new Class<?>[] {Connection.class},
                            (own, called, given) ->
                                    called.getName().equals("isWrapperFor") ? false : called.invoke(connection, given));
                });
    }

    private PGSimpleDataSource plain() {
        return plain(database);
    }

    private static PGSimpleDataSource plain(TestDatabase database) {
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setUrl(database.access().jdbcUrl());
        dataSource.setUser(database.access().user());
        dataSource.setPassword(database.access().password());
        return dataSource;
    }

    private HikariConfig config() {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(database.access().jdbcUrl());
        config.setUsername(database.access().user());
        config.setPassword(database.access().password());
        return config;
    }

    private static List<String> rows(DataSource dataSource, String query) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            return TestDatabase.rows(connection, query);
        }
    }

    private String databaseName() {
        return database.value("SELECT current_database()");
    }

    private String port() {
        return database.value("SELECT inet_server_port()");
    }
}
