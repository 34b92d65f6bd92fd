package org.limbeck.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.limbeck.migration.Ddl.*;

import java.sql.Connection;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.limbeck.migration.Operations;
import org.limbeck.migration.RecordedOperation;
import org.limbeck.migration.Recorder;
import org.limbeck.operation.AddConstraint;
import org.limbeck.operation.CreateIndex;
import org.limbeck.operation.Operation;
import org.limbeck.schema.NamingConvention;
import org.limbeck.schema.QualifiedName;
import org.limbeck.sql.Identifiers;
import org.limbeck.sql.SqlWriter;

/** The names that Limbeck gives where a migration gives none are those that the server would give. */
class NamingTest {

    private static final String LONG = "a_table_with_quite_a_long_name_for_a_table";

    static Stream<Arguments> names() {
        return Stream.of(14, 18)
                .flatMap(major -> Stream.of(
                                List.of("t", "a", "b"),
                                List.of(LONG, "a", "b"),
                                List.of("t", LONG, "b"),
                                List.of(LONG, LONG + "_a", LONG + "_b"),
                                List.of("x".repeat(63), "y".repeat(63), "z".repeat(63)),
                                List.of("ü".repeat(31), "漢".repeat(21), "b"),
                                List.of("x" + "ü".repeat(31), "y" + "漢".repeat(20), "😀".repeat(15)),
                                List.of("aü".repeat(20), "ab漢".repeat(12), "c😀".repeat(12)),
                                List.of("Order \"Items\"", "User Id", "select"))
                        .map(names -> Arguments.of(major, names)));
    }

    @ParameterizedTest
    @Execution(ExecutionMode.CONCURRENT)
    @MethodSource("names")
    void asTheServerNames(int major, List<String> names) throws Exception {
        QualifiedName table = new QualifiedName(null, names.get(0));
        String a = names.get(1);
        String b = names.get(2);
        TestDatabase database = TestDatabase.on(major);
        try (Connection connection = database.connect()) {
            String quoted = Identifiers.quoted(table);
            TestDatabase.execute(connection, "CREATE EXTENSION btree_gist");
            TestDatabase.execute(
                    connection,
                    "CREATE TABLE " + quoted + " (" + Identifiers.quoted(a) + " int, " + Identifiers.quoted(b)
                            + " int, c text)");
            TestDatabase.execute(connection, "CREATE TABLE other (id int PRIMARY KEY)");
            String name = "\"" + names.get(0).replace("\"", "\"\"") + "\"";

            for (Consumer<Operations> unnamed : List.<Consumer<Operations>>of(
                    op -> op.addConstraint(name, primaryKey(a)),
                    op -> op.addConstraint(name, unique(a)),
                    op -> op.addConstraint(name, unique(a, b)),
                    op -> op.addConstraint(name, unique(a).include(b, "c")),
                    op -> op.addConstraint(name, foreignKey(b).references("other")),
                    op -> op.addConstraint(name, check("1 > 0")),
                    op -> op.addConstraint(name, check(Identifiers.quoted(a) + " > 0")),
                    op -> op.addConstraint(name, exclude("gist", comparing(a, "="), comparing(b, "<>"))),
                    op -> op.addConstraint(
                            name,
                            exclude("gist", comparing(expression("length(c)"), "="))
                                    .include(b)),
                    op -> op.createIndex(index().on(name, a)),
                    op -> op.createIndex(uniqueIndex().on(name, a, b)),
                    op -> op.createIndex(index().on(name, a).include(b)),
                    op -> op.createIndex(index().on(name, a, a)),
                    op -> op.createIndex(index().on(name, expression("lower(c)"))),
                    op -> op.createIndex(index().on(name, expression("Pg_Catalog.UPPER(c) "), key(b))),
                    op -> op.createIndex(index().on(name, expression("c || 'x'"), expression("c || 'y'"), key(a))),
                    op -> op.createIndex(index().on(name, expression("(lower(c) || upper(c))"))),
                    op -> op.createIndex(index().on(name, expression("lower(c) || upper(c)"))),
                    op -> op.createIndex(index().on(name, expression("lower(c)"), expression("lower(c)"))),
                    op -> op.createIndex(index().on(name, expression("coalesce(c, ')')"))))) {
                Operation predicted = recorded(unnamed);
                assertThat(serverName(connection, predicted)).isEqualTo(name(predicted));
            }
        }
    }

