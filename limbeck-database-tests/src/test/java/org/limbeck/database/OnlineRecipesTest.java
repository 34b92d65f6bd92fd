package org.limbeck.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.limbeck.catalog.FactsReader;
import org.limbeck.safety.Begun;
import org.limbeck.safety.Classifier;
import org.limbeck.safety.Facts;
import org.limbeck.safety.FactsRequest;
import org.limbeck.safety.OnlineRecipes;
import org.limbeck.safety.Recipe;
import org.limbeck.safety.StatementClass;
import org.limbeck.safety.StatementEffect;
import org.limbeck.sql.Statement;

/** A recipe holds up nobody for long, and leaves the same schema as the statement that it stands for. */
class OnlineRecipesTest {

    private static final List<String> TABLES = List.of(
            "CREATE TABLE customers (id bigint PRIMARY KEY)",
            "INSERT INTO customers SELECT generate_series(1, 100)",
            "CREATE TABLE small (id bigint, name text)",
            "INSERT INTO small SELECT g, 'n' FROM generate_series(1, 500) g",
            "CREATE TABLE \"Big orders\" (id bigint NOT NULL, customer_id bigint, note text)",
            "INSERT INTO \"Big orders\" SELECT g, g % 100 + 1, 'n' || g FROM generate_series(1, 12000) g",
            "CREATE SEQUENCE numbers",
            "CREATE TABLE notes (id bigint PRIMARY KEY, note text)",
            "INSERT INTO notes SELECT g, 'n' || g FROM generate_series(1, 12000) g",
            "CREATE TABLE events (day date NOT NULL, kind text NOT NULL, note text, customer_id bigint) PARTITION BY RANGE (day)",
            "CREATE TABLE events_old PARTITION OF events FOR VALUES FROM ('2020-01-01') TO ('2025-01-01')",
            "CREATE TABLE events_new PARTITION OF events FOR VALUES FROM ('2025-01-01') TO ('2030-01-01')"
                    + " PARTITION BY LIST (kind)",
            "CREATE TABLE \"Events of kind a\" PARTITION OF events_new FOR VALUES IN ('a')",
            "CREATE TABLE events_b PARTITION OF events_new FOR VALUES IN ('b')",
            "INSERT INTO events SELECT date '2024-01-01' + g % 700, chr(97 + g % 2), 'n' || g, g % 100 + 1"
                    + " FROM generate_series(1, 12000) g",
            "CREATE SCHEMA tools",
            "CREATE FUNCTION tools.fits(text) RETURNS boolean IMMUTABLE LANGUAGE sql AS $$SELECT $1 <> ''$$",
            "CREATE TABLE people (id bigint PRIMARY KEY, name varchar(50) NOT NULL, code varchar(10) UNIQUE, amount numeric(8, 2),"
                    + " seen timestamp(3), \"Tags\" varchar(9)[], CONSTRAINT \"Is named\" CHECK (name <> ';\n'"
                    + " AND length(name) BETWEEN 1 AND 50), CONSTRAINT differs CHECK (name::text <> code::text),"
                    + " CONSTRAINT fits CHECK (tools.fits(code)), CONSTRAINT costs CHECK (amount > 0 AND amount < 1e6),"
                    + " CONSTRAINT late CHECK (seen > '2020-01-01'), CONSTRAINT tagged CHECK ('a' = ANY (\"Tags\")))",
            "ALTER TABLE people ADD CONSTRAINT unseen CHECK (name <> 'n1') NOT VALID",
            "COMMENT ON CONSTRAINT unseen ON people IS 'for those who come'",
            "INSERT INTO people SELECT g, 'm' || g, 'c' || g, g, now(), ARRAY['a', 'b'] FROM generate_series(1, 12000) g",
            "CREATE TABLE \"Theirs\" (id int PRIMARY KEY, note text)",
            "INSERT INTO \"Theirs\" SELECT g, repeat('x', 1800) FROM generate_series(1, 6500) g",
            "ALTER TABLE \"Theirs\" OWNER TO pg_monitor",
            "ANALYZE");

