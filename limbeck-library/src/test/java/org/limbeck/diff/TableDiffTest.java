package org.limbeck.diff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.limbeck.migration.Ddl.bigint;
import static org.limbeck.migration.Ddl.column;
import static org.limbeck.migration.Ddl.integer;
import static org.limbeck.migration.Ddl.text;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.limbeck.schema.Check;
import org.limbeck.schema.Column;
import org.limbeck.schema.Constraint;
import org.limbeck.schema.Deferrability;
import org.limbeck.schema.ForeignKey;
import org.limbeck.schema.Index;
import org.limbeck.schema.IndexElement;
import org.limbeck.schema.PrimaryKey;
import org.limbeck.schema.ReferentialAction;
import org.limbeck.schema.Sequence;
import org.limbeck.schema.SequenceOptions;
import org.limbeck.schema.Table;
import org.limbeck.schema.TableElement;
import org.limbeck.schema.Unique;

/** Tables, columns, constraints, indexes and sequences that come, go and change. */
class TableDiffTest {

    private static final Column ID = column("id", bigint()).notNull();

    @Test
    void twoEqualSchemasDifferInNothing() {
        Table table = table("orders", ID, primaryKey("orders_pkey", "id"));
        Difference difference = Scenario.from(table).to(table).difference();

        assertThat(difference)
                .isEqualTo(new Difference(List.of(), List.of(), List.of(), List.of(), List.of(), List.of()));
    }

    @Test
    void theOrderOfColumnsIsNoDifference() {
        Scenario scenario = Scenario.from(table("t", ID, column("a", text()))).to(table("t", column("a", text()), ID));

        assertThat(scenario.upgrade()).isEmpty();
    }

    @Test
    void tablesAreCreatedAfterThoseTheyReferTo() {
        Scenario scenario = Scenario.from()
                .to(
                        table("a", ID, primaryKey("a_pkey", "id"), foreignKey("a_b", "id", "b")),
                        table("b", ID, primaryKey("b_pkey", "id"), foreignKey("b_c", "id", "c")),
                        table("c", ID, primaryKey("c_pkey", "id")),
                        index("a_id", "a", "id"));

        assertThat(scenario.upgrade()).isEqualTo("""
                create table c
                create table b
                create table a
                create index a_id on a
                """);
        assertThat(scenario.downgrade()).isEqualTo("""
                drop index a_id
                drop table a
                drop table b
                drop table c
                """);
    }

    @Test
    void tablesThatReferToEachOtherGetOneForeignKeyAfterwards() {
        Scenario scenario = Scenario.from()
                .to(
                        table("a", ID, primaryKey("a_pkey", "id"), foreignKey("a_b", "id", "b")),
                        table("b", ID, primaryKey("b_pkey", "id"), foreignKey("b_a", "id", "a")));

        assertThat(scenario.upgrade()).isEqualTo("""
                create table b
                create table a
                add constraint b_a to b
                """);
        assertThat(scenario.downgrade()).isEqualTo("""
                drop constraint b_a of b
                drop table a
                drop table b
                """);
    }

    @Test
    void columnsComeGoAndChange() {
        Scenario scenario = Scenario.from(table(
                        "t",
                        ID,
                        column("gone", text()),
                        column("size", integer()).defaultSql("1"),
                        column("name", text())))
                .to(table(
                        "t",
                        ID,
                        column("size", bigint()).notNull().defaultSql("2"),
                        column("name", text()).comment("of whom"),
                        column("come", text())));

        assertThat(scenario.sql()).isEqualTo("""
                ALTER TABLE t ALTER COLUMN size TYPE bigint;
                ALTER TABLE t ALTER COLUMN size SET NOT NULL;
                ALTER TABLE t ALTER COLUMN size SET DEFAULT 2;
                COMMENT ON COLUMN t.name IS 'of whom';
                ALTER TABLE t ADD COLUMN come text;
                ALTER TABLE t DROP COLUMN gone;
                """);
        assertThat(scenario.losses()).isEqualTo("""
                column t.gone goes with its values
                """);
        assertThat(scenario.notes()).isEqualTo("""
                column t.size takes no null any more: a row that has one stops it
                """);
    }

    @Test
    void theServerSayingNothingOfATypeIsADifferenceToo() {
        Scenario scenario = Scenario.from(table("t", column("a", type("character varying(10)"))))
                .to(table("t", column("a", type("character varying"))));

        assertThat(scenario.upgrade()).isEqualTo("""
                alter column t.a: type character varying
                """);
        assertThat(scenario.notes()).isEmpty();
    }

    @Test
    void primaryKeysUniqueConstraintsAndChecksAreCompared() {
        Scenario scenario = Scenario.from(table(
                        "t",
                        ID,
                        column("other", bigint()).notNull(),
                        primaryKey("t_pkey", "id"),
                        unique("t_other", "other"),
                        check("t_positive", "id > 0")))
                .to(table(
                        "t",
                        ID,
                        column("other", bigint()).notNull(),
                        primaryKey("t_pkey", "id", "other"),
                        unique("t_other", "other").deferrable(Deferrability.INITIALLY_DEFERRED),
                        check("t_positive", "id > 1")));

        assertThat(scenario.upgrade()).isEqualTo("""
                drop constraint t_pkey of t
                drop constraint t_other of t
                drop constraint t_positive of t
                add constraint t_pkey to t
                add constraint t_other to t
                add constraint t_positive to t
                """);
    }

