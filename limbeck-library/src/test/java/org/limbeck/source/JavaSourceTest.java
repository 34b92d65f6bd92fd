package org.limbeck.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.limbeck.migration.Ddl.*;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limbeck.migration.Operations;
import org.limbeck.operation.Operation;
import org.limbeck.operation.RunCode;
import org.limbeck.schema.SequenceOptions;

/** Java that is written from operations compiles and records the same operations again. */
class JavaSourceTest {

    private static final SequenceOptions COUNTING = sequenceOptions()
            .startWith(5)
            .incrementBy(-2)
            .atLeast(-100)
            .atMost(Long.MAX_VALUE)
            .caching(3)
            .cycling(true);

    @TempDir
    private Path folder;

    @Test
    void recordsTheSameOperationsAgain() throws IOException {
        List<Operation> operations = new ArrayList<>(CompiledSource.recorded(JavaSourceTest::everything));
        operations.removeIf(RunCode.class::isInstance);
        List<Operation> reversed = operations.stream()
                .flatMap(operation -> operation.reverse().stream())
                .toList();

        assertThat(new CompiledSource(folder).again(operations)).isEqualTo(operations);
        assertThat(new CompiledSource(folder).again(reversed)).isEqualTo(reversed);
    }

    @Test
    void theExamplesHoldEveryOperation() {
        List<Operation> operations = CompiledSource.recorded(JavaSourceTest::everything);

        for (Class<?> permitted : Operation.class.getPermittedSubclasses()) {
            assertThat(operations).anyMatch(permitted::isInstance);
        }
    }

    /** Options are not part of what a reverse gives back: they say how to act, not on what. */
    @Test
    void aReverseOfAReverseIsTheOperationItself() {
        for (Operation operation : CompiledSource.recorded(JavaSourceTest::everything)) {
            boolean hasOptions = new JavaSource()
                    .statement(operation)
                    .matches("(?s).*(IfNotExists|IF_EXISTS|IF_NOT_EXISTS|CASCADING).*");
            Optional<Operation> again = operation.reverse().flatMap(Operation::reverse);
            if (again.isPresent() && !hasOptions) {
                assertThat(again.get()).isEqualTo(operation);
            }
        }
    }

    @Test
    void aLongCallHasOneArgumentALine() {
        Operation operation = CompiledSource.recorded(op -> op.createTable(
                        "orders",
                        column("id", bigint()).identity(),
                        column("total", numeric(12, 2)).notNull().defaultTo(0),
                        primaryKey("id")))
                .get(0);
        assertThat(new JavaSource().statement(operation)).isEqualTo("""
                        op.createTable(
                                "orders",
                                column("id", bigint()).identity(),
                                column("total", numeric(12, 2)).notNull().defaultTo(0),
                                primaryKey("id"));""");
    }

    @Test
    void textOfSeveralLinesIsATextBlock() {
        List<Operation> operations = CompiledSource.recorded(op -> {
            op.create(view("open_orders", "SELECT id\n  FROM orders"), IF_NOT_EXISTS);
            op.change(view("v", "SELECT 1\n\nAS x"), view("v", "SELECT 2 AS x"));
            op.drop(function("f", "integer", """
                    CREATE FUNCTION f(a integer) RETURNS integer
                        RETURN a;
                    """));
            op.execute("SELECT 1;\nSELECT 2;\n");
        });
        assertThat(new JavaSource().body(operations)).isEqualTo("""
                        op.create(
                                view("open_orders", ""\"
                                        SELECT id
                                          FROM orders""\"),
                                IF_NOT_EXISTS);
                        op.change(
                                view("v", ""\"
                                        SELECT 1

                                        AS x""\"),
                                view("v", "SELECT 2 AS x"));
                        op.drop(function("f", "integer", ""\"
                                CREATE FUNCTION f(a integer) RETURNS integer
                                    RETURN a""\"));
                        op.execute(""\"
                                SELECT 1;
                                SELECT 2;
                                ""\");""");
    }