    static Stream<Arguments> expressions() {
        return Stream.of(14, 18)
                .flatMap(major -> Stream.of(
                                "a",
                                "(a)",
                                "((a))",
                                "t.a",
                                "c::varchar",
                                "(c)::character varying(10)",
                                "(a + 1)::bigint",
                                "((j ->> 'x'))::integer",
                                "(j ->> 'x'::text)::numeric(10,2)",
                                "(c || 'x')::pg_catalog.text[]",
                                "(c)::pg_catalog.\"varchar\"",
                                "cast(a as text)",
                                "cast(a + 1 as double precision)",
                                "(a || 'x')::char(3)",
                                "CASE WHEN a > 1 THEN 2 END",
                                "case when a > 1 then 2 else 3 end",
                                "CASE WHEN a > 1 THEN 2 ELSE a END",
                                "CASE a WHEN (CASE WHEN a > 1 THEN 1 ELSE 2 END) THEN 1 ELSE lower(c)::int END",
                                "(case when a > 1 then 'x' end)::text",
                                "case when a > 1 then 1 end + 1",
                                "coalesce(c, 'x')",
                                "greatest(a, 1)",
                                "NULLIF(c, '')",
                                "a = 1",
                                "a IS NULL",
                                "NOT (a > 1)",
                                "not a > 1",
                                "-a",
                                "c COLLATE \"C\"",
                                "(lower(c) COLLATE pg_catalog.\"C\")",
                                "tags[1]",
                                "ARRAY[a, 1]",
                                "(r).x",
                                "\"Camel\"",
                                "at AT TIME ZONE 'UTC'",
                                "date_trunc('day', at AT TIME ZONE 'UTC')",
                                "extract(year from at)",
                                "trim(c)",
                                "trim(leading from c)",
                                "TRIM(TRAILING 'x' FROM c)",
                                "substring(c from 1 for 2)",
                                "j -> 'a' -> 'b'",
                                "a::text || c",
                                "md5(c)::uuid",
                                "upper(c) /* x */ -- y")
                        .map(expression -> Arguments.of(major, expression)));
    }

    private static final String EXPRESSIONS =
            "CREATE TABLE t (a int, c text, at timestamp, j jsonb, tags text[], \"Camel\" int, r pair)";

    @ParameterizedTest(name = "{1} on {0}")
    @MethodSource("expressions")
    void anIndexOfAnExpression(int major, String expression) throws Exception {
        TestDatabase database = TestDatabase.on(major);
        database.execute("CREATE TYPE pair AS (x int, y int)", EXPRESSIONS);
        String predicted = name(recorded(op -> op.createIndex(index().on("t", expression(expression)))));
        try (Connection connection = database.connect()) {
            assertThat(indexName(connection, expression)).isEqualTo(predicted);
        }
    }

    /** The server names what it can't index for want of an immutable function, too; a view shows how. */
    private static String indexName(Connection connection, String expression) throws Exception {
        try {
            TestDatabase.execute(connection, "CREATE INDEX ON t ((" + expression + "\n))");
            return TestDatabase.rows(
                            connection, "SELECT relname FROM pg_class WHERE relname LIKE 't\\_%' AND relkind = 'i'")
                    .get(0);
        } catch (java.sql.SQLException notImmutable) {
            TestDatabase.execute(connection, "CREATE VIEW v AS SELECT " + expression + "\n FROM t");
            String column = TestDatabase.rows(
                            connection, "SELECT attname FROM pg_attribute WHERE attrelid = 'v'::regclass")
                    .get(0);
            return "t_" + (column.equals("?column?") ? "expr" : column) + "_idx";
        }
    }

    static Stream<Arguments> checks() {
        return Stream.of(14, 18)
                .flatMap(major -> Stream.of(
                                "a > 0",
                                "a > 0 AND a < 5",
                                "t.a > 0",
                                "a > 0 OR c = 'c'",
                                "1 > 0",
                                "c ~ '^a b$'",
                                "c = ANY (ARRAY['x'::text, 'y'::text])",
                                "length(c) > 1",
                                "lower(c) = c COLLATE \"C\"",
                                "c::character varying(10) <> ''",
                                "cast(c as double precision) > 0",
                                "\"Camel\" IS NOT NULL",
                                "at > date '2026-01-01'",
                                "at >= timestamp without time zone '2026-01-01' AND extract(year from at) < 2030",
                                "case when a > 1 then true else false end",
                                "a BETWEEN 1 AND 5",
                                "c IN ('a', 'b')",
                                "(r).x > 1",
                                "j ? 'x'",
                                "c SIMILAR TO 'x' ESCAPE '\\'",
                                "a IS DISTINCT FROM 5",
                                "c <> E'it\\'s'",
                                "at AT TIME ZONE 'UTC' > now()",
                                "substring(c from 1 for a) <> c",
                                "c IS NOT NORMALIZED",
                                "c > a::text")
                        .map(expression -> Arguments.of(major, expression)));
    }

