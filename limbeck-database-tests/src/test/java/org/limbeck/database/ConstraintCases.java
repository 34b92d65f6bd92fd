package org.limbeck.database;

import static org.limbeck.database.OperationCase.example;
import static org.limbeck.database.OperationCase.since;
import static org.limbeck.migration.Ddl.*;

import java.util.ArrayList;
import java.util.List;

/** Ways to say operations of constraints and indexes. */
final class ConstraintCases {

    private static final String TABLES = "CREATE TABLE users (id int PRIMARY KEY, a int, b int, UNIQUE (a, b));"
            + "CREATE TABLE t (id int NOT NULL, a int, b int DEFAULT 1, r int4range, name text);"
            + "ALTER TABLE t ADD CONSTRAINT c CHECK (a > 0) NOT VALID";
    private static final String TEMPORAL = "CREATE TABLE rooms (number int4range NOT NULL, during daterange NOT NULL);"
            + "CREATE TABLE bookings (room int4range, guest int4range, during daterange)";
    private static final String INDEX = TABLES + "; CREATE INDEX i ON t (a)";

    private ConstraintCases() {}

    static List<OperationCase> all() {
        List<OperationCase> all = new ArrayList<>();
        all.addAll(keys());
        all.addAll(others());
        all.addAll(indexes());
        return all;
    }

    private static List<OperationCase> keys() {
        return List.of(
                example(
                        "primary key",
                        TABLES,
                        op -> op.addConstraint("t", primaryKey("id").include("a"))),
                example(
                        "deferrable primary key",
                        TABLES,
                        op -> op.addConstraint(
                                "t", primaryKey("id").named("Key").deferrable(INITIALLY_DEFERRED))),
                example(
                        "unique",
                        TABLES,
                        op -> op.addConstraint("t", unique("a", "b").include("name"))),
                since(
                        15,
                        "unique with one null",
                        TABLES,
                        op -> op.addConstraint("t", unique("a").nullsNotDistinct())),
                since(18, "temporal keys", TEMPORAL, op -> {
                    op.addConstraint("rooms", primaryKey("number", "during").withoutOverlaps());
                    op.addConstraint("bookings", unique("guest", "during").withoutOverlaps());
                    op.addConstraint(
                            "bookings",
                            foreignKey("room", "during")
                                    .references("rooms", "number", "during")
                                    .period());
                }),
                since(18, "constraints that nobody enforces", TABLES, op -> {
                    op.addConstraint("t", check("said", "a > b").notEnforced());
                    op.addConstraint("t", foreignKey("id").references("users").notEnforced());
                }),
                example(
                        "foreign key",
                        TABLES,
                        op -> op.addConstraint("t", foreignKey("id").references("users"))),
                example(
                        "foreign key with everything",
                        TABLES,
                        op -> op.addConstraint(
                                "t",
                                foreignKey("a", "b")
                                        .references("public.users", "a", "b")
                                        .match(MATCH_FULL)
                                        .onDelete(SET_DEFAULT)
                                        .onUpdate(RESTRICT)
                                        .deferrable(INITIALLY_IMMEDIATE)
                                        .notValid())),
                example(
                        "foreign key that sets null",
                        TABLES,
                        op -> op.addConstraint(
                                "t",
                                foreignKey("a")
                                        .references("users", "id")
                                        .onDelete(SET_NULL)
                                        .onUpdate(CASCADE))),
                since(
                        15,
                        "foreign key that sets one column null",
                        TABLES,
                        op -> op.addConstraint(
                                "t",
                                foreignKey("a", "b")
                                        .references("users", "a", "b")
                                        .onDelete(SET_NULL, "b"))));
    }

    private static List<OperationCase> others() {
        return List.of(
                example("check", TABLES, op -> op.addConstraint("t", check("b > 0 AND name <> 'it''s'"))),
                example(
                        "check that is not valid",
                        TABLES,
                        op -> op.addConstraint(
                                "t", check("k", "b > 0").noInherit().notValid())),
                example(
                        "exclusion",
                        TABLES + "; CREATE EXTENSION btree_gist",
                        op -> op.addConstraint(
                                "t",
                                exclude("gist", comparing("r", "&&"), comparing(expression("a + b"), "="))
                                        .include("name")
                                        .where("a > 0")
                                        .deferrable(INITIALLY_DEFERRED))),
                example("validate constraint", TABLES, op -> op.validateConstraint("t", "c")),
                example("rename constraint", TABLES, op -> op.renameConstraint("t", "c", "C 1")),
                example("drop constraint by name", TABLES, op -> op.dropConstraint("t", "c", IF_EXISTS, CASCADING)),
                example(
                        "drop constraint",
                        TABLES,
                        op -> op.dropConstraint("t", check("c", "a > 0").notValid())));
    }

    private static List<OperationCase> indexes() {
        List<OperationCase> cases = new ArrayList<>(List.of(
                example("index", TABLES, op -> op.createIndex(index().on("t", "a", "b"))),
                example(
                        "index if not exists",
                        TABLES,
                        op -> op.createIndex(index("i").on("t", "a"), IF_NOT_EXISTS)),
                example(
                        "index concurrently",
                        TABLES,
                        op -> op.createIndex(index("i").on("t", "a").concurrently())),
                example(
                        "index with everything",
                        TABLES + "; CREATE SCHEMA s",
                        op -> op.createIndex(uniqueIndex("i.1")
                                .on(
                                        "public.t",
                                        key("name")
                                                .collate("C")
                                                .operatorClass("text_pattern_ops")
                                                .descending()
                                                .nullsLast(),
                                        expression("a + b").nullsFirst().statistics(500),
                                        desc("id"))
                                .include("b", "r")
                                .with("fillfactor", 70)
                                .tablespace("pg_default")
                                .where("a > 0 AND name <> ''"))),
                example(
                        "index of another method",
                        TABLES,
                        op -> op.createIndex(index().on("t", "r").using("gist"))),
                since(
                        15,
                        "index with one null",
                        TABLES,
                        op -> op.createIndex(uniqueIndex().on("t", "a").nullsNotDistinct())),
                example("statistics of an index", TABLES + "; CREATE INDEX x ON t (a, lower(name))", op -> {
                    op.alterTable("x", setStatistics(2, 100));
                    op.alterTable("x", setStatistics(2, 0).from(100));
                    op.alterTable("x", setStatistics(2, -1).from(0));
                    op.alterTable("x", setStatistics(2, 7));
                }),
                example("rename index", INDEX, op -> op.renameIndex("i", "I")),
                example("drop index by name", INDEX, op -> op.dropIndex("i", IF_EXISTS, CASCADING)),
                example("drop index concurrently by name", INDEX, op -> op.dropIndexConcurrently("i", IF_EXISTS)),
                example("drop index", INDEX, op -> op.dropIndex(index("i").on("t", "a"))),
                example(
                        "drop index concurrently",
                        INDEX,
                        op -> op.dropIndex(index("i").on("t", "a").concurrently()))));
        for (String name : OperationCases.HOSTILE) {
            cases.add(example(
                    "index " + name, TABLES, op -> op.createIndex(index(name).on("t", "a"))));
        }
        return cases;
    }
}
