package org.limbeck.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.limbeck.catalog.FactsReader;
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
            "ANALYZE");

    static Stream<Arguments> statements() {
        return Stream.of(
                        "CREATE INDEX big_note ON \"Big orders\" (note)",
                        "create unique index if not exists big_id on \"Big orders\" using btree (id) -- soon",
                        "ALTER TABLE \"Big orders\" ADD CONSTRAINT big_key PRIMARY KEY (id)",
                        "ALTER TABLE \"Big orders\" ADD CONSTRAINT big_unique UNIQUE (id, note)",
                        "alter table \"Big orders\" add constraint big_check check (id > 0) /* yes */",
                        "ALTER TABLE \"Big orders\" ADD CONSTRAINT big_customer FOREIGN KEY (customer_id)"
                                + " REFERENCES customers (id) ON DELETE CASCADE",
                        "ALTER TABLE \"Big orders\" ALTER COLUMN customer_id SET NOT NULL")
                .flatMap(sql -> Stream.of(14, 18).map(major -> Arguments.of(sql, major)));
    }

    @ParameterizedTest
    @MethodSource("statements")
    void leavesTheSameSchemaAndHoldsUpNobody(String sql, int major) throws Exception {
        TestDatabase literal = database(major);
        literal.execute(sql);

        TestDatabase online = database(major);
        try (Connection connection = online.connect()) {
            Facts facts = FactsReader.read(connection, FactsRequest.of(List.of(sql)));
            assertThat(Classifier.effects(List.of(sql), facts).get(0).kind()).isEqualTo(StatementClass.BLOCKING_WORK);
            Recipe recipe = new OnlineRecipes(facts).recipe(sql).orElseThrow();
            Classifier classifier = new Classifier(facts);
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
        }

        assertThat(online.catalog()).isEqualTo(literal.catalog());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE INDEX small_name ON small (name)",
                "ALTER TABLE small ADD CONSTRAINT small_check CHECK (id > 0)",
                "CREATE INDEX CONCURRENTLY big_note ON \"Big orders\" (note)",
                "ALTER TABLE \"Big orders\" ADD CONSTRAINT big_check CHECK (id > 0) NOT VALID",
                "ALTER TABLE \"Big orders\" ADD CONSTRAINT big_unique UNIQUE (id) INCLUDE (note)",
                "ALTER TABLE \"Big orders\" ADD CONSTRAINT big_key PRIMARY KEY (customer_id)",
                "ALTER TABLE \"Big orders\" ADD COLUMN price int, ADD CONSTRAINT big_check CHECK (id > 0)",
                "ALTER TABLE \"Big orders\" ADD CHECK (id > 0)",
                "ALTER TABLE missing ADD CONSTRAINT missing_check CHECK (id > 0)"
            })
    void leavesOtherStatementsAlone(String sql) throws Exception {
        try (Connection connection = database(18).connect()) {
            Facts facts = FactsReader.read(connection, FactsRequest.of(List.of(sql)));

            assertThat(new OnlineRecipes(facts).recipe(sql)).isEqualTo(Optional.empty());
        }
    }

    private static TestDatabase database(int major) {
        TestDatabase database = TestDatabase.on(major);
        database.execute(TABLES.toArray(new String[0]));
        return database;
    }
}
