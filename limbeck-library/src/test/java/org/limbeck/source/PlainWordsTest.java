package org.limbeck.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.limbeck.operation.AddColumn;
import org.limbeck.operation.AddConstraint;
import org.limbeck.operation.CreateTable;
import org.limbeck.operation.Operation;
import org.limbeck.schema.Check;
import org.limbeck.schema.Column;
import org.limbeck.schema.DataType;
import org.limbeck.schema.ForeignKey;
import org.limbeck.schema.NamingConvention;
import org.limbeck.schema.QualifiedName;
import org.limbeck.schema.Table;
import org.limbeck.schema.TableElement;

/** What the catalog says, in the words of a person. */
class PlainWordsTest {

    @Test
    void defaultsAreValuesWhereTheyMakeTheSame() {
        assertThat(added(Column.of("a", new DataType.BuiltIn("bigint")).defaultSql("0")))
                .endsWith("column(\"a\", bigint()).defaultTo(0));");
        assertThat(added(Column.of("a", new DataType.BuiltIn("boolean")).defaultSql("true")))
                .endsWith(".defaultTo(true));");
        assertThat(added(Column.of("a", new DataType.BuiltIn("text")).defaultSql("'it''s'::text")))
                .endsWith(".defaultTo(\"it's\"));");
    }

    @Test
    void otherDefaultsStayExpressions() {
        assertThat(added(Column.of("a", new DataType.BuiltIn("timestamp with time zone"))
                        .defaultSql("now()")))
                .endsWith(".defaultSql(\"now()\"));");
        assertThat(added(
                        Column.of("a", new DataType.BuiltIn("double precision")).defaultSql("0")))
                .endsWith(".defaultSql(\"0\"));");
        assertThat(added(Column.of("a", new DataType.BuiltIn("text")).defaultSql("'a'::text || 'b'::text")))
                .endsWith(".defaultSql(\"'a'::text || 'b'::text\"));");
    }

    @Test
    void aListIsAListOnlyForATextOfThatColumn() {
        Check check =
                new Check("t_state_check", "state::text = ANY (ARRAY['a'::text, 'it''s'::text])", true, true, true);

        assertThat(created(Column.of("state", new DataType.BuiltIn("character varying(9)")), check))
                .contains("check(\"state IN ('a', 'it''s')\")");
        assertThat(created(Column.of("state", new DataType.Named(QualifiedName.of("mood"))), check))
                .contains("ANY (ARRAY[");
    }

    @Test
    void aConstantBesideAColumnOfItsTypeNeedsNoCast() {
        Check check =
                new Check("c", "total >= 0::numeric AND (code ~ '^[A-Z]$'::text OR total IS NULL)", true, true, true);

        assertThat(created(
                        Column.of("total", new DataType.BuiltIn("numeric(12,2)")),
                        Column.of("code", new DataType.BuiltIn("text")),
                        check))
                .contains("\"total >= 0 AND (code ~ '^[A-Z]$' OR total IS NULL)\"");
        assertThat(created(Column.of("total", new DataType.BuiltIn("integer")), check))
                .contains("total >= 0::numeric AND (code ~ '^[A-Z]$'::text");
    }

    @Test
    void aNameThatPostgresqlWouldChooseIsLeftToIt() {
        QualifiedName orders = QualifiedName.of("orders");
        ForeignKey key = ForeignKey.of(List.of("user_id"), "users", "id");

        assertThat(source(new AddConstraint(orders, key.named("orders_user_id_fkey"))))
                .doesNotContain("named(");
        assertThat(source(new AddConstraint(orders, key.named("fk_orders_user"))))
                .contains("named(\"fk_orders_user\")");
    }

    private static String added(Column column) {
        return source(new AddColumn(QualifiedName.of("t"), column, Set.of()));
    }

    private static String created(TableElement... elements) {
        return source(new CreateTable(Table.of("t", elements), Set.of()));
    }

    private static String source(Operation operation) {
        return new JavaSource().statement(new PlainWords(NamingConvention.POSTGRESQL).operation(operation));
    }
}
