package org.limbeck.database;

import static org.limbeck.database.OperationCase.example;
import static org.limbeck.database.OperationCase.since;
import static org.limbeck.migration.Ddl.*;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Ways to say every operation but those of tables, columns, constraints and indexes. */
final class OperationCases {

    /** Sixty-three bytes in fewer characters. */
    static final String LONGEST = "ü".repeat(31) + "x";

    /** Names that only quotes can keep. */
    static final List<String> HOSTILE =
            List.of("select", "User", "say \"hi\"", "größe 漢字", "it's; -- /*", "$1", "back\\slash", LONGEST);

    private OperationCases() {}

    static List<OperationCase> all() {
        List<OperationCase> all = new ArrayList<>();
        all.addAll(schemas());
        all.addAll(extensions());
        all.addAll(enums());
        all.addAll(sequences());
        all.addAll(comments());
        all.addAll(others());
        return all;
    }

    private static List<OperationCase> schemas() {
        List<OperationCase> cases = new ArrayList<>(List.of(
                example("create schema", "", op -> op.createSchema("sales")),
                example("create schema if not exists", "", op -> op.createSchema("sales", IF_NOT_EXISTS)),
                example("drop schema", "CREATE SCHEMA sales", op -> op.dropSchema("sales")),
                example("drop schema if exists", "CREATE SCHEMA sales", op -> op.dropSchema("sales", IF_EXISTS)),
                example(
                        "drop schema with what is in it",
                        "CREATE SCHEMA sales; CREATE TABLE sales.orders (id int)",
                        op -> op.dropSchema("sales", CASCADING)),
                example("rename schema", "CREATE SCHEMA sales", op -> op.renameSchema("sales", "Old.Sales"))));
        for (String name : HOSTILE) {
            cases.add(example("create schema " + name, "", op -> op.createSchema(name)));
        }
        return cases;
    }

    private static List<OperationCase> extensions() {
        return List.of(
                example("create extension", "", op -> op.createExtension("hstore")),
                example("create extension if not exists", "", op -> op.createExtension("hstore", IF_NOT_EXISTS)),
                example(
                        "create extension in a schema",
                        "CREATE SCHEMA \"Ext\"",
                        op -> op.createExtension(
                                extension("uuid-ossp").in("Ext").version("1.1"))),
                example(
                        "drop extension by name",
                        "CREATE EXTENSION hstore",
                        op -> op.dropExtension("hstore", IF_EXISTS, CASCADING)),
                example("drop extension", "CREATE EXTENSION hstore", op -> op.dropExtension(extension("hstore"))));
    }

    private static List<OperationCase> enums() {
        String state = "CREATE TYPE state AS ENUM ('new', 'paid')";
        List<OperationCase> cases = new ArrayList<>(List.of(
                example("create enum", "", op -> op.createEnum("state", "new", "paid")),
                example("create enum without values", "", op -> op.createEnum("state")),
                example(
                        "create enum in a schema",
                        "CREATE SCHEMA s",
                        op -> op.createEnum("s.state", "it's", "back\\slash")),
                example("add enum value", state, op -> op.addEnumValue("state", "shipped")),
                example("add enum value if not exists", state, op -> op.addEnumValue("state", "done", IF_NOT_EXISTS)),
                example("add enum value before", state, op -> op.addEnumValueBefore("state", "o'clock", "paid")),
                example("add enum value after", state, op -> op.addEnumValueAfter("state", "ordered", "new")),
                example("rename enum value", state, op -> op.renameEnumValue("state", "new", "n\\e'w")),
                example("rename enum", state, op -> op.renameEnum("state", "State")),
                example("drop enum by name", state, op -> op.dropEnum("state", IF_EXISTS, CASCADING)),
                example("drop enum", state, op -> op.dropEnum(enumType("state", "new", "paid")))));
        for (String name : HOSTILE) {
            cases.add(example(
                    "create enum " + name, "", op -> op.createEnum("\"" + name.replace("\"", "\"\"") + "\"", name)));
        }
        return cases;
    }

