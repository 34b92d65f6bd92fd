package org.limbeck.database;

import static org.limbeck.database.OperationCase.example;
import static org.limbeck.database.OperationCase.since;
import static org.limbeck.migration.Ddl.*;

import java.util.ArrayList;
import java.util.List;
import org.limbeck.schema.CommonObject;

/** Ways to create, change, rename and drop what shares these verbs. */
final class ObjectCases {

    private static final String TABLE = "CREATE TABLE t (id int, name text, total int DEFAULT 5)";
    private static final String TOUCH =
            TABLE + "; CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'";

    private ObjectCases() {}

    static List<OperationCase> all() {
        List<OperationCase> all = new ArrayList<>();
        all.addAll(views());
        all.addAll(routines());
        all.addAll(triggersAndRules());
        all.addAll(policies());
        all.addAll(types());
        all.addAll(foreign());
        all.addAll(others());
        return all;
    }

    private static List<OperationCase> views() {
        CommonObject open = view("\"Open\"", "SELECT id, name FROM t WHERE total > 1");
        CommonObject totals = materializedView("totals", "SELECT sum(total) AS total FROM t;\n");
        return List.of(
                example("create view", TABLE, op -> op.create(open)),
                example(
                        "create view with options",
                        TABLE,
                        op -> op.create(view("v", "SELECT id FROM t WHERE id > 0")
                                .with("security_barrier", true)
                                .with("check_option", "local"))),
                since(
                        15,
                        "create view of the caller",
                        TABLE,
                        op -> op.create(view("v", "TABLE t").with("security_invoker", true))),
                example("change view", TABLE, op -> {
                    op.create(view("v", "SELECT id FROM t").with("security_barrier", true));
                    op.change(
                            view("v", "SELECT id FROM t").with("security_barrier", true),
                            view("v", "SELECT id FROM t WHERE id > 1 -- some"));
                }),
                example("rename view", TABLE, op -> {
                    op.create(open);
                    op.rename(onView("Open"), "select");
                }),
                example("drop view by name", "CREATE VIEW v AS SELECT 1 AS x", op -> op.drop(onView("v"), CASCADING)),
                example("drop view", "CREATE VIEW v AS SELECT 1 AS x", op -> op.drop(view("v", "SELECT 1 AS x"))),
                example("create materialized view", TABLE, op -> op.create(totals)),
                example(
                        "create materialized view if not exists",
                        TABLE,
                        op -> op.create(
                                materializedView("m", "SELECT id FROM t")
                                        .with("fillfactor", 70)
                                        .with("autovacuum_enabled", false)
                                        .tablespace("pg_default")
                                        .withNoData(),
                                IF_NOT_EXISTS)),
                example("change materialized view", TABLE, op -> {
                    op.create(materializedView("m", "SELECT id FROM t").with("fillfactor", 70));
                    op.change(
                            materializedView("m", "SELECT id FROM t").with("fillfactor", 70),
                            materializedView("m", "SELECT id FROM t")
                                    .with("autovacuum_enabled", false)
                                    .withNoData());
                }),
                example("rename materialized view", TABLE, op -> {
                    op.create(totals);
                    op.rename(onMaterializedView("totals"), "Totals");
                }));
    }

