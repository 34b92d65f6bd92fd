package org.limbeck.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.limbeck.catalog.FactsReader;
import org.limbeck.safety.Begun;
import org.limbeck.safety.Facts;
import org.limbeck.safety.FactsRequest;
import org.limbeck.safety.OnlineRecipes;

/** Statements that are sent as they are written; none of them runs here. */
class NoRecipeTest {

    /** What has no recipe, for a reason that doesn't stand in the statement. */
    private static final List<String> SPECIAL = List.of(
            "CREATE TABLE watched (id bigint PRIMARY KEY, note text)",
            "INSERT INTO watched SELECT g, 'n' || g FROM generate_series(1, 12000) g",
            "CREATE TRIGGER watch BEFORE UPDATE ON watched FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger()",
            "CREATE TABLE unidentified (LIKE notes INCLUDING ALL)",
            "INSERT INTO unidentified SELECT * FROM notes",
            "ALTER TABLE unidentified REPLICA IDENTITY NOTHING",
            "CREATE TABLE deferred (id bigint PRIMARY KEY DEFERRABLE)",
            "INSERT INTO deferred SELECT id FROM notes",
            "CREATE TABLE customers_of_old (LIKE notes INCLUDING ALL)",
            "INSERT INTO customers_of_old SELECT * FROM notes",
            "CREATE TABLE unchecked (LIKE notes INCLUDING ALL)",
            "INSERT INTO unchecked SELECT * FROM notes",
            "ALTER TABLE unchecked ADD CONSTRAINT filled CHECK (note <> '') NOT VALID",
            "CREATE TABLE commented (LIKE people INCLUDING CONSTRAINTS)",
            "INSERT INTO commented SELECT * FROM people",
            "COMMENT ON CONSTRAINT \"Is named\" ON commented IS 'by somebody'",
            "CREATE TABLE heirs () INHERITS (commented)",
            "CREATE TABLE alone (LIKE people)",
            "ALTER TABLE alone ADD CONSTRAINT alone CHECK (name <> '') NO INHERIT",
            "INSERT INTO alone SELECT * FROM people",
            "CREATE TABLE partly (LIKE people INCLUDING CONSTRAINTS)",
            "CREATE INDEX partly_name ON partly (id) WHERE name <> 'n'",
            "CREATE INDEX partly_code ON partly (lower(code))",
            "INSERT INTO partly SELECT * FROM people",
            "CREATE TABLE spoken (word varchar(9) COLLATE \"C\" CONSTRAINT spoken CHECK (word > 'a'))",
            "INSERT INTO spoken SELECT 'n' || g FROM generate_series(1, 12000) g",
            "CREATE TABLE theirs (LIKE notes INCLUDING ALL)",
            "INSERT INTO theirs SELECT * FROM notes",
            "ALTER TABLE theirs OWNER TO pg_monitor",
            "CREATE UNLOGGED TABLE unlogged (LIKE notes INCLUDING ALL)",
            "INSERT INTO unlogged SELECT * FROM notes",
            "CREATE SEQUENCE notes_taken_seq",
            "CREATE SEQUENCE notes_former_limbeck_seq",
            "CREATE INDEX notes_taken_key ON small (id)",
            "ALTER TABLE small ADD CONSTRAINT notes_checked_key CHECK (id > 0)",
            "ALTER TABLE small ADD CONSTRAINT notes_filled_not_null CHECK (id > 0)",
            "CREATE PUBLICATION copied FOR TABLE small",
            "CREATE TABLE checked (LIKE notes)",
            "INSERT INTO checked SELECT * FROM notes",
            "ALTER TABLE checked ADD CONSTRAINT checked_note_not_null CHECK (note IS NOT NULL) NOT VALID",
            "CREATE INDEX by_hand ON events_old (note) WHERE note > 'n5'",
            "CREATE INDEX by_expression ON events_old (lower(note))",
            "CREATE INDEX by_kind ON events_old (kind) WITH (fillfactor = 70)",
            "CREATE TABLE expiring (id int PRIMARY KEY, code varchar(10), until timestamptz,"
                    + " CHECK (code <> '' AND until > now()))",
            "INSERT INTO expiring SELECT g, 'c', '2999-01-01' FROM generate_series(1, 12000) g",
            "CREATE TABLE published (id int PRIMARY KEY, kind text)",
            "INSERT INTO published SELECT g, 'k' FROM generate_series(1, 12000) g",
            "CREATE PUBLICATION filtered FOR TABLE published WHERE (id > 1)",
            "CREATE TABLE excluded (span int4range, EXCLUDE USING gist (span WITH &&))",
            "INSERT INTO excluded SELECT int4range(g, g + 1) FROM generate_series(1, 12000) g",
            "CREATE DOMAIN filled AS text NOT NULL",
            "CREATE FUNCTION choose() RETURNS int LANGUAGE plpgsql AS 'BEGIN RETURN random(); END'",
            "ANALYZE");