    private static List<OperationCase> sequences() {
        String counter = "CREATE SEQUENCE counter";
        return List.of(
                example("create sequence", "", op -> op.createSequence("counter")),
                example("create sequence if not exists", "", op -> op.createSequence("counter", IF_NOT_EXISTS)),
                example(
                        "create sequence with all options",
                        "CREATE TABLE t (id int)",
                        op -> op.createSequence(sequence("\"a.b\"")
                                .as(smallint())
                                .with(sequenceOptions()
                                        .startWith(10)
                                        .incrementBy(-2)
                                        .atLeast(-100)
                                        .atMost(100)
                                        .caching(5)
                                        .cycling(true))
                                .ownedBy("t", "id"))),
                example(
                        "alter sequence by halves",
                        counter,
                        op -> op.alterSequence("counter", sequenceOptions().caching(9))),
                example(
                        "alter sequence",
                        counter,
                        op -> op.alterSequence(
                                "counter",
                                sequenceOptions().incrementBy(5).cycling(true),
                                sequenceOptions().incrementBy(1).cycling(false))),
                example("rename sequence", counter, op -> op.renameSequence("counter", "Counter")),
                example("drop sequence by name", counter, op -> op.dropSequence("counter", IF_EXISTS, CASCADING)),
                example("drop sequence", counter, op -> op.dropSequence(sequence("counter"))),
                since(15, "unlogged sequence", "CREATE SEQUENCE other", op -> {
                    op.createSequence(sequence("counter").asUnlogged());
                    op.alterTable("other", setUnlogged());
                }));
    }

    private static List<OperationCase> comments() {
        String objects = "CREATE TABLE \"T\" (id int CONSTRAINT \"K\" PRIMARY KEY); CREATE INDEX \"I\" ON \"T\" (id);"
                + "CREATE SEQUENCE \"S\"; CREATE TYPE \"E\" AS ENUM (); CREATE SCHEMA \"N\"; CREATE EXTENSION hstore";
        String text = "it's \\ \"quoted\"\nand long; -- $$ 漢字";
        return List.of(
                example("comment on table", objects, op -> op.commentOn(onTable("T"), text)),
                example("comment on column", objects, op -> op.commentOn(onColumn("T", "id"), text)),
                example("comment on constraint", objects, op -> op.commentOn(onConstraint("T", "K"), text)),
                example("comment on index", objects, op -> op.commentOn(onIndex("I"), text)),
                example("comment on sequence", objects, op -> op.commentOn(onSequence("S"), text)),
                example("comment on type", objects, op -> op.commentOn(onType("E"), text)),
                example("comment on schema", objects, op -> op.commentOn(onSchema("N"), text)));
    }

    private static List<OperationCase> others() {
        return List.of(
                example("execute", "", op -> op.execute("CREATE TABLE a (id int); CREATE TABLE b (id int);")),
                example("execute and reverse", "", op -> op.execute("CREATE VIEW v AS SELECT 1 AS x", "DROP VIEW v")),
                example(
                        "execute a function with semicolons",
                        "",
                        op -> op.execute(
                                "CREATE FUNCTION f() RETURNS int LANGUAGE plpgsql AS $$ BEGIN RETURN 1; END $$",
                                "DROP FUNCTION f()")),
                since(
                        14,
                        "execute a function in standard SQL",
                        "",
                        op -> op.execute(
                                "CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT 1; SELECT 2; END",
                                "DROP FUNCTION f()")),
                example(
                        "bulk insert",
                        "CREATE TABLE t (id int, name text, price numeric, day date)",
                        op -> op.bulkInsert(
                                "t",
                                columns("id", "name", "price", "day"),
                                row(1, "it's", new BigDecimal("1.50"), LocalDate.of(2026, 11, 22)),
                                row(2, null, null, null))),
                example(
                        "update in batches",
                        "CREATE TABLE t (id int PRIMARY KEY, name text)",
                        op -> op.inBatches("t", "name = 'x'", "name IS NULL")),
                example(
                        "run code",
                        "",
                        op -> op.run(
                                "create a table", connection -> TestDatabase.execute(connection, "CREATE TABLE c ()"))),
                example(
                        "perform an operation of one's own",
                        "CREATE TABLE change_log (what text, undone boolean)",
                        op -> op.perform(new LogChange("prices"))));
    }
}
