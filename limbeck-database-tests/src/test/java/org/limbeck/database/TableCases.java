package org.limbeck.database;

import static org.limbeck.database.OperationCase.example;
import static org.limbeck.database.OperationCase.since;
import static org.limbeck.migration.Ddl.*;

import java.util.ArrayList;
import java.util.List;
import org.limbeck.schema.Column;

/** Ways to say operations of tables and columns. */
final class TableCases {

    private static final String TABLE = "CREATE TABLE t (id int NOT NULL, name text, total int DEFAULT 5)";

    private TableCases() {}

    static List<OperationCase> all() {
        List<OperationCase> all = new ArrayList<>();
        all.addAll(tables());
        all.addAll(columns());
        all.addAll(changes());
        return all;
    }

    private static List<OperationCase> tables() {
        List<OperationCase> cases = new ArrayList<>(List.of(
                example(
                        "create table",
                        "CREATE TABLE users (id bigint PRIMARY KEY); CREATE TYPE state AS ENUM ('new')",
                        op -> op.createTable(
                                "orders",
                                column("id", bigint()).identity(),
                                column("user_id", bigint()).notNull().comment("who's it"),
                                column("state", type("state")).notNull().defaultTo("new"),
                                column("states", array(type("state"))),
                                column("total", numeric(12, 2)).notNull().defaultTo(0),
                                column("twice", numeric()).generatedAs("total * 2"),
                                column("placed_at", timestamptz()).notNull().defaultSql("now()"),
                                column("code", varchar(5)).collate("C"),
                                comment("one row for each \\ 'order'"),
                                primaryKey("id"),
                                unique("code", "user_id").include("state"),
                                foreignKey("user_id").references("users", "id").onDelete(CASCADE),
                                check("total_not_negative", "total >= 0"),
                                check("total < 1000"))),
                example(
                        "create table if not exists",
                        "",
                        op -> op.createTableIfNotExists("t", column("id", integer()))),
                example("create table without columns", "", op -> op.createTable("t")),
                example(
                        "create table in a schema",
                        "CREATE SCHEMA \"S.1\"",
                        op -> op.createTable("\"S.1\".t", column("id", integer()), primaryKey("id"))),
                example("rename table", TABLE, op -> op.renameTable("t", "T")),
                example("drop table by name", TABLE, op -> op.dropTable("t", IF_EXISTS, CASCADING)),
                example(
                        "drop table",
                        TABLE,
                        op -> op.dropTable(table(
                                "t",
                                column("id", integer()).notNull(),
                                column("name", text()),
                                column("total", integer()).defaultTo(5))))));
        for (String name : OperationCases.HOSTILE) {
            cases.add(example(
                    "create table " + name,
                    "",
                    op -> op.createTable(
                            "\"" + name.replace("\"", "\"\"") + "\"",
                            column(name, text()).defaultTo(name).comment(name),
                            unique(name),
                            comment(name))));
        }
        return cases;
    }

    private static List<OperationCase> columns() {
        return List.of(
                example(
                        "add column",
                        TABLE,
                        op -> op.addColumn("t", column("day", date()).comment("when"))),
                example(
                        "add column if not exists",
                        TABLE,
                        op -> op.addColumn("t", column("day", date()), IF_NOT_EXISTS)),
                example(
                        "add column with a default",
                        TABLE,
                        op -> op.addColumn("t", column("a", text()).notNull().defaultTo("x"))),
                example(
                        "add identity column",
                        TABLE,
                        op -> op.addColumn("t", column("a", integer()).identityAlways())),
                example(
                        "add identity column with options",
                        TABLE,
                        op -> op.addColumn(
                                "t",
                                column("a", smallint())
                                        .identity(sequenceOptions().startWith(7).caching(3)))),
                example(
                        "add generated column",
                        TABLE,
                        op -> op.addColumn("t", column("a", text()).generatedAs("upper(name)"))),
                since(
                        18,
                        "add virtual column",
                        TABLE,
                        op -> op.addColumn("t", column("a", integer()).generatedVirtuallyAs("id + 1"))),
                example("rename column", TABLE, op -> op.renameColumn("t", "name", "Näme")),
                example("drop column by name", TABLE, op -> op.dropColumn("t", "name", IF_EXISTS, CASCADING)),
                example(
                        "drop column",
                        TABLE,
                        op -> op.dropColumn("t", column("total", integer()).defaultTo(5))),
                example("every type", "", TableCases::everyType));
    }