    private static List<OperationCase> routines() {
        CommonObject add = function("add", "integer, integer", """
                CREATE FUNCTION add(a integer, b integer) RETURNS integer LANGUAGE sql AS $$ SELECT a + b; $$;
                """);
        CommonObject adding = function("add", "integer, integer", """
                /* with -- a comment */
                create function add(a integer, b integer) RETURNS integer LANGUAGE plpgsql AS $$
                BEGIN
                    RETURN a + b + 0;
                END $$""");
        return List.of(
                example("create function", "", op -> op.create(add)),
                example("create functions of one name", "CREATE SCHEMA s", op -> {
                    op.create(function("s.f", "", "CREATE FUNCTION s.f() RETURNS int LANGUAGE sql AS 'SELECT 1'"));
                    op.create(function(
                            "s.f",
                            "VARIADIC text[]",
                            "CREATE FUNCTION s.f(VARIADIC text[]) RETURNS int LANGUAGE sql RETURN 1"));
                }),
                example("change function", "", op -> {
                    op.create(add);
                    op.change(add, adding);
                }),
                example("rename function", "", op -> {
                    op.create(add);
                    op.rename(onFunction("add", "integer, integer"), "Sum");
                }),
                example("drop function by name", "", op -> {
                    op.create(add);
                    op.drop(onFunction("add", "integer, integer"), IF_EXISTS);
                    op.createSchema("s");
                }),
                example("procedure", "", op -> {
                    op.create(procedure("p", "integer", "CREATE PROCEDURE p(a int) LANGUAGE sql AS 'SELECT 1'"));
                    op.change(
                            procedure("p", "integer", "CREATE PROCEDURE p(a int) LANGUAGE sql AS 'SELECT 1'"),
                            procedure("p", "integer", "CREATE PROCEDURE p(a int) LANGUAGE sql AS 'SELECT 2'"));
                    op.rename(onProcedure("p", "integer"), "q");
                }),
                example("aggregate", "", op -> {
                    String summing = "CREATE AGGREGATE total(integer) (SFUNC = int4pl, STYPE = integer)";
                    String fromTen =
                            "CREATE AGGREGATE total(integer) (SFUNC = int4pl, STYPE = integer, INITCOND = '10')";
                    op.create(aggregate("total", "integer", summing));
                    op.change(aggregate("total", "integer", summing), aggregate("total", "integer", fromTen));
                    op.rename(onAggregate("total", "integer"), "Total");
                }),
                example("aggregate of all rows", "", op -> {
                    op.create(aggregate(
                            "rows", "", "CREATE AGGREGATE rows(*) (SFUNC = int8inc, STYPE = bigint, INITCOND = '0')"));
                    op.commentOn(onAggregate("rows", ""), "counts", "");
                    op.grant(onAggregate("rows", ""), "pg_monitor", "EXECUTE");
                    op.rename(onAggregate("rows", ""), "lines");
                }));
    }

    private static List<OperationCase> triggersAndRules() {
        String before = "CREATE TRIGGER \"Touch\" BEFORE UPDATE ON t FOR EACH ROW EXECUTE FUNCTION touch()";
        String after = "CREATE TRIGGER \"Touch\" AFTER UPDATE ON t FOR EACH ROW EXECUTE FUNCTION touch()";
        String keep = "CREATE RULE \"Keep\" AS ON DELETE TO t DO INSTEAD NOTHING";
        String keepSome = "CREATE RULE \"Keep\" AS ON DELETE TO t WHERE old.id > 5 DO INSTEAD NOTHING";
        return List.of(
                example("create trigger", TOUCH, op -> op.create(trigger("t", "Touch", before))),
                example("trigger that is disabled", TOUCH, op -> {
                    op.create(trigger("t", "Touch", before).firing(DISABLED));
                    op.change(trigger("t", "Touch", before).firing(DISABLED), trigger("t", "Touch", before));
                    op.change(
                            trigger("t", "Touch", before),
                            trigger("t", "Touch", after).firing(ALWAYS));
                    op.change(
                            trigger("t", "Touch", after).firing(ALWAYS),
                            trigger("t", "Touch", before).firing(REPLICA));
                    op.rename(onTrigger("t", "Touch"), "touch_it");
                }),
                example(
                        "create constraint trigger",
                        TOUCH,
                        op -> op.create(trigger(
                                "t",
                                "later",
                                "CREATE CONSTRAINT TRIGGER later AFTER INSERT ON t DEFERRABLE INITIALLY DEFERRED"
                                        + " FOR EACH ROW EXECUTE FUNCTION touch()"))),
                example("drop trigger by name", TOUCH, op -> {
                    op.create(trigger("t", "Touch", before));
                    op.drop(onTrigger("t", "Touch"), IF_EXISTS, CASCADING);
                    op.createSchema("s");
                }),
                example("create rule", TABLE, op -> op.create(rule("t", "Keep", keep))),
                example("change and rename rule", TABLE, op -> {
                    op.create(rule("t", "Keep", keep).firing(DISABLED));
                    op.change(rule("t", "Keep", keep).firing(DISABLED), rule("t", "Keep", keepSome));
                    op.rename(onRule("t", "Keep"), "retain");
                }),
                example("event trigger", "", op -> {
                    String definition = "CREATE EVENT TRIGGER \"Watch\" ON sql_drop EXECUTE FUNCTION watch()";
                    op.create(function(
                            "watch",
                            "",
                            "CREATE FUNCTION watch() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN END'"));
                    op.create(eventTrigger("Watch", definition).firing(DISABLED));
                    op.change(eventTrigger("Watch", definition).firing(DISABLED), eventTrigger("Watch", definition));
                    op.rename(onEventTrigger("Watch"), "watch");
                }));
    }

