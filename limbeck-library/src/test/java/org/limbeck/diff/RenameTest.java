package org.limbeck.diff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.limbeck.migration.Ddl.bigint;
import static org.limbeck.migration.Ddl.column;
import static org.limbeck.migration.Ddl.integer;
import static org.limbeck.migration.Ddl.text;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.limbeck.schema.Check;
import org.limbeck.schema.Deferrability;
import org.limbeck.schema.EnumType;
import org.limbeck.schema.ForeignKey;
import org.limbeck.schema.Index;
import org.limbeck.schema.IndexElement;
import org.limbeck.schema.ObjectId;
import org.limbeck.schema.ObjectKind;
import org.limbeck.schema.PrimaryKey;
import org.limbeck.schema.QualifiedName;
import org.limbeck.schema.Sequence;
import org.limbeck.schema.Table;
import org.limbeck.schema.TableElement;
import org.limbeck.schema.View;

/** Renames are asked about, and follow the answers; names that nobody chose are no difference. */
class RenameTest {

    private static final ObjectId ORDERS = ObjectId.table(QualifiedName.of("orders"));
    private static final ObjectId TOTAL = ObjectId.column(QualifiedName.of("orders"), "total");

    private static final Table BEFORE = orders("orders", "total");
    private static final Table AFTER = orders("purchases", "amount");

    @Test
    void aColumnOfTheSameTypeMayBeRenamed() {
        Scenario scenario = Scenario.from(BEFORE).to(orders("orders", "amount"));

        assertThat(scenario.difference().questions()).singleElement().satisfies(question -> {
            assertThat(question.from()).isEqualTo(TOTAL);
            assertThat(question.to()).isEqualTo("amount");
            assertThat(question.reason()).isEqualTo("they are defined alike and stand in the same place");
        });
        assertThat(scenario.upgrade()).contains("add column orders.amount", "drop column orders.total");
    }

    @Test
    void theAnswerYesRenamesFirstAndComparesTheRest() {
        DiffOptions options = DiffOptions.on(17).renames(Renames.NONE.renamed(TOTAL, "amount"));
        Scenario scenario = Scenario.from(BEFORE).to(orders("orders", "amount")).with(options);

        assertThat(scenario.difference().questions()).isEmpty();
        assertThat(scenario.upgrade()).isEqualTo("""
                rename column orders.total to amount
                rename constraint orders_total_check of orders to orders_amount_check
                """);
        assertThat(scenario.downgrade()).isEqualTo("""
                rename constraint orders_amount_check of orders to orders_total_check
                rename column orders.amount to total
                """);
    }

    @Test
    void theAnswerNoIsNotAskedAgain() {
        DiffOptions options = DiffOptions.on(17).renames(Renames.NONE.notRenamed(TOTAL, ""));
        Scenario scenario = Scenario.from(BEFORE).to(orders("orders", "amount")).with(options);

        assertThat(scenario.difference().questions()).isEmpty();
        assertThat(scenario.losses()).isEqualTo("""
                column orders.total goes with its values
                """);
    }

    @Test
    void aTableWithMostlyTheSameColumnsMayBeRenamed() {
        Scenario scenario = Scenario.from(BEFORE).to(orders("order_list", "total"));

        assertThat(scenario.difference().questions()).singleElement().satisfies(question -> {
            assertThat(question.describe()).isEqualTo("table orders");
            assertThat(question.to()).isEqualTo("order_list");
            assertThat(question.reason()).isEqualTo("they have the same columns");
        });
    }

    @Test
    void whatRefersToARenamedTableFollows() {
        DiffOptions options = DiffOptions.on(17)
                .renames(Renames.NONE.renamed(ORDERS, "purchases").renamed(TOTAL, "amount"));
        Scenario scenario = Scenario.from(BEFORE, lines("orders"), index("orders_total_idx", "orders", "total"))
                .to(AFTER, lines("purchases"), index("purchases_amount_idx", "purchases", "amount"))
                .with(options);

        assertThat(scenario.upgrade()).isEqualTo("""
                rename table orders to purchases
                rename column purchases.total to amount
                rename constraint orders_pkey of purchases to purchases_pkey
                rename constraint orders_total_check of purchases to purchases_amount_check
                rename index orders_total_idx to purchases_amount_idx
                """);
    }