    static Stream<Arguments> statements() {
        return Stream.of(
                        "CREATE INDEX big_note ON \"Big orders\" (note)",
                        "create unique index if not exists big_id on \"Big orders\" using btree (id) -- soon",
                        "ALTER TABLE \"Big orders\" ADD CONSTRAINT big_key PRIMARY KEY (id)",
                        "ALTER TABLE \"Big orders\" ADD CONSTRAINT big_key PRIMARY KEY (customer_id, id, note)",
                        "ALTER TABLE \"Big orders\" ADD CONSTRAINT big_unique UNIQUE (id, note)",
                        "alter table \"Big orders\" add constraint big_check check (id > 0) /* yes */",
                        "ALTER TABLE \"Big orders\" ADD CONSTRAINT big_customer FOREIGN KEY (customer_id)"
                                + " REFERENCES customers (id) ON DELETE CASCADE",
                        "ALTER TABLE \"Big orders\" ALTER COLUMN customer_id SET NOT NULL",
                        "ALTER TABLE notes ADD COLUMN token uuid DEFAULT gen_random_uuid() NOT NULL",
                        "alter table public.notes add \"At\" timestamptz not null default clock_timestamp() -- soon",
                        "ALTER TABLE notes ADD COLUMN code text COLLATE \"C\" DEFAULT gen_random_uuid()::text",
                        "ALTER TABLE notes ADD COLUMN number bigint DEFAULT nextval('numbers')"
                                + " CONSTRAINT positive CHECK (number > 0)",
                        "ALTER TABLE notes ADD COLUMN n int DEFAULT 1 NOT NULL CONSTRAINT positive CHECK (n > 0)"
                                + " CONSTRAINT small CHECK (n < id + 100)",
                        "ALTER TABLE \"Big orders\" ADD owner bigint DEFAULT 7 CONSTRAINT \"Owned\" REFERENCES customers (id)"
                                + " ON DELETE SET NULL",
                        "ALTER TABLE notes ADD COLUMN number bigint GENERATED ALWAYS AS IDENTITY",
                        "alter table public.notes add \"Number\" int4 generated by default as identity"
                                + " (increment by 2 start 7) not null -- soon",
                        "ALTER TABLE notes ADD COLUMN number int GENERATED ALWAYS AS IDENTITY CONSTRAINT positive"
                                + " CHECK (number > 0) CONSTRAINT numbers_key UNIQUE",
                        "ALTER TABLE \"Theirs\" ADD COLUMN \"Number\" int GENERATED ALWAYS AS IDENTITY UNIQUE",
                        "ALTER TABLE notes ADD COLUMN number bigserial",
                        "alter table public.notes add \"Number\" serial4 unique not null -- soon",
                        "ALTER TABLE \"Big orders\" ADD COLUMN number bigserial PRIMARY KEY",
                        "ALTER TABLE \"Big orders\" ADD COLUMN token uuid DEFAULT gen_random_uuid() CONSTRAINT tokens PRIMARY KEY",
                        "ALTER TABLE notes ADD COLUMN token uuid DEFAULT gen_random_uuid() UNIQUE",
                        "ALTER TABLE notes ADD COLUMN code text COLLATE \"C\" CONSTRAINT \"Codes\" UNIQUE",
                        "ALTER TABLE events ADD COLUMN n int CONSTRAINT positive CHECK (n > 0)",
                        "ALTER TABLE people ALTER COLUMN name TYPE varchar(100)",
                        "alter table public.people alter name set data type text /* at last */;",
                        "ALTER TABLE people ALTER COLUMN code TYPE text COLLATE \"default\" USING code::text -- soon",
                        "ALTER TABLE people ALTER amount TYPE numeric(12, 2)",
                        "ALTER TABLE people ALTER seen TYPE timestamp",
                        "ALTER TABLE events ADD CONSTRAINT events_check CHECK (customer_id > 0)",
                        "ALTER TABLE events ALTER COLUMN note SET NOT NULL")
                .flatMap(sql -> Stream.of(14, 18).map(major -> Arguments.of(sql, major)));
    }

    @ParameterizedTest
    @Execution(ExecutionMode.CONCURRENT)
    @MethodSource("statements")
    void leavesTheSameSchemaAndHoldsUpNobody(String sql, int major) throws Exception {
        TestDatabase literal = database(major);
        literal.execute(sql);

        TestDatabase online = database(major);
        try (Connection connection = online.connect()) {
            run(sql, connection);
        }

        assertThat(online.catalog()).isEqualTo(literal.catalog());
    }

    static Stream<Arguments> indexesOfPartitionedTables() {
        return Stream.of(
                        "CREATE INDEX events_note ON events (lower(note), day DESC) INCLUDE (kind) WHERE kind <> 'c' -- soon",
                        "create unique index events_day on public.events using btree (day, kind, note);")
                .flatMap(sql -> Stream.of(14, 18).map(major -> Arguments.of(sql, major)));
    }