    private static Connection connection;

    @BeforeAll
    static void create() throws SQLException {
        TestDatabase database = OnlineRecipesTest.database(Servers.NEWEST);
        database.execute(SPECIAL.toArray(new String[0]));
        connection = database.connect();
    }

    @AfterAll
    static void close() throws SQLException {
        connection.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE INDEX small_name ON small (name)",
                "ALTER TABLE small ADD CONSTRAINT small_check CHECK (id > 0)",
                "CREATE INDEX CONCURRENTLY big_note ON \"Big orders\" (note)",
                "ALTER TABLE \"Big orders\" ADD CONSTRAINT big_check CHECK (id > 0) NOT VALID",
                "ALTER TABLE \"Big orders\" ADD CONSTRAINT big_unique UNIQUE (id) INCLUDE (note)",
                "ALTER TABLE events ADD CONSTRAINT events_unique UNIQUE (day, kind, note) DEFERRABLE",
                "ALTER TABLE events ADD CONSTRAINT events_key PRIMARY KEY (day)",
                "ALTER TABLE customers_of_old ADD CONSTRAINT second_key PRIMARY KEY (id)",
                "CREATE INDEX events_note ON ONLY events (note)",
                "CREATE INDEX events_some ON events (note) WHERE note>'n5'",
                "CREATE INDEX events_lower ON events (LOWER(note))",
                "CREATE INDEX events_kind ON events (kind)",
                "REINDEX TABLE excluded",
                "ALTER TABLE expiring ADD COLUMN token uuid DEFAULT gen_random_uuid()",
                "ALTER TABLE expiring ALTER COLUMN code TYPE varchar(50)",
                "ALTER TABLE published ADD COLUMN token uuid DEFAULT gen_random_uuid()",
                "ALTER TABLE notes ADD COLUMN n smallint DEFAULT nextval('numbers')",
                "ALTER TABLE checked ALTER COLUMN note SET NOT NULL",
                "ALTER TABLE checked ADD CONSTRAINT checked_key PRIMARY KEY (note)",
                "ALTER TABLE \"Big orders\" ADD COLUMN price int, ADD CONSTRAINT big_check CHECK (id > 0)",
                "ALTER TABLE \"Big orders\" ADD CHECK (id > 0)",
                "ALTER TABLE \"Big orders\" ADD COLUMN token uuid DEFAULT gen_random_uuid()",
                "ALTER TABLE events ADD COLUMN token uuid DEFAULT gen_random_uuid()",
                "ALTER TABLE watched ADD COLUMN token uuid DEFAULT gen_random_uuid()",
                "ALTER TABLE notes ADD COLUMN at timestamptz DEFAULT now() NOT NULL",
                "ALTER TABLE notes ADD COLUMN at timestamptz DEFAULT clock_timestamp() + interval '1 day'",
                "ALTER TABLE notes ADD COLUMN half text DEFAULT CASE WHEN random() < 0.5 THEN 'a' END",
                "ALTER TABLE notes ADD COLUMN code varchar(10) DEFAULT gen_random_uuid()",
                "ALTER TABLE notes ADD COLUMN number bigint DEFAULT special.nextval('numbers')",
                "ALTER TABLE unidentified ADD COLUMN token uuid DEFAULT gen_random_uuid()",
                "ALTER TABLE deferred ADD COLUMN token uuid DEFAULT gen_random_uuid()",
                "ALTER TABLE unchecked ADD COLUMN token uuid DEFAULT gen_random_uuid()",
                "ALTER TABLE notes ADD COLUMN chosen int DEFAULT choose()",
                "ALTER TABLE notes ADD COLUMN chosen int DEFAULT choose() CONSTRAINT c CHECK (chosen > 0)",
                "ALTER TABLE notes ADD COLUMN token uuid CONSTRAINT given NOT NULL DEFAULT gen_random_uuid()",
                "ALTER TABLE notes ADD COLUMN n int DEFAULT 1 NOT NULL NO INHERIT CONSTRAINT c CHECK (n > 0)",
                "ALTER TABLE notes ADD COLUMN n smallint GENERATED ALWAYS AS IDENTITY (INCREMENT BY 2)",
                "ALTER TABLE notes ADD COLUMN n int GENERATED ALWAYS AS IDENTITY (START WITH 2147483000)",
                "ALTER TABLE notes ADD COLUMN n smallint GENERATED ALWAYS AS IDENTITY (START WITH 40000)",
                "ALTER TABLE notes ADD COLUMN n int GENERATED ALWAYS AS IDENTITY (START WITH 0)",
                "ALTER TABLE notes ADD COLUMN n int GENERATED ALWAYS AS IDENTITY (INCREMENT BY -1)",
                "ALTER TABLE notes ADD COLUMN n int GENERATED ALWAYS AS IDENTITY (INCREMENT BY 0)",
                "ALTER TABLE notes ADD COLUMN n int GENERATED ALWAYS AS IDENTITY (MAXVALUE 20000)",
                "ALTER TABLE notes ADD COLUMN n int GENERATED ALWAYS AS IDENTITY (SEQUENCE NAME mine)",
                "ALTER TABLE notes ADD COLUMN n int NULL GENERATED ALWAYS AS IDENTITY",
                "ALTER TABLE notes ADD COLUMN n int DEFAULT 3 GENERATED ALWAYS AS IDENTITY",
                "ALTER TABLE notes ADD COLUMN n numeric GENERATED ALWAYS AS IDENTITY",
                "ALTER TABLE notes ADD COLUMN n int[] GENERATED ALWAYS AS IDENTITY",
                "ALTER TABLE notes ADD COLUMN n serial GENERATED ALWAYS AS IDENTITY",
                "ALTER TABLE notes ADD COLUMN n int CONSTRAINT given NOT NULL GENERATED ALWAYS AS IDENTITY",
                "ALTER TABLE notes ADD COLUMN n serial NULL",
                "ALTER TABLE notes ADD COLUMN n serial DEFAULT 3",
                "ALTER TABLE notes ADD COLUMN n serial[]",
                "ALTER TABLE notes ADD COLUMN n serial CHECK (n > 0)",
                "ALTER TABLE notes ADD COLUMN n serial PRIMARY KEY",
                "ALTER TABLE notes ADD COLUMN taken serial",
                "ALTER TABLE notes ADD COLUMN filled bigint GENERATED ALWAYS AS IDENTITY",
                "ALTER TABLE notes ADD COLUMN former bigint GENERATED ALWAYS AS IDENTITY",
                "ALTER TABLE notes ADD COLUMN a_name_that_is_so_long_that_the_server_has_to_cut_another serial",
                "ALTER TABLE watched ADD COLUMN n serial",
                "ALTER TABLE unidentified ADD COLUMN n bigint GENERATED ALWAYS AS IDENTITY",
                "ALTER TABLE deferred ADD COLUMN n serial",
                "ALTER TABLE unchecked ADD COLUMN n serial",
                "ALTER TABLE events ADD COLUMN n bigint GENERATED ALWAYS AS IDENTITY",
                "ALTER TABLE theirs ADD COLUMN n serial",
                "ALTER TABLE unlogged ADD COLUMN n serial",
                "ALTER TABLE notes ADD COLUMN IF NOT EXISTS n serial",
                "ALTER TABLE notes ADD COLUMN token uuid DEFAULT gen_random_uuid() PRIMARY KEY",
                "ALTER TABLE notes ADD COLUMN token uuid DEFAULT gen_random_uuid() UNIQUE DEFERRABLE",
                "ALTER TABLE notes ADD COLUMN token uuid DEFAULT gen_random_uuid() UNIQUE NULLS NOT DISTINCT",
                "ALTER TABLE notes ADD COLUMN token uuid DEFAULT gen_random_uuid() CONSTRAINT numbers UNIQUE",
                "ALTER TABLE notes ADD COLUMN token uuid DEFAULT gen_random_uuid() CONSTRAINT notes_pkey UNIQUE",
                "ALTER TABLE notes ADD COLUMN token uuid DEFAULT gen_random_uuid() UNIQUE CONSTRAINT u UNIQUE",
                "ALTER TABLE notes ADD COLUMN token \"char\" DEFAULT gen_random_uuid()::text UNIQUE",
                "ALTER TABLE notes ADD COLUMN token text DEFAULT gen_random_uuid()::char UNIQUE",
                "ALTER TABLE notes ADD COLUMN at timestamptz DEFAULT clock_timestamp() UNIQUE",
                "ALTER TABLE notes ADD COLUMN number bigint DEFAULT nextval('numbers') UNIQUE",
                "ALTER TABLE notes ADD COLUMN n int DEFAULT 1 UNIQUE",
                "ALTER TABLE notes ADD COLUMN n int NOT NULL UNIQUE",
                "ALTER TABLE notes ADD COLUMN n json UNIQUE",
                "ALTER TABLE notes ADD COLUMN taken int UNIQUE",
                "ALTER TABLE notes ADD COLUMN checked int UNIQUE",
                "ALTER TABLE notes ADD COLUMN n int PRIMARY KEY",
                "ALTER TABLE events ADD COLUMN n int UNIQUE",
                "ALTER TABLE notes ADD COLUMN a_name_that_is_so_long_that_the_server_has_to_cut_the_others int UNIQUE",
                "ALTER TABLE notes ADD COLUMN n int CHECK (n > 0)",
                "ALTER TABLE notes ADD COLUMN n int CONSTRAINT c CHECK (n > 0) CONSTRAINT c CHECK (n < 9)",
                "ALTER TABLE unchecked ADD COLUMN n int CONSTRAINT filled CHECK (n > 0)",
                "ALTER TABLE notes ADD COLUMN n bigint GENERATED ALWAYS AS (id * 2) STORED CONSTRAINT c CHECK (n > 0)",
                "ALTER TABLE notes ADD COLUMN customer_id bigint CONSTRAINT c REFERENCES customers",
                "ALTER TABLE notes ADD COLUMN token filled DEFAULT gen_random_uuid()",
                "ALTER TABLE notes ADD COLUMN IF NOT EXISTS token uuid DEFAULT gen_random_uuid()",
                "ALTER TABLE notes ADD COLUMN note text DEFAULT gen_random_uuid()",
                "ALTER TABLE people ALTER name TYPE varchar(20)",
                "ALTER TABLE people ALTER name TYPE varchar(100) USING lower(name)",
                "ALTER TABLE people ALTER name TYPE text COLLATE \"C\"",
                "ALTER TABLE people ALTER name TYPE missing",
                "ALTER TABLE people ALTER missing TYPE text",
                "ALTER TABLE people ALTER seen TYPE timestamptz",
                "ALTER TABLE people ALTER id TYPE numeric",
                "ALTER TABLE people ALTER \"Tags\" TYPE varchar(20)[]",
                "ALTER TABLE people ALTER name TYPE text, ALTER code TYPE text",
                "ALTER TABLE ONLY people ALTER name TYPE text",
                "ALTER TABLE IF EXISTS people ALTER name TYPE text",
                "ALTER TABLE commented ALTER name TYPE text",
                "ALTER TABLE commented ALTER amount TYPE numeric(12, 2)",
                "ALTER TABLE heirs ALTER name TYPE text",
                "ALTER TABLE alone ALTER name TYPE text",
                "ALTER TABLE partly ALTER name TYPE text",
                "ALTER TABLE partly ALTER code TYPE text",
                "ALTER TABLE spoken ALTER word TYPE text",
                "ALTER TABLE notes ALTER note TYPE varchar",
                "ALTER TABLE events ALTER customer_id TYPE bigint",
                "ALTER TABLE missing ADD CONSTRAINT missing_check CHECK (id > 0)"
            })
    void leavesOtherStatementsAlone(String sql) throws Exception {
        Facts facts = FactsReader.read(connection, FactsRequest.of(List.of(sql)));

        assertThat(new OnlineRecipes(facts).recipe(sql, Begun.NOTHING, false)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ALTER TABLE notes DROP CONSTRAINT notes_pkey",
                "ALTER TABLE public.notes DROP COLUMN id",
                "CREATE TRIGGER t BEFORE UPDATE ON notes FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger()",
                "CREATE RULE r AS ON UPDATE TO notes DO INSTEAD NOTHING",
                "ALTER TABLE notes FORCE ROW LEVEL SECURITY",
                "ALTER TABLE notes REPLICA IDENTITY NOTHING",
                "ALTER TABLE customers_of_old INHERIT notes",
                "ALTER TABLE notes ADD CONSTRAINT c CHECK (note <> '') NOT VALID",
                "SELECT choose()",
                "DROP SCHEMA old CASCADE",
                "SET search_path TO other",
                "DO $$ BEGIN EXECUTE 'DROP TABLE notes'; END $$"
            })
    void fillsNoColumnOfATableThatMayHaveChangedInTheSameRun(String before) throws Exception {
        String sql = "ALTER TABLE notes ADD COLUMN token uuid DEFAULT gen_random_uuid()";
        Facts facts = FactsReader.read(connection, FactsRequest.of(List.of(sql)));
        OnlineRecipes recipes = new OnlineRecipes(facts);
        recipes.settle("ALTER TABLE watched DROP COLUMN note");
        recipes.settle("ALTER TABLE notes ADD COLUMN other int");
        recipes.settle("ALTER TABLE notes ADD CONSTRAINT notes_other CHECK (other > 0)");
        recipes.settle("SELECT 1");
        recipes.settle("CREATE INDEX notes_other ON notes (other)");

        assertThat(recipes.recipe(sql, Begun.NOTHING, false)).isPresent();
        recipes.settle(before);
        assertThat(recipes.recipe(sql, Begun.NOTHING, false)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ALTER TABLE people ADD CONSTRAINT c CHECK (name <> '-')",
                "ALTER TABLE people ADD COLUMN other text CHECK (other <> name)",
                "ALTER TABLE people VALIDATE CONSTRAINT unseen",
                "ALTER TABLE public.people DROP CONSTRAINT differs",
                "ALTER TABLE people RENAME COLUMN name TO first_name",
                "ALTER TABLE people ALTER COLUMN code TYPE text",
                "ALTER TABLE heirs INHERIT people",
                "COMMENT ON CONSTRAINT differs ON people IS 'no doubles'",
                "SET search_path TO other"
            })
    void replacesNoChecksThatMayHaveChangedInTheSameRun(String before) throws Exception {
        String sql = "ALTER TABLE people ALTER COLUMN name TYPE text";
        Facts facts = FactsReader.read(connection, FactsRequest.of(List.of(sql)));
        OnlineRecipes recipes = new OnlineRecipes(facts);
        recipes.settle("ALTER TABLE people ALTER COLUMN amount TYPE numeric(12, 2)");
        recipes.settle("ALTER TABLE people ALTER COLUMN code SET DEFAULT 'x', ALTER COLUMN code SET NOT NULL");
        recipes.settle("ALTER TABLE people ADD CONSTRAINT c CHECK (amount > 1)");
        recipes.settle("ALTER TABLE people ADD COLUMN other int CHECK (other > 1)");
        recipes.settle("UPDATE people SET amount = 1 WHERE id = 1");

        assertThat(recipes.recipe(sql, Begun.NOTHING, false)).isPresent();
        OnlineRecipes changed = new OnlineRecipes(facts);
        changed.settle(before);
        assertThat(changed.recipe(sql, Begun.NOTHING, false)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE SEQUENCE notes_n_seq",
                "CREATE TABLE notes_n (seq int, CONSTRAINT notes_n_key UNIQUE (seq))",
                "CREATE TABLE notes_n_seq (id int)",
                "CREATE TABLE other (id int CONSTRAINT notes_n_key UNIQUE)",
                "ALTER TABLE other RENAME TO notes_n_seq",
                "CREATE VIEW notes_n_limbeck_seq AS SELECT 1",
                "CREATE INDEX notes_n_key ON small (id)",
                "ALTER TABLE small RENAME CONSTRAINT small_check TO notes_n_key",
                "ALTER TABLE small ADD CONSTRAINT notes_n_key CHECK (id > 0)",
                "SET search_path TO other"
            })
    void takesNoNamesThatMayBeTakenInTheSameRun(String before) throws Exception {
        String sql = "ALTER TABLE notes ADD COLUMN n serial UNIQUE";
        List<String> free = List.of(
                "ALTER TABLE notes ADD COLUMN number serial UNIQUE", "ALTER TABLE notes ADD COLUMN token uuid UNIQUE");
        Facts facts = FactsReader.read(connection, FactsRequest.of(List.of(sql, free.get(0), free.get(1))));
        OnlineRecipes recipes = new OnlineRecipes(facts);
        recipes.settle("CREATE TABLE other (id serial PRIMARY KEY, n serial UNIQUE)");

        for (String statement : free) {
            assertThat(recipes.recipe(statement, Begun.NOTHING, false))
                    .as(statement)
                    .isPresent();
        }
        recipes.settle(before);
        assertThat(recipes.recipe(sql, Begun.NOTHING, false)).isEmpty();
    }

    @Test
    void makesNoSequenceForAnotherThanWhoAsked() throws Exception {
        List<String> columns = List.of(
                "ALTER TABLE notes ADD COLUMN n bigserial",
                "ALTER TABLE notes ADD COLUMN number bigint GENERATED ALWAYS AS IDENTITY");
        OnlineRecipes recipes = new OnlineRecipes(FactsReader.read(connection, FactsRequest.of(columns)));
        recipes.settle("SET ROLE pg_monitor");

        assertThat(recipes.recipe(columns.get(0), Begun.NOTHING, false)).isEmpty();
        assertThat(recipes.recipe(columns.get(1), Begun.NOTHING, false)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ALTER TABLE public.events DETACH PARTITION events_old",
                "DROP TABLE events_b",
                "CREATE TABLE events_c PARTITION OF events_new FOR VALUES IN ('c')",
                "SET search_path TO other"
            })
    void addsNoConstraintPartByPartWherePartsMayHaveChangedInTheSameRun(String before) throws Exception {
        String sql = "ALTER TABLE events ADD CONSTRAINT events_key UNIQUE (day, kind, note)";
        Facts facts = FactsReader.read(connection, FactsRequest.of(List.of(sql)));
        OnlineRecipes recipes = new OnlineRecipes(facts);
        recipes.settle(
                "ALTER TABLE events ADD CONSTRAINT events_customer FOREIGN KEY (customer_id) REFERENCES customers");

        assertThat(recipes.recipe(sql, Begun.NOTHING, false)).isPresent();
        recipes.settle(before);
        assertThat(recipes.recipe(sql, Begun.NOTHING, false)).isEmpty();
    }
}
