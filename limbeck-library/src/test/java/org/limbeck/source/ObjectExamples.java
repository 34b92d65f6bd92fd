package org.limbeck.source;

import static org.limbeck.migration.Ddl.*;

import java.util.List;
import org.limbeck.migration.Operations;
import org.limbeck.schema.CommonObject;
import org.limbeck.schema.ObjectId;

/** Operations on every kind of object, for what is written of them. */
final class ObjectExamples {

    private static final String BODY = """
            CREATE FUNCTION f(a integer) RETURNS text LANGUAGE plpgsql AS $$
            DECLARE
            \ttext text := 'a "quoted" \\ word';\s\s

            BEGIN
                RETURN text || E'\\n' || $q$;$q$; -- ""\"
            END $$""";

    private ObjectExamples() {}

    /** One of each kind, and more where there is more to say. */
    static List<CommonObject> objects() {
        return List.of(
                view("sales.v", "SELECT 1 AS x"),
                view("v", "SELECT a,\n       b\n  FROM t").with("security_barrier", true),
                materializedView("m", "SELECT 1")
                        .with("fillfactor", 70)
                        .with("x.y", "01")
                        .tablespace("fast")
                        .withNoData(),
                function("f", "integer", BODY),
                function("f", "", "CREATE FUNCTION f() RETURNS int RETURN 1"),
                procedure("p", "integer, text[]", "CREATE PROCEDURE p(a integer, b text[]) LANGUAGE sql AS ''"),
                aggregate("a", "", "CREATE AGGREGATE a(*) (SFUNC = int8inc, STYPE = bigint)"),
                trigger("\"odd.name\"", "touch", "CREATE TRIGGER touch …").firing(DISABLED),
                trigger("t", "touch", "CREATE TRIGGER touch …").firing(ALWAYS),
                rule("t", "r", "CREATE RULE r …").firing(REPLICA),
                policy("t", "everything"),
                policy("t", "own")
                        .restrictive()
                        .on(UPDATE)
                        .to("b", "a")
                        .using("a\n= b")
                        .withCheck("true"),
                domain("d", text()),
                domain("sales.d", varchar(20))
                        .collate("C")
                        .notNull()
                        .defaultSql("'x'")
                        .check(check("short", "length(VALUE) < 5"))
                        .check(check("VALUE <> ''").notValid()),
                compositeType("c"),
                compositeType("c", attribute("a", text()).collate("pg_catalog.C"), attribute("b", array(type("d")))),
                rangeType("r", "CREATE TYPE r AS RANGE (SUBTYPE = numeric)"),
                collation("german", "CREATE COLLATION german (LOCALE = 'de')"),
                cast("text", "sales.d", "CREATE CAST (text AS sales.d) WITH INOUT"),
                statistics("s", "CREATE STATISTICS s ON a, b FROM t"),
                foreignDataWrapper("w.1", "CREATE FOREIGN DATA WRAPPER \"w.1\""),
                server("s.1", "CREATE SERVER \"s.1\" FOREIGN DATA WRAPPER w"),
                publication("p.1", "CREATE PUBLICATION \"p.1\""),
                eventTrigger("e.1", "CREATE EVENT TRIGGER \"e.1\" ON sql_drop EXECUTE FUNCTION f()"));
    }

    /** Of every kind that is an object of its own, and of the parts of tables. */
    static List<ObjectId> targets() {
        return List.of(
                onSchema("a.b"),
                onExtension("x.y"),
                onCollation("german"),
                onType("sales.state"),
                onRangeType("r"),
                onCompositeType("c"),
                onDomain("d"),
                onSequence("s"),
                onForeignDataWrapper("w"),
                onServer("s"),
                onTable("sales.\"odd.name\""),
                onForeignTable("f"),
                onColumn("t", "a"),
                onConstraint("t", "c"),
                onIndex("i"),
                onStatistics("s"),
                onView("v"),
                onMaterializedView("m"),
                onFunction("f", ""),
                onProcedure("p", "integer, text"),
                onAggregate("a", "integer"),
                onCast("text", "sales.d"),
                onTrigger("t", "a"),
                onRule("t", "a"),
                onPolicy("t", "a b"),
                onPublication("p"),
                onEventTrigger("e"),
                onDefaultPrivileges("TABLES", "Chief clerk"),
                onDefaultPrivileges("LARGE OBJECTS", "clerk", "odd.name"));
    }

