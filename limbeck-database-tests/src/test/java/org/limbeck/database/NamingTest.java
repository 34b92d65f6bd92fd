package org.limbeck.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.limbeck.migration.Ddl.*;

import java.sql.Connection;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.limbeck.migration.Operations;
import org.limbeck.migration.RecordedOperation;
import org.limbeck.migration.Recorder;
import org.limbeck.operation.AddConstraint;
import org.limbeck.operation.CreateIndex;
import org.limbeck.operation.Operation;
import org.limbeck.schema.Constraint;
import org.limbeck.schema.Exclusion;
import org.limbeck.schema.ForeignKey;
import org.limbeck.schema.Index;
import org.limbeck.schema.NamingConvention;
import org.limbeck.schema.PrimaryKey;
import org.limbeck.schema.QualifiedName;
import org.limbeck.schema.Unique;
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
            Index index = create.index();
            return new CreateIndex(
                    new Index(
                            null,
                            index.table(),
                            index.unique(),
                            index.method(),
                            index.elements(),
                            index.include(),
                            index.nullsDistinct(),
                            index.storageParameters(),
                            index.tablespace(),
                            index.where()),
                    create.concurrently(),
                    create.options());
        }
        AddConstraint add = (AddConstraint) operation;
        return new AddConstraint(add.table(), unnamed(add.constraint()));
    }

    private static Constraint unnamed(Constraint constraint) {
        if (constraint instanceof PrimaryKey key) {
            return new PrimaryKey(null, key.columns(), key.include(), key.deferrability());
        }
        if (constraint instanceof Unique unique) {
            return new Unique(null, unique.columns(), unique.include(), unique.nullsDistinct(), unique.deferrability());
        }
        if (constraint instanceof ForeignKey key) {
            return foreignKey(key.columns().toArray(new String[0]))
                    .references(key.referencedTable().name());
        }
        if (constraint instanceof Exclusion exclusion) {
            return new Exclusion(
                    null,
                    exclusion.method(),
                    exclusion.elements(),
                    exclusion.include(),
                    exclusion.where(),
                    exclusion.deferrability());
        }
        return check(((org.limbeck.schema.Check) constraint).expression());
    }
}
