package org.limbeck.diff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.limbeck.migration.Ddl.bigint;
import static org.limbeck.migration.Ddl.column;
import static org.limbeck.migration.Ddl.integer;
import static org.limbeck.migration.Ddl.text;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.limbeck.problem.Problem;
import org.limbeck.schema.Column;
import org.limbeck.schema.Extension;
import org.limbeck.schema.Index;
import org.limbeck.schema.IndexElement;
import org.limbeck.schema.Namespace;
import org.limbeck.schema.ObjectId;
import org.limbeck.schema.Policy;
import org.limbeck.schema.QualifiedName;
import org.limbeck.schema.SchemaObject;
import org.limbeck.schema.Table;
import org.limbeck.schema.TableOptions;
import org.limbeck.schema.View;

/** What the desired schema can't say stays, and what would fail on rows is told. */
class ScopeTest {

    private static final DiffOptions ENTITIES = DiffOptions.on(17).scope(Scope.ENTITIES);
    private static final ObjectId T_A = ObjectId.column(QualifiedName.of("t"), "a");
    private static final View VIEW = new View(QualifiedName.of("v"), "SELECT a FROM t", Map.of());

    @Test
    void entitiesSayNothingOfViewsPoliciesSchemasExtensionsAndPartitions() {
        TableOptions partitioned = TableOptions.NONE.partitionedBy("RANGE (a)").withRowSecurity();
        Scenario scenario = Scenario.from(
                        Table.of("t", column("a", integer()), partitioned),
                        Table.of("t1", TableOptions.NONE.partitionOf("t", "DEFAULT")),
                        VIEW,
                        Policy.of("t", "own"),
                        Extension.of("citext"),
                        new Namespace("other"))
                .to(Table.of("t", column("a", integer())))
                .with(ENTITIES);

        assertThat(scenario.upgrade()).isEmpty();
    }

    @Test
    void entitiesDecideAboutTablesAndWhatHangsOnThoseThatGo() {
        Scenario scenario = Scenario.from(Table.of("t", column("a", integer())), Policy.of("t", "own"))
                .to()
                .with(ENTITIES);

        assertThat(scenario.upgrade()).isEqualTo("""
                drop policy own of t
                drop table t
                """);
    }

    @Test
    void whatIsLeftAloneIsStillMadeAnewAroundAChange() {
        Scenario scenario = Scenario.from(Table.of("t", column("a", integer())), VIEW)
                .to(Table.of("t", column("a", bigint())))
                .with(ENTITIES)
                .needs(VIEW.id(), T_A);

        assertThat(scenario.upgrade()).isEqualTo("""
                drop view v
                alter column t.a: type bigint
                create view v
                """);
    }

    @Test
    void whatIsLeftAloneHoldsWhatItStandsOn() {
        Scenario scenario = Scenario.from(Table.of("t", column("a", integer()), column("b", text())), VIEW)
                .to(Table.of("t", column("b", text())))
                .with(ENTITIES)
                .needs(VIEW.id(), T_A);

        assertThat(scenario.difference().problems())
                .extracting(Problem::sentence)
                .containsExactly("column t.a is not desired any more, but view v needs it");
    }

    @Test
    void anIndexByWhichATableWasClusteredIsLeftToItUnlessItCannotHaveOne() {
        Table table = Table.of("t", column("a", integer()));
        Index index = Index.of("i", "t", List.of(IndexElement.column("a")));
        Table clustered = table.options(TableOptions.NONE.clusteredOn("i"));

        assertThat(Scenario.from(clustered, index).to(table, index).upgrade()).isEmpty();
        assertThat(Scenario.from(clustered, index).to(table).upgrade()).isEqualTo("drop index i\n");
        assertThat(Scenario.from(clustered, index)
                        .to(table.options(TableOptions.NONE.partitionedBy("LIST (a)")))
                        .upgrade())
                .isEqualTo("""
                        drop index i
                        drop table t
                        create table t
                        """);
        assertThat(Scenario.from(clustered, index)
                        .to(table, index)
                        .with(DiffOptions.on(17).scope(Scope.DATABASE))
                        .upgrade())
                .isEqualTo("alter table t: set without cluster\n");
    }

    @Test
    void ignoredTablesAreNobodysBusiness() {
        Table version = Table.of("alembic_version", column("version_num", text()));
        Scenario scenario = Scenario.from(
                        version, Index.of("i", "alembic_version", List.of(IndexElement.column("version_num"))))
                .to()
                .with(DiffOptions.on(17).ignoring(Set.of(version.name())));

        assertThat(scenario.upgrade()).isEmpty();
    }

    @Test
    void aNewColumnThatTakesNoNullNeedsAValueForTheRows() {
        Column column = column("b", integer()).notNull();
        Scenario scenario =
                Scenario.from(Table.of("t", column("a", integer()))).to(Table.of("t", column("a", integer()), column));

        assertThat(scenario.difference().problems()).singleElement().satisfies(problem -> {
            assertThat(problem.sentence())
                    .isEqualTo("new column t.b takes no null and has no default, and its table has rows");
            assertThat(problem.hints().get(0).command()).isEqualTo("@ColumnDefault(\"0\")");
        });
        Scenario empty = scenario.with(scenario.options().hasRows(table -> false));
        assertThat(empty.difference().problems()).isEmpty();
        assertThat(empty.notes()).contains("it can't be added where the table has rows");
        assertThat(scenario.with(scenario.options().withNeutralValues()).sql()).isEqualTo("""
                ALTER TABLE t ADD COLUMN b integer NOT NULL DEFAULT 0;
                ALTER TABLE t ALTER COLUMN b DROP DEFAULT;
                """);
    }

    @Test
    void fiveThousandTablesAreCreatedAndComparedInNearlyNoTime() {
        SchemaObject[] tables =
                IntStream.range(0, 5000).mapToObj(ScopeTest::wide).toArray(SchemaObject[]::new);
        long start = System.nanoTime();

        Difference all = Scenario.from().to(tables).difference();
        Difference none = Scenario.from(tables).to(tables).difference();

        assertThat(all.upgrade()).hasSize(5000);
        assertThat(none.isEmpty()).isTrue();
        assertThat((System.nanoTime() - start) / 1_000_000).isLessThan(5_000);
    }

    private static Table wide(int number) {
        Column[] columns = IntStream.range(0, 10)
                .mapToObj(column -> column("c" + column, text()))
                .toArray(Column[]::new);
        return Table.of("t" + number, columns);
    }
}
