package org.limbeck.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.limbeck.diff.DiffOptions;
import org.limbeck.diff.Differ;
import org.limbeck.diff.Difference;
import org.limbeck.diff.Renames;
import org.limbeck.schema.ObjectId;
import org.limbeck.schema.ObjectKind;
import org.limbeck.schema.QualifiedName;
import org.limbeck.schema.Schema;

/** Renames that people said keep the rows, and the server's own texts follow them as the comparison expects. */
class DiffRenameTest {

    private static final QualifiedName ORDERS = QualifiedName.of("orders");

    private static final String[] BEFORE = {
        "CREATE TYPE state AS ENUM ('new', 'payed')",
        "CREATE TABLE orders (id bigint PRIMARY KEY, total int CHECK (total > 0), s state DEFAULT 'payed',"
                + " twice int GENERATED ALWAYS AS (total * 2) STORED)",
        "CREATE TABLE lines (id bigserial PRIMARY KEY, order_id bigint REFERENCES orders)",
        "CREATE INDEX ON orders (total) WHERE total > 5 AND s = 'payed'",
        "CREATE VIEW v AS SELECT o.id, o.total AS sum FROM orders o WHERE o.s = 'payed'",
        "CREATE VIEW w AS SELECT orders.id, lines.id AS line FROM orders JOIN lines ON lines.order_id = orders.id",
        "CREATE POLICY own ON orders USING (total < 9)",
        "COMMENT ON COLUMN orders.total IS 'in cents'"
    };

    @ParameterizedTest
    @ValueSource(ints = {14, 18})
    void renamesLeadThereAndBack(int major) throws SQLException {
        TestDatabase database = TestDatabase.on(major);
        database.execute(BEFORE);
        database.execute("INSERT INTO orders VALUES (1, 5)");
        TestDatabase other = TestDatabase.on(major);
        for (String statement : BEFORE) {
            other.execute(statement
                    .replace("orders", "purchases")
                    .replace("total", "amount")
                    .replace("payed", "paid"));
        }
        Schema before = DiffTest.read(database);
        Schema after = DiffTest.read(other);
        Renames renames = Renames.NONE
                .renamed(ObjectId.table(ORDERS), "purchases")
                .renamed(ObjectId.column(ORDERS, "total"), "amount")
                .renamedValue(ObjectId.of(ObjectKind.ENUM, QualifiedName.of("state")), "payed", "paid");
        DiffOptions options = DiffTest.options(major, database).renames(renames);

        Difference difference = Differ.compare(before, after, options);

        assertThat(difference.questions()).isEmpty();
        assertThat(difference.losses()).isEmpty();
        DiffTest.check(database, difference.upgrade(), after);
        assertThat(database.value("SELECT amount FROM purchases")).isEqualTo("5");
        DiffTest.check(database, difference.downgrade(), before);
        assertThat(database.value("SELECT total FROM orders")).isEqualTo("5");
    }
}