    static void say(Operations op) {
        for (CommonObject object : objects()) {
            op.create(object);
            op.change(object, object);
            op.drop(object, CASCADING);
            op.drop(object);
        }
        op.create(materializedView("m", "SELECT 1"), IF_NOT_EXISTS);
        for (ObjectId target : targets()) {
            op.rename(target, "new");
            op.drop(target, IF_EXISTS);
            op.commentOn(target, "new", "old\nold");
            op.setOwner(target, "new");
            op.setOwner(target, "new", "old");
            op.grant(target, PUBLIC, "SELECT");
            op.grantWithGrantOption(target, "Clerk", "UPDATE", "INSERT");
            op.revoke(target, "clerk", "ALL");
            op.revokeWithGrantOption(target, PUBLIC, "DELETE");
        }
        tables(op);
    }

    private static void tables(Operations op) {
        op.ownSequence("s", columnOf("sales.t", "a"));
        op.ownSequence("s", columnOf("sales.t", "a"), columnOf("t", "b"));
        op.freeSequence("s", columnOf("t", "b"));
        op.createTable(
                "p",
                column("a", text())
                        .storage(columnStorage()
                                .strategy("MAIN")
                                .compression("lz4")
                                .statistics(5)
                                .with("n_distinct", -0.5)
                                .option("column_name", "it's")),
                unlogged(),
                partitionBy("RANGE (a)"),
                partitionOf("sales.t", "DEFAULT"),
                inherits("a", "sales.b"),
                ofType("sales.c"),
                with("fillfactor", 70),
                with("toast.autovacuum_enabled", "false"),
                tablespace("fast"),
                accessMethod("columnar"),
                rowSecurity(),
                replicaIdentity("FULL"),
                clusterOn("i"),
                firing("b", DISABLED),
                firing("a", ORIGIN),
                fromServer("s.1").option("a", "b").option("c", "it's"));
        op.createTable("q", forcedRowSecurity());
        op.dropTable(table("q", forcedRowSecurity().withoutRowSecurity()));
        op.alterTable(
                "sales.t",
                setUnlogged(),
                setLogged(),
                setParameter("a", 1),
                setParameter("a", 1, 2).set("b", "x").set("c", 1, 2).reset("d", true),
                resetParameter("a", "x"),
                setTablespace("fast"),
                setTablespace("pg_default").from("fast"),
                setAccessMethod("heap").from("columnar"),
                setAccessMethod("columnar"),
                enableRowSecurity(),
                disableRowSecurity(),
                forceRowSecurity(),
                noForceRowSecurity(),
                setReplicaIdentity("FULL"),
                setReplicaIdentity("DEFAULT").from("USING INDEX \"I\""),
                setFiring("a", DISABLED),
                setFiring("a", ORIGIN).from(ALWAYS),
                setStatistics(2, 100),
                setStatistics(1, -1).from(0),
                setClusterOn("i"),
                setClusterOn("i").from("j"),
                dropClusterOn("I"),
                inherit("a.b"),
                noInherit("a"),
                setOfType("sales.c"),
                dropOfType("c"),
                attachTo("a.b", "FOR VALUES IN ('x')"),
                detachFrom("a", "DEFAULT"),
                setOption("a", "1"),
                setOption("a", "1", "2").set("b", "1").drop("c", "2"),
                dropOption("a", "1"));
        op.alterColumn(
                "t",
                "a",
                toType(text()).collate("C"),
                toType(text()).collate("C").from(text()).fromCollation("pg_catalog.POSIX"),
                setStorage(columnStorage().statistics(7)),
                setStorage(columnStorage()).from(columnStorage().strategy("PLAIN")));
    }
}