    @ParameterizedTest(name = "{1} on {0}")
    @MethodSource("checks")
    void aCheck(int major, String expression) throws Exception {
        TestDatabase database = TestDatabase.on(major);
        database.execute("CREATE TYPE pair AS (x int, y int)", EXPRESSIONS);
        Operation predicted = recorded(op -> op.addConstraint("t", check(expression)));
        try (Connection connection = database.connect()) {
            assertThat(serverName(connection, predicted)).isEqualTo(name(predicted));
        }
    }

    @Test
    void theServerNamesTheConstraintsOfANewTableItself() throws Exception {
        TestDatabase database = TestDatabase.onNewest();
        Operation create = recorded(op -> op.createTable(
                "t",
                column("a", integer()),
                column("b", integer()),
                primaryKey("a"),
                unique("b"),
                check("a > b"),
                check("a > 1"),
                check("a > 2")));
        database.execute(new SqlWriter().statements(create).get(0).text());

        assertThat(database.rows("SELECT conname FROM pg_constraint WHERE conrelid = 't'::regclass AND contype <> 'n'"
                        + " ORDER BY 1"))
                .containsExactly("t_a_check", "t_a_check1", "t_b_key", "t_check", "t_pkey");
    }

    @Test
    void aConventionOfOnesOwn() throws Exception {
        NamingConvention convention = NamingConvention.of("pk=pk_{table}, uq=uq_{table}_{columns},"
                + "fk=fk_{table}_{columns}_{referred_table}, ck=ck_{table}_{columns}, ex=ex_{table}, ix=ix_{columns}");
        Recorder recorder = new Recorder("M", "M.java", convention);
        TestDatabase database = TestDatabase.onNewest();
        database.execute("CREATE TABLE users (id int PRIMARY KEY)", "CREATE SCHEMA s");
        for (RecordedOperation operation : recorder.record(op -> {
            op.createTable(
                    "s.t",
                    column("a", integer()),
                    column("b", integer()),
                    column("r", int4range()),
                    primaryKey("a"),
                    unique("a", "b"),
                    foreignKey("b").references("public.users"),
                    check("given", "a > 0"),
                    exclude("gist", comparing("r", "&&")));
            op.createIndex(index().on("s.t", "a", "b"));
        })) {
            database.execute(
                    new SqlWriter().statements(operation.operation()).get(0).text());
        }

        assertThat(database.rows("SELECT conname FROM pg_constraint WHERE conrelid = 's.t'::regclass AND contype <> 'n'"
                        + " ORDER BY conname COLLATE \"C\""))
                .containsExactly("ex_t", "fk_t_b_users", "given", "pk_t", "uq_t_a_b");
        assertThat(database.value("SELECT to_regclass('s.ix_a_b')")).isEqualTo("s.ix_a_b");
    }

    private static Operation recorded(Consumer<Operations> said) {
        return new Recorder("M", "M.java", NamingConvention.POSTGRESQL)
                .record(said)
                .get(0)
                .operation();
    }

    private static String name(Operation operation) {
        return operation instanceof AddConstraint add
                ? add.constraint().name()
                : ((CreateIndex) operation).index().name();
    }

    /** The name that the server chooses when the same is said without one. */
    private static String serverName(Connection connection, Operation operation) throws Exception {
        connection.setAutoCommit(false);
        try {
            List<String> before = TestDatabase.rows(connection, NAMES);
            TestDatabase.execute(
                    connection,
                    new SqlWriter().statements(unnamed(operation)).get(0).text());
            List<String> after = TestDatabase.rows(connection, NAMES);
            after.removeAll(before);
            assertThat(after).hasSize(1);
            return after.get(0);
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    private static final String NAMES =
            "SELECT relname FROM pg_class WHERE relkind = 'i' AND relnamespace = 'public'::regnamespace"
                    + " UNION SELECT conname FROM pg_constraint WHERE connamespace = 'public'::regnamespace AND contype <> 'n'";

    private static Operation unnamed(Operation operation) {
        if (operation instanceof CreateIndex create) {
            return new CreateIndex(create.index().named(null), create.concurrently(), create.options());
        }
        AddConstraint add = (AddConstraint) operation;
        return new AddConstraint(add.table(), add.constraint().named(null));
    }
}