    private static void everything(Operations op) {
        op.createSchema("sales", IF_NOT_EXISTS);
        op.dropSchema("sales", IF_EXISTS, CASCADING);
        op.renameSchema("sales", "Sales \"2\"");
        op.createExtension("citext");
        op.createExtension(extension("citext").in("sales").version("1.6"), IF_NOT_EXISTS);
        op.dropExtension("citext", IF_EXISTS);
        op.dropExtension(extension("citext"));
        op.createEnum("sales.state", "new", "it's", "back\\slash", "line\nbreak\t\u0007");
        op.addEnumValue("sales.state", "paid", IF_NOT_EXISTS);
        op.addEnumValueBefore("sales.state", "a", "new");
        op.addEnumValueAfter("sales.state", "b", "new", IF_NOT_EXISTS);
        op.renameEnumValue("sales.state", "a", "c");
        op.renameEnum("sales.state", "status");
        op.dropEnum("sales.status", CASCADING);
        op.dropEnum(enumType("sales.status", "x", "y"));
        op.createSequence("numbers");
        op.createSequence(sequence("sales.numbers").as(integer()).with(COUNTING).ownedBy("orders", "id"));
        op.createSequence(sequence("fast").asUnlogged());
        op.alterSequence("numbers", COUNTING);
        op.alterSequence("numbers", COUNTING, sequenceOptions().cycling(false));
        op.renameSequence("numbers", "figures");
        op.dropSequence("figures");
        op.dropSequence(sequence("figures"), IF_EXISTS);
        tables(op);
        columnOperations(op);
        constraintsAndIndexes(op);
        op.commentOn(onTable("orders"), "it's \"one\" \\ row\nper checkout");
        op.commentOn(onColumn("orders", "id"), null);
        op.commentOn(onConstraint("orders", "c"), "new", "old");
        op.commentOn(onIndex("i"), "new", null);
        op.commentOn(onSequence("s"), "text");
        op.commentOn(onType("t"), "text");
        op.commentOn(onSchema("sales"), "text");
        op.commentOn(onExtension("citext"), "text");
        op.execute("SELECT 1");
        op.execute("INSERT INTO t VALUES ('\u00e9')", "DELETE FROM t");
        op.inBatches("t", "a = 'x'", "a IS NULL");
        op.bulkInsert("empty", columns("a"), row((Object) null));
        op.bulkInsert(
                "t",
                columns("a", "b"),
                row("text", true),
                row((short) 1, 2),
                row(3L, new BigInteger("4")),
                row(new BigDecimal("5.50"), 6.5f),
                row(7.25, Double.NaN),
                row(Float.NEGATIVE_INFINITY, UUID.fromString("123e4567-e89b-12d3-a456-426614174000")),
                row(LocalDate.of(2026, 1, 2), LocalTime.of(3, 4, 5)),
                row(LocalDateTime.of(2026, 1, 2, 3, 4), OffsetDateTime.parse("2026-01-02T03:04:05+02:00")),
                row(Instant.EPOCH, Duration.ofMinutes(90)),
                row(new byte[] {0, -1, 127}, Arrays.asList("a", null, "b")));
        op.addConstraint("bookings", primaryKey("room", "during").withoutOverlaps());
        op.addConstraint("bookings", unique("guest", "during").withoutOverlaps().named("one_room"));
        op.addConstraint(
                "bookings",
                foreignKey("room", "during")
                        .references("rooms", "number", "during")
                        .period());
        op.addConstraint("bookings", foreignKey("guest").references("guests").notEnforced());
        op.addConstraint("bookings", check("said", "a > b").notEnforced());
        op.run("count rows", connection -> {});
        op.perform(new Refresh("totals"));
        ObjectExamples.say(op);
    }