    @ParameterizedTest
    @MethodSource("indexesOfPartitionedTables")
    void buildsAnIndexPartByPart(String sql, int major) throws Exception {
        TestDatabase literal = database(major);
        literal.execute(sql);
        TestDatabase online = database(major);

        try (Connection connection = online.connect()) {
            run(sql, connection);
        }

        // Only the names of parts are others.
        String shapes = "SELECT indrelid::regclass, indisvalid, indisunique,"
                + " regexp_replace(pg_get_indexdef(indexrelid), '^.* USING ', ''),"
                + " (SELECT inhparent::regclass FROM pg_inherits JOIN pg_class c ON c.oid = inhparent"
                + "   WHERE inhrelid = indexrelid AND c.relname = 'events_' || CASE WHEN indisunique THEN 'day' ELSE 'note' END)"
                + " FROM pg_index WHERE indrelid IN (SELECT relid FROM pg_partition_tree('events')) ORDER BY 1, 4";
        assertThat(online.rows(shapes)).hasSize(5).isEqualTo(literal.rows(shapes));
    }

    static Stream<Arguments> constraintsOfPartitionedTables() {
        return Stream.of(
                        "ALTER TABLE events ADD CONSTRAINT events_key PRIMARY KEY (day, kind, note)",
                        "alter table public.events add constraint events_key unique (day, kind, note) -- soon",
                        "ALTER TABLE events ADD CONSTRAINT events_key FOREIGN KEY (customer_id)"
                                + " REFERENCES customers (id) ON DELETE CASCADE -- soon")
                .flatMap(sql -> Stream.of(14, 15, 16, 17, 18).map(major -> Arguments.of(sql, major)));
    }

    @ParameterizedTest
    @MethodSource("constraintsOfPartitionedTables")
    void addsAConstraintPartByPart(String sql, int major) throws Exception {
        TestDatabase literal = database(major);
        literal.execute("ALTER TABLE events_old ADD CONSTRAINT by_hand UNIQUE (day, kind, note)", sql);
        TestDatabase online = database(major);
        online.execute("ALTER TABLE events_old ADD CONSTRAINT by_hand UNIQUE (day, kind, note)");

        try (Connection connection = online.connect()) {
            run(sql, connection);
        }

        // Only the names of parts are others.
        String shapes =
                "SELECT conrelid::regclass, contype, pg_get_constraintdef(k.oid), contype = 'n' OR conislocal, coninhcount,"
                        + " (SELECT conname FROM pg_constraint p WHERE p.oid = k.conparentid AND p.conname = 'events_key'),"
                        + " indisvalid FROM pg_constraint k LEFT JOIN pg_index i ON i.indexrelid = conindid"
                        + " WHERE conrelid IN (SELECT relid FROM pg_partition_tree('events')) ORDER BY 1, 2, 3";
        assertThat(online.rows(shapes)).hasSizeGreaterThan(4).isEqualTo(literal.rows(shapes));
        String columns = "SELECT attrelid::regclass, attname, attnotnull FROM pg_attribute WHERE attnum > 0"
                + " AND attrelid IN (SELECT relid FROM pg_partition_tree('events')) ORDER BY 1, 2";
        assertThat(online.rows(columns)).isEqualTo(literal.rows(columns));
    }

    @Test
    void goesOnAsItWasBegun() throws Exception {
        String sql = "ALTER TABLE notes ADD COLUMN token uuid DEFAULT gen_random_uuid()";
        TestDatabase database = database(18);
        try (Connection connection = database.connect()) {
            Facts before = FactsReader.read(connection, FactsRequest.of(List.of(sql)));
            Recipe recipe =
                    new OnlineRecipes(before).recipe(sql, Begun.NOTHING, false).orElseThrow();
            database.execute(
                    recipe.statements().get(0).text(),
                    "CREATE TRIGGER t BEFORE UPDATE ON notes FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger()");
            Facts after = FactsReader.read(connection, FactsRequest.of(List.of(sql)));
            Begun begun = new Begun(recipe.statements().stream()
                    .map(statement -> statement.text() + ";")
                    .collect(Collectors.joining("\n")));

            assertThat(new OnlineRecipes(after).recipe(sql, begun, false)).contains(recipe);
            assertThat(new OnlineRecipes(before).recipe(sql, new Begun(sql + ";"), false))
                    .isEmpty();
        }
    }

    @Test
    void takesAnIndexThatAPartHasAlready() throws Exception {
        TestDatabase database = database(18);
        database.execute(
                "CREATE INDEX by_hand ON events_old (note)",
                "INSERT INTO events SELECT '2026-01-01', chr(97 + g % 2), 'n' FROM generate_series(1, 12000) g",
                "ANALYZE events");
        String sql = "CREATE INDEX events_note ON events (note)";

        try (Connection connection = database.connect()) {
            assertThat(run(sql, connection))
                    .contains("ALTER INDEX public.events_note ATTACH PARTITION public.by_hand")
                    .noneMatch(statement -> statement.contains("ON public.events_old"));
            assertThat(database.value("SELECT indisvalid FROM pg_index WHERE indexrelid = 'events_note'::regclass"))
                    .isEqualTo("t");
        }
    }