    private static void everyType(org.limbeck.migration.Operations op) {
        List<org.limbeck.schema.DataType> types = List.of(
                smallint(),
                integer(),
                bigint(),
                numeric(),
                numeric(9, 4),
                real(),
                doublePrecision(),
                money(),
                text(),
                varchar(),
                varchar(7),
                character(3),
                bool(),
                bytea(),
                date(),
                time(),
                timetz(),
                timestamp(),
                timestamptz(),
                interval(),
                uuid(),
                json(),
                jsonb(),
                xml(),
                inet(),
                cidr(),
                macaddr(),
                tsvector(),
                int4range(),
                int8range(),
                numrange(),
                daterange(),
                tsrange(),
                tstzrange(),
                bit(4),
                varbit(9),
                array(integer()),
                array(numeric(5, 1)),
                sqlType("point"));
        Column[] columns = new Column[types.size()];
        for (int i = 0; i < columns.length; i++) {
            columns[i] = column("c" + i, types.get(i));
        }
        op.createTable("t", columns);
    }

    private static List<OperationCase> changes() {
        String identity = "CREATE TABLE t (id int GENERATED ALWAYS AS IDENTITY)";
        String generated = "CREATE TABLE t (a int, b int GENERATED ALWAYS AS (a + 1) STORED)";
        return List.of(
                example(
                        "type",
                        TABLE,
                        op -> op.alterColumn("t", "id", toType(bigint()).from(integer()))),
                example("type by halves", TABLE, op -> op.alterColumn("t", "id", toType(bigint()))),
                example(
                        "type with an expression",
                        TABLE,
                        op -> op.alterColumn("t", "name", toType(integer()).using("length(name)"))),
                example("set not null", TABLE, op -> op.alterColumn("t", "name", setNotNull())),
                example("drop not null", TABLE, op -> op.alterColumn("t", "id", dropNotNull())),
                example("set default by halves", TABLE, op -> op.alterColumn("t", "name", setDefault("it's"))),
                example(
                        "set default",
                        TABLE,
                        op -> op.alterColumn("t", "total", setDefault(-1).from(5))),
                example(
                        "set first default",
                        TABLE,
                        op -> op.alterColumn("t", "name", setDefault("\\").fromNone())),
                example(
                        "set default in SQL",
                        TABLE,
                        op -> op.alterColumn(
                                "t", "total", setDefaultSql("1 + 1").fromSql("5"))),
                example(
                        "drop default",
                        TABLE,
                        op -> op.alterColumn("t", "total", dropDefault().from(5))),
                example("add identity", TABLE, op -> op.alterColumn("t", "id", addIdentity())),
                example("add identity always", TABLE, op -> op.alterColumn("t", "id", addIdentityAlways())),
                example(
                        "set identity",
                        identity,
                        op -> op.alterColumn(
                                "t",
                                "id",
                                setIdentity(
                                                false,
                                                sequenceOptions().incrementBy(2).cycling(true))
                                        .from(
                                                true,
                                                sequenceOptions().incrementBy(1).cycling(false)))),
                example("drop identity", identity, op -> op.alterColumn("t", "id", dropIdentity())),
                example(
                        "several changes",
                        TABLE,
                        op -> op.alterColumn("t", "name", setDefault("x").fromNone(), setNotNull())),
                since(
                        17,
                        "set expression",
                        generated,
                        op -> op.alterColumn("t", "b", setExpression("a * 2").from("a + 1"))),
                example("drop expression", generated, op -> op.alterColumn("t", "b", dropExpression())));
    }
}