    @Test
    void aForeignKeyGoesWhileTheKeyItStandsOnChanges() {
        Table child = table("child", ID, foreignKey("child_parent", "id", "parent"));
        Scenario scenario = Scenario.from(child, table("parent", ID, primaryKey("parent_pkey", "id")))
                .to(child, table("parent", ID, unique("parent_id", "id")));

        assertThat(scenario.upgrade()).isEqualTo("""
                drop constraint child_parent of child
                drop constraint parent_pkey of parent
                add constraint parent_id to parent
                add constraint child_parent to child
                """);
    }

    @Test
    void everythingAboutAForeignKeyIsCompared() {
        ForeignKey key = foreignKey("child_parent", "id", "parent");
        Table parent = table("parent", ID, primaryKey("parent_pkey", "id"));
        Scenario scenario = Scenario.from(parent, table("child", ID, key))
                .to(parent, table("child", ID, key.onDelete(ReferentialAction.CASCADE)));

        assertThat(scenario.upgrade()).isEqualTo("""
                drop constraint child_parent of child
                add constraint child_parent to child
                """);
    }

    @Test
    void aConstraintThatWasNeverCheckedIsValidated() {
        Check check = new Check("t_positive", "id > 0", true, true, true);
        Scenario scenario = Scenario.from(table("t", ID, check.notValid())).to(table("t", ID, check));

        assertThat(scenario.upgrade()).isEqualTo("""
                validate constraint t_positive of t
                """);
        assertThat(scenario.downgrade()).isEqualTo("""
                drop constraint t_positive of t
                add constraint t_positive to t
                """);
    }

    @Test
    void whateverAnIndexIsMadeOfIsCompared() {
        Table table = table("t", ID);
        Index index = index("t_id", "t", "id");
        for (Index other : List.of(
                index.where("id > 0"),
                index.using("hash"),
                index.include("id"),
                index.asUnique(),
                Index.of("t_id", "t", List.of(IndexElement.column("id").operatorClass("int8_ops"))))) {
            assertThat(Scenario.from(table, index).to(table, other).upgrade()).isEqualTo("""
                    drop index t_id
                    create index t_id on t
                    """);
        }
        assertThat(Scenario.from(table, index)
                        .to(table, index.with("fillfactor", 70))
                        .upgrade())
                .isEqualTo("""
                        alter table t_id: set storage parameters
                        """);
    }

    @Test
    void aSerialColumnComesWithItsSequenceAndGoesWithIt() {
        Table table = table("t", column("id", bigint()).notNull().defaultSql("nextval('t_id_seq'::regclass)"));
        Sequence sequence = Sequence.of("t_id_seq").ownedBy("t", "id");
        Scenario scenario = Scenario.from().to(table, sequence);

        assertThat(scenario.upgrade()).isEqualTo("""
                create sequence t_id_seq
                create table t
                sequence t_id_seq belongs to t.id
                """);
        assertThat(scenario.downgrade()).isEqualTo("""
                free sequence t_id_seq
                drop table t
                drop sequence t_id_seq
                """);
    }

    @Test
    void aSerialColumnBecomesAnIdentityThatCountsOn() {
        Column column = column("id", bigint()).notNull();
        Scenario scenario = Scenario.from(
                        table("t", column.defaultSql("nextval('t_id_seq'::regclass)")),
                        Sequence.of("t_id_seq").ownedBy("t", "id"))
                .to(table("t", column.identity()));

        assertThat(scenario.upgrade()).isEqualTo("""
                alter column t.id: drop default
                alter column t.id: add identity
                execute SELECT setval(pg_get_serial_sequence('t', 'id'), max(id)) FROM t HAVING max(id) IS NOT NULL
                drop sequence t_id_seq
                """);
        assertThat(scenario.downgrade()).isEqualTo("""
                alter column t.id: drop identity
                create sequence t_id_seq
                alter column t.id: set default
                """);
    }

    @Test
    void sequencesAreComparedWithWhatTheServerTakesWhereNothingIsSaid() {
        Scenario scenario = Scenario.from(Sequence.of("s").with(SequenceOptions.NONE.incrementBy(10)))
                .to(Sequence.of("s").as(integer()).with(SequenceOptions.NONE.cycling(true)));

        assertThat(scenario.sql()).isEqualTo("""
                ALTER SEQUENCE s AS integer;
                ALTER SEQUENCE s INCREMENT BY 1 CYCLE;
                """);
    }

    private static Table table(String name, TableElement... elements) {
        return Table.of(name, elements);
    }

    private static org.limbeck.schema.DataType type(String sql) {
        return new org.limbeck.schema.DataType.BuiltIn(sql);
    }

    private static Constraint primaryKey(String name, String... columns) {
        return new PrimaryKey(name, List.of(columns), List.of(), false, Deferrability.NOT_DEFERRABLE);
    }

    private static Unique unique(String name, String... columns) {
        return new Unique(name, List.of(columns), List.of(), true, false, Deferrability.NOT_DEFERRABLE);
    }

    private static Check check(String name, String expression) {
        return new Check(name, expression, true, true, true);
    }

    private static ForeignKey foreignKey(String name, String column, String table) {
        return ForeignKey.of(List.of(column), table, "id").named(name);
    }

    private static Index index(String name, String table, String column) {
        return Index.of(name, table, List.of(IndexElement.column(column)));
    }
}