    @Test
    void aViewFollowsWhatItReads() {
        ObjectId id = ObjectId.of(ObjectKind.VIEW, QualifiedName.of("v"));
        DiffOptions options = DiffOptions.on(17).renames(Renames.NONE.renamed(ORDERS, "purchases"));
        Scenario scenario = Scenario.from(BEFORE, view(" SELECT id,\n    total\n   FROM orders"))
                .to(orders("purchases", "total"), view(" SELECT id,\n    total\n   FROM purchases"))
                .needs(id, ORDERS)
                .with(options);

        assertThat(scenario.upgrade()).isEqualTo("""
                rename table orders to purchases
                rename constraint orders_pkey of purchases to purchases_pkey
                rename constraint orders_total_check of purchases to purchases_total_check
                """);
    }

    @Test
    void valuesOfAnEnumMayBeRenamed() {
        EnumType before = EnumType.of("state", "new", "payed", "sent");
        EnumType after = EnumType.of("state", "new", "paid", "sent");
        Scenario scenario = Scenario.from(before).to(after);

        assertThat(scenario.difference().questions()).singleElement().satisfies(question -> {
            assertThat(question.describe()).isEqualTo("value \"payed\" of enum state");
            assertThat(question.to()).isEqualTo("paid");
        });
        Renames yes = Renames.NONE.renamedValue(before.id(), "payed", "paid");
        assertThat(scenario.with(DiffOptions.on(17).renames(yes)).upgrade()).isEqualTo("""
                rename value "payed" of enum state to "paid"
                """);
    }

    @Test
    void aNameThatTheServerChoseIsNoDifference() {
        Table before = Table.of("t", column("a", integer()), check("t_a_check", "a > 0"), check("t_a_check1", "a < 9"));
        Table after = Table.of("t", column("a", integer()), check("t_a_check", "a < 9"), check("t_a_check2", "a > 0"));

        assertThat(Scenario.from(before).to(after).upgrade()).isEqualTo("""
                drop constraint t_a_check of t
                drop constraint t_a_check1 of t
                add constraint t_a_check to t
                add constraint t_a_check2 to t
                """);
        Table named = Table.of("t", column("a", integer()), check("small", "a < 9"), check("t_a_check", "a > 0"));
        assertThat(Scenario.from(named).to(before).upgrade()).isEmpty();
        assertThat(Scenario.from(before).to(named).upgrade()).isEqualTo("""
                rename constraint t_a_check1 of t to small
                """);
    }

    @Test
    void theSequenceOfASerialColumnMayHaveAnyName() {
        Scenario scenario = Scenario.from(
                        Table.of("t", column("id", bigint()).defaultSql("nextval('old_seq'::regclass)")),
                        Sequence.of("old_seq").ownedBy("t", "id"))
                .to(
                        Table.of("t", column("id", bigint()).defaultSql("nextval('t_id_seq'::regclass)")),
                        Sequence.of("t_id_seq").ownedBy("t", "id"));

        assertThat(scenario.upgrade()).isEmpty();
    }

    private static Table orders(String name, String total) {
        TableElement key =
                new PrimaryKey(name + "_pkey", List.of("id"), List.of(), false, Deferrability.NOT_DEFERRABLE);
        return Table.of(
                name,
                column("id", bigint()).notNull(),
                column(total, integer()),
                column("note", text()),
                key,
                check(name + "_" + total + "_check", total + " > 0"));
    }

    private static Table lines(String orders) {
        return Table.of(
                "lines",
                column("order_id", bigint()),
                ForeignKey.of(List.of("order_id"), orders, "id").named("lines_order_id_fkey"));
    }

    private static Check check(String name, String expression) {
        return new Check(name, expression, true, true, true);
    }

    private static Index index(String name, String table, String column) {
        return Index.of(name, table, List.of(IndexElement.column(column)));
    }

    private static View view(String query) {
        return new View(QualifiedName.of("v"), query, java.util.Map.of());
    }
}