    private static List<OperationCase> policies() {
        return List.of(
                example("create policy", TABLE, op -> op.create(policy("t", "all rows"))),
                example(
                        "create policy with everything",
                        TABLE,
                        op -> op.create(policy("t", "own")
                                .restrictive()
                                .on(UPDATE)
                                .to("pg_monitor", "pg_read_all_data")
                                .using("name = current_user")
                                .withCheck("total > 0"))),
                example("change policy", TABLE, op -> {
                    op.create(policy("t", "own").using("id > 0").withCheck("id > 1"));
                    op.change(
                            policy("t", "own").using("id > 0").withCheck("id > 1"),
                            policy("t", "own").to("pg_monitor").using("id > 5").withCheck("id > 1"));
                }),
                example("rename policy", TABLE, op -> {
                    op.create(policy("t", "own").on(INSERT).withCheck("true"));
                    op.rename(onPolicy("t", "own"), "Own");
                }),
                example("drop policy", TABLE, op -> {
                    op.create(policy("t", "p").on(SELECT));
                    op.drop(policy("t", "p").on(SELECT));
                    op.create(policy("t", "p").on(DELETE));
                }));
    }

    private static List<OperationCase> types() {
        CommonObject email = domain("email", text())
                .collate("C")
                .notNull()
                .defaultSql("'a@b'::text")
                .check(check("has_at", "VALUE ~ '@'"))
                .check(check("is_short", "length(VALUE) < 99"));
        CommonObject looser = domain("email", text())
                .collate("C")
                .check(check("has_at", "VALUE ~ '.@.'"))
                .check(check("later", "VALUE <> ''").notValid());
        CommonObject valid = domain("email", text())
                .collate("C")
                .check(check("has_at", "VALUE ~ '.@.'"))
                .check(check("later", "VALUE <> ''"));
        return List.of(
                example("create domain", "", op -> op.create(email)),
                example("create domain with a check of new rows", "", op -> op.create(looser)),
                example("change domain", "", op -> {
                    op.create(email);
                    op.change(email, looser);
                    op.change(looser, valid);
                    op.rename(onDomain("email"), "Email");
                }),
                example("composite type", "", op -> {
                    CommonObject address = compositeType(
                            "address", attribute("street", text()), attribute("city", text()), attribute("\"", date()));
                    CommonObject longer = compositeType(
                            "address",
                            attribute("street", varchar(80)),
                            attribute("city", text()).collate("C"),
                            attribute("no", integer()));
                    op.create(address);
                    op.change(address, longer);
                    op.rename(onCompositeType("address"), "Address");
                }),
                example("empty composite type", "", op -> op.create(compositeType("nothing"))),
                example("range type", "", op -> {
                    op.create(rangeType("prices", "CREATE TYPE prices AS RANGE (SUBTYPE = numeric)"));
                    op.rename(onRangeType("prices"), "Prices");
                }),
                example("collation", "", op -> {
                    op.create(collation("plain", "CREATE COLLATION plain (LOCALE = 'C')"), IF_NOT_EXISTS);
                    op.rename(onCollation("plain"), "Plain");
                }),
                example(
                        "drop collation",
                        "CREATE COLLATION plain (LOCALE = 'C')",
                        op -> op.drop(collation("plain", "CREATE COLLATION plain (LOCALE = 'C')"))),
                example(
                        "cast",
                        "CREATE TYPE state AS ENUM ('new')",
                        op -> op.create(cast("text", "state", "CREATE CAST (text AS state) WITH INOUT AS ASSIGNMENT"))),
                example("cast to a type of several words", "", op -> {
                    op.createSchema("S");
                    op.createEnum("S.T", "new");
                    String definition = "CREATE CAST (\"S\".\"T\" AS character varying) WITH INOUT";
                    op.create(cast("\"S\".\"T\"", "character varying", definition));
                    op.commentOn(onCast("\"S\".\"T\"", "character varying"), "as text", "");
                }));
    }

