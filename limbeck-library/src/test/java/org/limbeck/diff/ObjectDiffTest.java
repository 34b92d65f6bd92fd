package org.limbeck.diff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.limbeck.migration.Ddl.bigint;
import static org.limbeck.migration.Ddl.column;
import static org.limbeck.migration.Ddl.integer;
import static org.limbeck.migration.Ddl.text;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.limbeck.schema.Attribute;
import org.limbeck.schema.Column;
import org.limbeck.schema.CompositeType;
import org.limbeck.schema.DataType;
import org.limbeck.schema.Domain;
import org.limbeck.schema.EnumType;
import org.limbeck.schema.Grant;
import org.limbeck.schema.ObjectId;
import org.limbeck.schema.ObjectKind;
import org.limbeck.schema.Policy;
import org.limbeck.schema.QualifiedName;
import org.limbeck.schema.Schema;
import org.limbeck.schema.ScriptedObject;
import org.limbeck.schema.Table;
import org.limbeck.schema.View;

/** Views, routines, types and what hangs on tables: changed in place where the server can, otherwise made anew. */
class ObjectDiffTest {

    private static final ObjectId V = ObjectId.of(ObjectKind.VIEW, QualifiedName.of("v"));
    private static final ObjectId W = ObjectId.of(ObjectKind.VIEW, QualifiedName.of("w"));
    private static final ObjectId T_A = ObjectId.column(QualifiedName.of("t"), "a");

    @Test
    void aViewThatGainsColumnsAtTheEndIsChangedInPlace() {
        Schema before = Scenario.viewing(Scenario.schema(view("v", "SELECT 1")), V, Attribute.of("a", integer()));
        Schema after = Scenario.viewing(
                Scenario.schema(view("v", "SELECT 1, 2")),
                V,
                Attribute.of("a", integer()),
                Attribute.of("b", integer()));

        assertThat(upgrade(before, after)).isEqualTo("change view v\n");
        assertThat(upgrade(after, before)).isEqualTo("""
                drop view v
                create view v
                """);
    }

    @Test
    void viewsAreMadeAnewAroundAColumnThatChangesItsTypeAndGetBackWhatTheyHad() {
        Schema before = described(column("a", integer()));
        Schema after = described(column("a", bigint()));

        assertThat(upgrade(before, after)).isEqualTo("""
                drop view w
                drop view v
                alter column t.a: type bigint
                create view v
                create view w
                comment on view v
                grant SELECT on view v to reader
                """);
    }

    private static Schema described(Column column) {
        Schema schema =
                Scenario.schema(Table.of("t", column), view("v", "SELECT a FROM t"), view("w", "SELECT a FROM v"));
        schema = Scenario.needing(Scenario.needing(schema, V, T_A), W, V);
        schema = Scenario.commenting(schema, V, "what is in t");
        return Scenario.granting(schema, new Grant(V, "reader", Set.of("SELECT"), false));
    }

    @Test
    void aRoutineWithTheSameHeadIsChangedInPlace() {
        String head = "CREATE FUNCTION f(a integer)\n RETURNS integer\n LANGUAGE sql\nAS $function$SELECT ";
        ScriptedObject one = function("f", "integer", head + "1$function$");

        assertThat(Scenario.from(one)
                        .to(function("f", "integer", head + "2$function$"))
                        .upgrade())
                .isEqualTo("change function f(integer)\n");
        assertThat(Scenario.from(one)
                        .to(function("f", "integer", head.replace("RETURNS integer", "RETURNS text") + "1$function$"))
                        .upgrade())
                .isEqualTo("""
                        drop function f(integer)
                        create function f(integer)
                        """);
    }

    @Test
    void aDefaultGoesWhileTheFunctionItCallsIsMadeAnew() {
        String head = "CREATE FUNCTION f()\n RETURNS integer\n LANGUAGE sql\nAS $function$SELECT 1$function$";
        Table table = Table.of("t", column("a", integer()).defaultSql("f()"));
        ScriptedObject function = function("f", "", head);
        Scenario scenario = Scenario.from(table, function)
                .to(table, function("f", "", head.replace("RETURNS integer", "RETURNS bigint")))
                .needs(T_A, function.id());

        assertThat(scenario.upgrade()).isEqualTo("""
                alter column t.a: drop default
                drop function f()
                create function f()
                alter column t.a: set default
                """);
    }