    private static void tables(Operations op) {
        op.createTableIfNotExists("empty");
        op.createTable(
                "sales.\"odd.name\"",
                column("id", bigint()).identity(COUNTING),
                column("number", integer()).identityAlways(),
                column("name", varchar(20)).collate("pg_catalog.C").notNull().defaultTo("it's"),
                column("price", numeric(12, 2)).defaultTo(new BigDecimal("0.50")),
                column("at", timestamptz()).defaultSql("now()").comment("when"),
                column("double", integer()).generatedAs("number * 2"),
                column("triple", integer()).generatedVirtuallyAs("number * 3"),
                column("tags", array(type("sales.tag"))),
                column("place", sqlType("geometry(Point,4326)")),
                column("fixed", character(3)),
                column("bits", varbit(8)),
                column("any", numeric()),
                comment("odd"),
                primaryKey("id").include("name").named("pk"),
                unique("name", "price").nullsNotDistinct().include("at").deferrable(INITIALLY_DEFERRED),
                foreignKey("number", "price")
                        .references("other", "a", "b")
                        .match(MATCH_FULL)
                        .onDelete(SET_NULL, "number")
                        .onUpdate(RESTRICT)
                        .deferrable(INITIALLY_IMMEDIATE)
                        .notValid()
                        .named("fk"),
                check("number > 0"),
                check("positive", "price > 0").noInherit().notValid(),
                exclude("gist", comparing("number", "="), comparing(expression("tstzrange(at, null)"), "&&"))
                        .include("name")
                        .where("number > 1")
                        .named("ex"));
        op.renameTable("a", "b");
        op.dropTable("b", IF_EXISTS, CASCADING);
        op.dropTable(table("b", column("id", bigint()).notNull(), primaryKey("id")), CASCADING);
    }

    private static void columnOperations(Operations op) {
        op.addColumn("t", column("a", uuid()).notNull(), IF_NOT_EXISTS);
        op.dropColumn("t", "a", CASCADING);
        op.dropColumn("t", column("a", uuid()), IF_EXISTS);
        op.renameColumn("t", "a", "b");
        op.alterColumn(
                "t",
                "a",
                toType(text()),
                toType(bigint()).using("a::bigint").from(text(), "a::text"),
                toType(doublePrecision()).from(real()),
                setNotNull(),
                dropNotNull(),
                setDefault(5),
                setDefault("x").from("y"),
                setDefaultSql("now()").fromSql("clock_timestamp()"),
                dropDefault().fromNone(),
                dropDefault(),
                addIdentity(),
                addIdentityAlways(COUNTING),
                setIdentity(true, COUNTING),
                setIdentity(false, sequenceOptions()).from(true, COUNTING),
                dropIdentity(),
                dropIdentity().from(true, COUNTING),
                setExpression("b + 1"),
                setExpression("b + 1").from("b + 2"),
                dropExpression());
    }

    private static void constraintsAndIndexes(Operations op) {
        op.addConstraint("t", unique("a"));
        op.validateConstraint("t", "c");
        op.renameConstraint("t", "c", "d");
        op.dropConstraint("t", "d", IF_EXISTS);
        op.dropConstraint("t", foreignKey("a").references("b").onDelete(CASCADE), CASCADING);
        op.createIndex(index("i").on("t", "a", "b"), IF_NOT_EXISTS);
        op.createIndex(uniqueIndex()
                .on(
                        "sales.t",
                        key("a").collate("C").operatorClass("text_pattern_ops").nullsFirst(),
                        desc("b").nullsLast(),
                        expression("lower(c)").statistics(500))
                .using("btree")
                .include("d")
                .nullsNotDistinct()
                .with("fillfactor", 70)
                .tablespace("fast")
                .where("a <> ''")
                .concurrently());
        op.createIndex(index("g").on("t", "a").using("gin"));
        op.renameIndex("i", "j");
        op.dropIndex("j", IF_EXISTS);
        op.dropIndexConcurrently("j");
        op.dropIndex(index("j").on("t", "a"));
        op.dropIndex(index("j").on("t", "a").concurrently());
    }
}