    private static List<OperationCase> foreign() {
        String wrapper = "CREATE FOREIGN DATA WRAPPER w";
        String server = wrapper + "; CREATE SERVER s FOREIGN DATA WRAPPER w";
        return List.of(
                example("foreign data wrapper", "", op -> {
                    op.create(foreignDataWrapper("a.b", "CREATE FOREIGN DATA WRAPPER \"a.b\" OPTIONS (x 'y')"));
                    op.commentOn(onForeignDataWrapper("a.b"), "elsewhere", "");
                    op.grant(onForeignDataWrapper("a.b"), "pg_monitor", "USAGE");
                    op.rename(onForeignDataWrapper("a.b"), "W");
                }),
                example("server", wrapper, op -> {
                    op.create(server("s", "CREATE SERVER s FOREIGN DATA WRAPPER w"), IF_NOT_EXISTS);
                    op.grant(onServer("s"), "pg_monitor", "USAGE");
                    op.rename(onServer("s"), "S");
                }),
                example("foreign table", server, op -> {
                    op.createTable(
                            "f",
                            column("id", integer()).notNull().comment("key"),
                            check("id > 0"),
                            fromServer("s").option("path", "it's").option("mode", "r"),
                            comment("far away"));
                    op.alterTable(
                            "f", setOption("path", "x", "it's").set("new", "1").drop("mode", "r"));
                    op.addColumn("f", column("name", text()));
                    op.setOwner(onForeignTable("f"), "pg_monitor", "postgres");
                    op.grant(onForeignTable("f"), PUBLIC, "SELECT");
                    op.renameTable("f", "F");
                }),
                example(
                        "drop foreign table",
                        server + "; CREATE FOREIGN TABLE f (id int) SERVER s",
                        op -> op.dropTable(table("f", column("id", integer()), fromServer("s")))),
                example(
                        "drop foreign table by name",
                        server + "; CREATE FOREIGN TABLE f (id int) SERVER s",
                        op -> op.drop(onForeignTable("f"), IF_EXISTS)));
    }

    private static List<OperationCase> others() {
        return List.of(
                example("statistics", TABLE, op -> {
                    op.create(statistics("st", "CREATE STATISTICS st (dependencies) ON id, total FROM t"));
                    op.rename(onStatistics("st"), "St");
                }),
                example(
                        "statistics if not exists",
                        TABLE,
                        op -> op.create(statistics("st", "create  statistics st ON id, total FROM t"), IF_NOT_EXISTS)),
                example("publication", TABLE, op -> {
                    op.create(publication("p", "CREATE PUBLICATION p FOR TABLE t WITH (publish = 'insert')"));
                    op.rename(onPublication("p"), "a.b");
                    op.commentOn(onPublication("a.b"), "out", "");
                }));
    }
}
