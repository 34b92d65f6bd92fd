package org.limbeck.database;

import static org.limbeck.database.OperationCase.example;
import static org.limbeck.database.OperationCase.since;
import static org.limbeck.migration.Ddl.*;

import java.util.List;
import org.limbeck.operation.TableChange;

/** Ways to say what a table is besides its columns, and to change that. */
final class TableOptionCases {

    private static final String SERVER = "CREATE FOREIGN DATA WRAPPER w; CREATE SERVER s FOREIGN DATA WRAPPER w";
    private static final String TABLE = "CREATE TABLE t (id int PRIMARY KEY, name text NOT NULL UNIQUE)";
    private static final String EVENTS =
            "CREATE TABLE events (id int NOT NULL, at date NOT NULL, note text DEFAULT 'x')"
                    + " PARTITION BY RANGE (at)";
    private static final String YEAR = "FOR VALUES FROM ('2026-01-01') TO ('2027-01-01')";

    private TableOptionCases() {}

    static List<OperationCase> all() {
        return List.of(
                example(
                        "create table with options",
                        "",
                        op -> op.createTable(
                                "t",
                                column("id", integer()),
                                primaryKey("id").named("t_pkey"),
                                unlogged(),
                                with("fillfactor", 70),
                                with("toast.autovacuum_enabled", false),
                                tablespace("pg_default"),
                                accessMethod("heap"),
                                rowSecurity(),
                                replicaIdentity("USING INDEX t_pkey"),
                                clusterOn("t_pkey"))),
                example("create table with forced row security", "", op -> op.createTable("t", forcedRowSecurity())),
                example(
                        "create table with forced row security that is off",
                        "",
                        op -> op.createTable("t", forcedRowSecurity().withoutRowSecurity())),
                example("create partitioned table", "", op -> {
                    op.createTable(
                            "events",
                            column("at", date()).notNull(),
                            column("note", text()),
                            partitionBy("RANGE (at)"),
                            comment("what was"));
                    op.createTable("events_2026", partitionOf("events", YEAR));
                    op.createTable(
                            "rest",
                            column("note", text()).notNull().defaultTo("none"),
                            check("note_set", "note <> ''"),
                            partitionOf("events", "DEFAULT"),
                            partitionBy("LIST (note)"));
                }),
                example(
                        "create table that inherits",
                        TABLE,
                        op -> op.createTable("child", column("more", text()), inherits("t"), with("fillfactor", 50))),
                example(
                        "create table with storage",
                        "",
                        op -> op.createTable(
                                "t",
                                column("a", text())
                                        .storage(columnStorage()
                                                .strategy("EXTERNAL")
                                                .statistics(500)),
                                column("B", text()).storage(columnStorage().compression("pglz")))),
                example(
                        "add column with storage",
                        TABLE,
                        op -> op.addColumn(
                                "t",
                                column("a", text())
                                        .storage(columnStorage().strategy("MAIN"))
                                        .comment("x"))),
                example(
                        "set storage by halves",
                        TABLE,
                        op -> op.alterColumn(
                                "t", "name", setStorage(columnStorage().statistics(10)))),
                example(
                        "set storage",
                        TABLE,
                        op -> op.alterColumn(
                                "t",
                                "name",
                                setStorage(columnStorage().compression("pglz").statistics(10))
                                        .from(columnStorage()))),
                example(
                        "create table with parameters of a column",
                        "",
                        op -> op.createTable(
                                "t",
                                column("a", text())
                                        .storage(columnStorage()
                                                .with("n_distinct", -0.5)
                                                .with("n_distinct_inherited", 100)))),
                example("parameters of a column", TABLE, op -> {
                    op.alterColumn("t", "name", setStorage(columnStorage().with("n_distinct", -1)));
                    op.alterColumn(
                            "t",
                            "name",
                            setStorage(columnStorage()
                                            .statistics(10)
                                            .with("n_distinct", 20)
                                            .with("n_distinct_inherited", 30))
                                    .from(columnStorage().with("n_distinct", -1)));
                    op.alterColumn(
                            "t",
                            "name",
                            setStorage(columnStorage().with("n_distinct", 20))
                                    .from(columnStorage()
                                            .statistics(10)
                                            .with("n_distinct", 20)
                                            .with("n_distinct_inherited", 30)));
                }),
                example("options of a foreign table's column", SERVER, op -> {
                    op.createTable(
                            "far",
                            column("id", integer()).storage(columnStorage().option("column_name", "it's \\, \"{id}")),
                            column("name", text())
                                    .storage(columnStorage().option("b", "1").option("c", "2")),
                            fromServer("s"));
                    op.addColumn(
                            "far",
                            column("more", text()).storage(columnStorage().option("column_name", "Mehr")));
                    op.alterColumn(
                            "far",
                            "name",
                            setStorage(columnStorage().option("a", "0").option("b", "2"))
                                    .from(columnStorage().option("b", "1").option("c", "2")));
                    op.dropColumn(
                            "far",
                            column("more", text()).storage(columnStorage().option("column_name", "Mehr")));
                }),
                since(
                        16,
                        "set storage from the type's own",
                        TABLE,
                        op -> op.alterColumn(
                                "t",
                                "name",
                                setStorage(columnStorage().strategy("PLAIN")).from(columnStorage()))),
                change("logging", setUnlogged()),
                change("storage parameter", setParameter("fillfactor", 70)),
                example("change storage parameters", TABLE, op -> {
                    op.alterTable("t", setParameter("fillfactor", 70).set("autovacuum_enabled", false));
                    op.alterTable(
                            "t",
                            setParameter("fillfactor", 80, 70)
                                    .set("parallel_workers", 2)
                                    .reset("autovacuum_enabled", false));
                    op.alterTable("t_pkey", setParameter("fillfactor", 50));
                    op.alterTable("t", resetParameter("parallel_workers", 2));
                }),
                change("row security", enableRowSecurity()),
                change("forced row security", forceRowSecurity()),
                example("no row security", TABLE, op -> {
                    op.alterTable("t", enableRowSecurity(), forceRowSecurity());
                    op.alterTable("t", noForceRowSecurity(), disableRowSecurity(), setUnlogged(), setLogged());
                    op.createSchema("s");
                }),
                change("replica identity", setReplicaIdentity("FULL")),
                change("replica identity index", setReplicaIdentity("USING INDEX t_name_key")),
                example("replica identity from one to another", TABLE, op -> {
                    op.alterTable("t", setReplicaIdentity("NOTHING"));
                    op.alterTable("t", setReplicaIdentity("FULL").from("NOTHING"));
                }),
                change("cluster on", setClusterOn("t_name_key")),
                example("cluster on another", TABLE, op -> {
                    op.alterTable("t", setClusterOn("t_name_key"));
                    op.alterTable("t", setClusterOn("t_pkey").from("t_name_key"));
                    op.alterTable("t", dropClusterOn("t_pkey"));
                    op.alterTable("t", setClusterOn("t_pkey"));
                }),
                since(15, "access method", TABLE, op -> {
                    op.alterTable("t", setAccessMethod("heap"));
                    op.createSchema("s");
                }),
                example("tablespace", TABLE, op -> {
                    op.alterTable("t", setTablespace("pg_default").from("pg_default"));
                    op.createSchema("s");
                }),
                example(
                        "inherit",
                        "CREATE TABLE parent (id int); CREATE TABLE child (id int)",
                        op -> op.alterTable("child", inherit("parent"))),
                example(
                        "no inherit",
                        "CREATE TABLE parent (id int); CREATE TABLE child (id int); ALTER TABLE child INHERIT parent",
                        op -> op.alterTable("child", noInherit("parent"))),
                example(
                        "create table of a type",
                        "CREATE TYPE address AS (street text COLLATE \"C\", number int)",
                        op -> {
                            op.createTable("plain", ofType("address"));
                            op.createTable(
                                    "t",
                                    column("number", integer()).notNull().defaultTo(1),
                                    ofType("address"),
                                    primaryKey("number"),
                                    with("fillfactor", 70));
                        }),
                example(
                        "table of a type",
                        "CREATE TYPE address AS (street text, number int); CREATE TABLE t (street text, number int)",
                        op -> {
                            op.alterTable("t", setOfType("address"));
                            op.alterTable("t", dropOfType("address"));
                            op.alterTable("t", setOfType("address"));
                        }),
                example(
                        "trigger of a partition",
                        EVENTS + "; CREATE TRIGGER same BEFORE UPDATE ON events FOR EACH ROW"
                                + " EXECUTE FUNCTION suppress_redundant_updates_trigger();"
                                + " CREATE TABLE e PARTITION OF events " + YEAR,
                        op -> {
                            op.alterTable("e", setFiring("same", DISABLED));
                            op.alterTable("e", setFiring("same", ALWAYS).from(DISABLED));
                            op.alterTable("e", setFiring("same", ORIGIN).from(ALWAYS));
                            op.createTable("f", partitionOf("events", "DEFAULT"), firing("same", REPLICA));
                        }),
                example(
                        "attach partition",
                        EVENTS + "; CREATE TABLE e (id int NOT NULL, at date NOT NULL, note text)",
                        op -> op.alterTable("e", attachTo("events", YEAR))),
                example(
                        "detach partition",
                        EVENTS + "; CREATE TABLE e PARTITION OF events " + YEAR,
                        op -> op.alterTable("e", detachFrom("events", YEAR))),
                example("own sequence", TABLE + "; CREATE SEQUENCE s", op -> {
                    op.ownSequence("s", columnOf("t", "id"));
                    op.ownSequence("s", columnOf("t", "name"), columnOf("t", "id"));
                }),
                example(
                        "free sequence",
                        TABLE + "; CREATE SEQUENCE s OWNED BY t.id",
                        op -> op.freeSequence("s", columnOf("t", "id"))));
    }

    private static OperationCase change(String name, TableChange change) {
        return example(name, TABLE, op -> op.alterTable("t", change));
    }
}