    @Test
    void aTableComesAfterTheFunctionItCallsAndATriggerAfterBoth() {
        ScriptedObject function = function("f", "", "CREATE FUNCTION f() …");
        ObjectId trigger = new ObjectId(ObjectKind.TRIGGER, QualifiedName.of("t"), "touch");
        Scenario scenario = Scenario.from()
                .to(
                        ScriptedObject.of(trigger, "CREATE TRIGGER touch …"),
                        Table.of("t", column("a", integer()).defaultSql("f()")),
                        function)
                .needs(T_A, function.id());

        assertThat(scenario.upgrade()).isEqualTo("""
                create function f()
                create table t
                create trigger touch of t
                """);
        assertThat(scenario.downgrade()).isEqualTo("""
                drop trigger touch of t
                drop table t
                drop function f()
                """);
    }

    @Test
    void aTypeThatColumnsHoldIsReplacedByWayOfAnotherName() {
        Scenario scenario = Scenario.from(EnumType.of("state", "a", "b"), stated("'a'::state"))
                .to(EnumType.of("state", "b", "c"), stated("'b'::state"));

        assertThat(scenario.sql()).isEqualTo("""
                ALTER TYPE state RENAME TO state_old;
                CREATE TYPE state AS ENUM ('b', 'c');
                ALTER TABLE t ALTER COLUMN s DROP DEFAULT;
                ALTER TABLE t ALTER COLUMN s TYPE state USING s::text::state;
                ALTER TABLE t ALTER COLUMN s SET DEFAULT 'b'::state;
                DROP TYPE state_old;
                """);
        assertThat(scenario.losses()).isEqualTo("""
                value "a" of enum state goes: a row that has it stops the upgrade
                """);
    }

    private static Table stated(String value) {
        return Table.of(
                "t", column("s", new DataType.Named(QualifiedName.of("state"))).defaultSql(value));
    }

    @Test
    void aDomainIsChangedInPlaceButForItsType() {
        Domain domain = Domain.of("mail", text());

        assertThat(Scenario.from(domain).to(domain.notNull()).upgrade()).isEqualTo("change domain mail\n");
        assertThat(Scenario.from(domain).to(Domain.of("mail", integer())).upgrade())
                .isEqualTo("""
                drop domain mail
                create domain mail
                """);
    }

    @Test
    void aCompositeTypeTakesAttributesAtItsEnd() {
        CompositeType type = new CompositeType(
                QualifiedName.of("point"), List.of(Attribute.of("x", integer()), Attribute.of("y", integer())));
        CompositeType longer =
                new CompositeType(type.name(), List.of(Attribute.of("y", integer()), Attribute.of("z", integer())));
        CompositeType turned =
                new CompositeType(type.name(), List.of(Attribute.of("y", integer()), Attribute.of("x", integer())));

        assertThat(Scenario.from(type).to(longer).upgrade()).isEqualTo("change composite type point\n");
        assertThat(Scenario.from(type).to(turned).upgrade()).isEqualTo("""
                drop composite type point
                create composite type point
                """);
    }

    @Test
    void aPolicyThatLosesItsConditionIsMadeAnew() {
        Table table = Table.of("t", column("a", integer()));
        Policy policy = Policy.of("t", "own");

        assertThat(Scenario.from(table, policy.using("a > 0"))
                        .to(table, policy.using("a > 1"))
                        .upgrade())
                .isEqualTo("change policy own of t\n");
        assertThat(Scenario.from(table, policy.using("a > 0")).to(table, policy).upgrade())
                .isEqualTo("""
                        drop policy own of t
                        create policy own of t
                        """);
    }

    @Test
    void privilegesAreGrantedAndRevokedOneByOne() {
        Table table = Table.of("t", column("a", integer()));
        Schema before = Scenario.granting(
                Scenario.schema(table), new Grant(table.id(), "r", Set.of("SELECT", "INSERT"), false));
        Schema after = Scenario.granting(
                Scenario.schema(table), new Grant(table.id(), "r", Set.of("SELECT", "UPDATE"), false));
        Scenario scenario = new Scenario(before, after, DiffOptions.on(17).scope(Scope.DATABASE));

        assertThat(scenario.upgrade()).isEqualTo("""
                revoke INSERT on table t from r
                grant UPDATE on table t to r
                """);
    }

    private static String upgrade(Schema before, Schema after) {
        return new Scenario(before, after, DiffOptions.on(17)).upgrade();
    }

    private static View view(String name, String query) {
        return new View(QualifiedName.of(name), query, Map.of());
    }

    private static ScriptedObject function(String name, String arguments, String definition) {
        return ScriptedObject.of(new ObjectId(ObjectKind.FUNCTION, QualifiedName.of(name), arguments), definition);
    }
}