    @Test
    void buildsIndexesOfAPartitionedTableAnewOutsideATransaction() throws Exception {
        TestDatabase database = database(18);
        database.execute(
                "CREATE TABLE few (id int PRIMARY KEY) PARTITION BY RANGE (id)",
                "CREATE TABLE few_all PARTITION OF few DEFAULT");

        try (Connection connection = database.connect()) {
            for (String sql : List.of("REINDEX TABLE few", "REINDEX INDEX few_pkey")) {
                Facts facts = FactsReader.read(connection, FactsRequest.of(List.of(sql)));
                Recipe recipe = new OnlineRecipes(facts)
                        .recipe(sql, Begun.NOTHING, false)
                        .orElseThrow();

                assertThat(recipe.statements()).singleElement().satisfies(statement -> {
                    assertThat(statement.text()).startsWith("REINDEX ").contains(" CONCURRENTLY few");
                    assertThat(statement.transactional()).isFalse();
                    database.execute(statement.text());
                });
            }
        }
    }

    @Test
    void leavesAnIndexAloneThatIsAPartOfAnother() throws Exception {
        TestDatabase database = database(18);
        database.execute("CREATE INDEX before ON events (note)");

        try (Connection connection = database.connect()) {
            run("CREATE INDEX events_note ON events (note)", connection);
        }

        assertThat(database.value("SELECT indisvalid FROM pg_index WHERE indexrelid = 'events_note'::regclass"))
                .isEqualTo("t");
    }

    @Test
    void indexesThatBeginAlikeHavePartsOfDifferentNames() throws Exception {
        TestDatabase database = database(18);
        database.execute(
                "ALTER TABLE events_old RENAME TO \"Events that happened before anybody thought of kinds 2024\"");

        try (Connection connection = database.connect()) {
            run("CREATE INDEX events_of_customers_by_note ON events (note)", connection);
            run("CREATE INDEX events_of_customers_by_day ON events (day)", connection);
        }

        assertThat(database.rows("SELECT indisvalid FROM pg_index WHERE indrelid = 'events'::regclass"))
                .containsExactly("t", "t");
    }

    @Test
    void doesNothingWhereAllPartsHaveTheIndex() throws Exception {
        TestDatabase database = database(18);
        database.execute(
                "CREATE INDEX a ON events_old (note)",
                "CREATE INDEX b ON \"Events of kind a\" USING btree (note)",
                "CREATE INDEX c ON events_b (note)");
        String sql = "CREATE INDEX events_note ON events (note)";

        try (Connection connection = database.connect()) {
            Facts facts = FactsReader.read(connection, FactsRequest.of(List.of(sql)));

            assertThat(new OnlineRecipes(facts).recipe(sql, Begun.NOTHING, false))
                    .isEmpty();
            assertThat(Classifier.effects(List.of(sql), facts).get(0).kind())
                    .isNotEqualTo(StatementClass.BLOCKING_WORK);
        }
    }

    /** Runs the recipe, and returns its statements. */
    private static List<String> run(String sql, Connection connection) throws SQLException {
        Facts facts = FactsReader.read(connection, FactsRequest.of(List.of(sql)));
        assertThat(Classifier.effects(List.of(sql), facts).get(0).kind()).isEqualTo(StatementClass.BLOCKING_WORK);
        Recipe recipe =
                new OnlineRecipes(facts).recipe(sql, Begun.NOTHING, false).orElseThrow();
        List<String> sent = recipe.statements().stream().map(Statement::text).toList();
        Classifier classifier = new Classifier(FactsReader.read(connection, FactsRequest.of(sent)));
        for (Statement statement : recipe.statements()) {
            if (!statement.transactional()) {
                classifier.commit();
            }
            StatementEffect effect = classifier.next(statement.text());
            assertThat(effect.kind())
                    .as(statement.text())
                    .isNotIn(StatementClass.BLOCKING_WORK, StatementClass.UNKNOWN);
            assertThat(effect.error()).as(statement.text()).isNull();
            TestDatabase.execute(connection, statement.text());
            if (!statement.transactional()) {
                classifier.commit();
            }
        }
        return sent;
    }

    static TestDatabase database(int major) {
        TestDatabase database = TestDatabase.on(major);
        database.execute(TABLES.toArray(new String[0]));
        return database;
    }
}
