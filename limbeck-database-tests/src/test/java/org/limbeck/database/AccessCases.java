package org.limbeck.database;

import static org.limbeck.database.OperationCase.example;
import static org.limbeck.migration.Ddl.*;

import java.util.List;

/** Ways to say who owns an object and who may do what with it. */
final class AccessCases {

    private static final String OBJECTS = "CREATE TABLE \"T\" (id int, \"N\" text); CREATE SEQUENCE s; CREATE SCHEMA n;"
            + "CREATE TYPE e AS ENUM (); CREATE DOMAIN d AS text; CREATE VIEW v AS SELECT 1 AS x;"
            + "CREATE MATERIALIZED VIEW m AS SELECT 1 AS x; CREATE TYPE c AS (a int);"
            + "CREATE FUNCTION f(a int) RETURNS int LANGUAGE sql AS 'SELECT 1';"
            + "CREATE PROCEDURE p() LANGUAGE sql AS 'SELECT 1';"
            + "CREATE TYPE r AS RANGE (SUBTYPE = numeric); CREATE STATISTICS st ON id, \"N\" FROM \"T\"";

    private AccessCases() {}

    static List<OperationCase> all() {
        return List.of(
                example("set owners", OBJECTS, op -> {
                    op.setOwner(onTable("T"), "pg_monitor", "postgres");
                    op.setOwner(onSequence("s"), "pg_monitor", "postgres");
                    op.setOwner(onSchema("n"), "pg_monitor", "postgres");
                    op.setOwner(onType("e"), "pg_monitor", "postgres");
                    op.setOwner(onCompositeType("c"), "pg_monitor", "postgres");
                    op.setOwner(onRangeType("r"), "pg_monitor", "postgres");
                    op.setOwner(onDomain("d"), "pg_monitor", "postgres");
                    op.setOwner(onView("v"), "pg_monitor", "postgres");
                    op.setOwner(onMaterializedView("m"), "pg_monitor", "postgres");
                    op.setOwner(onFunction("f", "integer"), "pg_monitor", "postgres");
                    op.setOwner(onProcedure("p", ""), "pg_monitor", "postgres");
                    op.setOwner(onStatistics("st"), "pg_monitor", "postgres");
                }),
                example("set owner alone", OBJECTS, op -> op.setOwner(onTable("T"), "pg_monitor")),
                example("grant", OBJECTS, op -> {
                    op.grant(onTable("T"), "pg_monitor", "SELECT", "INSERT");
                    op.grant(onView("v"), PUBLIC, "SELECT");
                    op.grant(onMaterializedView("m"), "pg_monitor", "ALL");
                    op.grant(onColumn("T", "N"), "pg_monitor", "UPDATE", "REFERENCES");
                    op.grant(onSequence("s"), "pg_monitor", "USAGE");
                    op.grant(onSchema("n"), "pg_monitor", "CREATE", "USAGE");
                    op.grantWithGrantOption(onType("e"), "pg_monitor", "USAGE");
                    op.grant(onCompositeType("c"), "pg_monitor", "USAGE");
                    op.grant(onRangeType("r"), "pg_monitor", "USAGE");
                    op.grant(onDomain("d"), "pg_monitor", "USAGE");
                    op.grant(onFunction("f", "integer"), "pg_monitor", "EXECUTE");
                    op.grant(onProcedure("p", ""), "pg_monitor", "EXECUTE");
                }),
                example("default privileges", OBJECTS, op -> {
                    op.grant(onDefaultPrivileges("TABLES", "postgres"), "pg_monitor", "SELECT", "INSERT");
                    op.grantWithGrantOption(onDefaultPrivileges("TABLES", "postgres", "n"), "pg_monitor", "ALL");
                    op.grant(onDefaultPrivileges("SEQUENCES", "pg_monitor", "n"), PUBLIC, "USAGE");
                    op.revoke(onDefaultPrivileges("FUNCTIONS", "postgres"), PUBLIC, "EXECUTE");
                    op.revoke(onDefaultPrivileges("TYPES", "postgres"), PUBLIC, "USAGE");
                    op.grant(onDefaultPrivileges("SCHEMAS", "postgres"), "pg_monitor", "CREATE");
                }),
                example("revoke", OBJECTS, op -> {
                    op.revoke(onFunction("f", "integer"), PUBLIC, "EXECUTE");
                    op.revoke(onDomain("d"), PUBLIC, "USAGE");
                    op.grantWithGrantOption(onTable("T"), "pg_monitor", "SELECT");
                    op.revokeWithGrantOption(onTable("T"), "pg_monitor", "SELECT");
                    op.revoke(onSchema("public"), PUBLIC, "USAGE");
                }));
    }
}
