package org.limbeck.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.limbeck.diff.Differ;
import org.limbeck.diff.Difference;
import org.limbeck.schema.Schema;

/** Any two databases: the comparison leads from the one to the other and back, and finds nothing between equal ones. */
class DiffPropertiesTest {

    private static final int MAJOR = Servers.NEWEST;

    /** One column as it may be in either database. */
    private static final List<String> COLUMNS = List.of(
            "",
            "{c} int",
            "{c} bigint NOT NULL DEFAULT 7",
            "{c} text DEFAULT 'b'",
            "{c} varchar(9) NOT NULL",
            "{c} numeric(9,2) CHECK ({c} <> 3)",
            "{c} mood DEFAULT 'b'",
            "{c} mood[] NOT NULL",
            "{c} int GENERATED ALWAYS AS IDENTITY",
            "{c} serial",
            "{c} int UNIQUE",
            "{c} text GENERATED ALWAYS AS (upper(k)) STORED",
            "{c} timestamptz DEFAULT now()",
            "{c} boolean CHECK ({c})");

    private static final List<String> MOODS =
            List.of("'a', 'b'", "'b', 'a'", "'x', 'a', 'b', 'c'", "'b'", "'b', 'a', 'd'");

    private static final List<String> EXTRAS = List.of(
            "CREATE INDEX i ON {t} (k)",
            "CREATE INDEX i ON {t} (lower(k)) WHERE id > 1",
            "CREATE UNIQUE INDEX ON {t} (id, k)",
            "ALTER TABLE {t} ADD CONSTRAINT one CHECK (id > 0)",
            "ALTER TABLE {t} ADD CONSTRAINT one CHECK (id > 1)",
            "ALTER TABLE {t} ADD FOREIGN KEY (ref) REFERENCES {o}",
            "ALTER TABLE {t} ADD FOREIGN KEY (ref) REFERENCES {o} ON DELETE CASCADE",
            "COMMENT ON TABLE {t} IS 'a table'",
            "CREATE VIEW v AS SELECT id, k FROM {t}",
            "CREATE VIEW v AS SELECT id, k, ref FROM {t} WHERE k <> 'x'",
            "CREATE VIEW w AS SELECT t.id, u.k FROM t JOIN u USING (id)",
            "COMMENT ON VIEW v IS 'a view'",
            "CREATE MATERIALIZED VIEW m AS SELECT * FROM {t}",
            "CREATE UNIQUE INDEX mi ON m (id)",
            "CREATE FUNCTION f(a mood) RETURNS mood LANGUAGE sql IMMUTABLE AS 'SELECT a'",
            "CREATE FUNCTION f(a mood) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT $1::text'",
            "CREATE POLICY own ON {t} USING (id > 0)",
            "CREATE POLICY own ON {t} FOR SELECT USING (k = 'x')",
            "GRANT SELECT (id, k), UPDATE ON {t} TO public",
            "REVOKE EXECUTE ON FUNCTION f FROM public",
            "CREATE STATISTICS s ON id, k FROM {t}");

    @Property
    void theUpgradeLeadsThereAndTheDowngradeBack(
            @ForAll("databases") List<String> one, @ForAll("databases") List<String> two) throws SQLException {
        TestDatabase database = filled(one);
        Schema before = DiffTest.read(database);
        Schema after = DiffTest.read(filled(two));

        Difference difference = Differ.compare(before, after, DiffTest.options(MAJOR, database));

        DiffTest.check(database, difference.upgrade(), after);
        DiffTest.check(database, difference.downgrade(), before);
        assertThat(Differ.compare(before, before, DiffTest.options(MAJOR, database))
                        .isEmpty())
                .isTrue();
    }

    /** Statements that contradict others are left out, as the server says. */
    private static TestDatabase filled(List<String> statements) {
        TestDatabase database = TestDatabase.on(MAJOR);
        database.execute(statements.stream()
                .map(statement -> "DO $do$ BEGIN EXECUTE $sql$" + statement
                        + "$sql$; EXCEPTION WHEN duplicate_table OR duplicate_object OR undefined_table OR"
                        + " undefined_object OR undefined_function OR duplicate_function THEN NULL; END $do$")
                .toArray(String[]::new));
        return database;
    }

    @Provide
    Arbitrary<List<String>> databases() {
        Arbitrary<List<String>> extras =
                Arbitraries.of(EXTRAS).list().ofMaxSize(5).map(List::copyOf);
        return Combinators.combine(Arbitraries.of(MOODS), table("t"), table("u"), extras, extras)
                .as((mood, first, second, some, others) -> {
                    List<String> all = new ArrayList<>(List.of("CREATE TYPE mood AS ENUM (" + mood + ")"));
                    all.add(first);
                    all.add(second);
                    some.forEach(extra -> all.add(extra.replace("{t}", "t").replace("{o}", "u")));
                    others.forEach(extra -> all.add(
                            extra.replace("{t}", "u").replace("{o}", "t").replace(" i ", " j ")));
                    return all;
                });
    }

    private static Arbitrary<String> table(String name) {
        Arbitrary<String> column = Arbitraries.of(COLUMNS);
        return Combinators.combine(column, column, column).as((a, b, c) -> {
            StringBuilder sql =
                    new StringBuilder("CREATE TABLE " + name + " (id bigint PRIMARY KEY, k text, ref bigint");
            List<String> columns = List.of(a, b, c);
            for (int i = 0; i < columns.size(); i++) {
                if (!columns.get(i).isEmpty()) {
                    sql.append(", ").append(columns.get(i).replace("{c}", "c" + i));
                }
            }
            return sql.append(')').toString();
        });
    }
}
