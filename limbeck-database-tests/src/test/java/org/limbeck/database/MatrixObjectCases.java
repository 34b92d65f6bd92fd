package org.limbeck.database;

import java.util.List;
import org.limbeck.diff.Renames;
import org.limbeck.schema.ObjectId;
import org.limbeck.schema.ObjectKind;

/** Rows of the matrix: all that is no part of a table. */
final class MatrixObjectCases {

    private static final String TABLE = "CREATE TABLE t (id int, name text)";

    private static final String FUNCTION =
            "CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'";

    private MatrixObjectCases() {}

    static List<MatrixCase> types() {
        return List.of(
                MatrixCase.of(
                        "enum, value added",
                        "CREATE TYPE mood AS ENUM ('sad', 'ok'); CREATE TABLE t (feeling mood DEFAULT 'ok')",
                        "CREATE TYPE mood AS ENUM ('bad', 'sad', 'so', 'ok'); CREATE TABLE t (feeling mood DEFAULT 'ok')"),
                MatrixCase.of(
                        "enum, value added and used",
                        "CREATE TYPE mood AS ENUM ('sad', 'ok'); CREATE TABLE t (feeling mood DEFAULT 'ok')",
                        "CREATE TYPE mood AS ENUM ('sad', 'ok', 'so'); CREATE TABLE t (feeling mood DEFAULT 'so')"),
                MatrixCase.of(
                        "enum, value removed",
                        "CREATE TYPE mood AS ENUM ('sad', 'so', 'ok'); CREATE TABLE t (feeling mood DEFAULT 'so')",
                        "CREATE TYPE mood AS ENUM ('sad', 'ok'); CREATE TABLE t (feeling mood DEFAULT 'ok')"),
                MatrixCase.of(
                                "enum, value renamed",
                                "CREATE TYPE mood AS ENUM ('sad', 'ok')",
                                "CREATE TYPE mood AS ENUM ('sad', 'happy')")
                        .answering(options -> options.renames(
                                Renames.NONE.renamedValue(ObjectId.of(ObjectKind.ENUM, "mood"), "ok", "happy"))),
                MatrixCase.of(
                        "enum, unused",
                        "CREATE TYPE mood AS ENUM ('sad', 'ok'); CREATE TABLE t (id int, feeling mood)",
                        "CREATE TABLE t (id int)"),
                MatrixCase.of(
                        "domain",
                        "CREATE DOMAIN word AS text; CREATE DOMAIN gone AS int",
                        "CREATE DOMAIN word AS text DEFAULT 'x' NOT NULL CONSTRAINT filled CHECK (VALUE <> '');"
                                + " CREATE DOMAIN come AS int"),
                MatrixCase.of(
                        "composite type",
                        "CREATE TYPE address AS (street text, number int)",
                        "CREATE TYPE address AS (street text COLLATE \"C\", number bigint, city text)"),
                MatrixCase.of(
                        "range type", "", "CREATE TYPE span AS RANGE (SUBTYPE = float8, SUBTYPE_DIFF = float8mi)"),
                MatrixCase.of("collation", "", "CREATE COLLATION german (PROVIDER = icu, LOCALE = 'de-DE')"));
    }

    static List<MatrixCase> relations() {
        return List.of(
                MatrixCase.of(
                        "sequence",
                        "CREATE SEQUENCE gone; CREATE SEQUENCE s",
                        "CREATE SEQUENCE s AS int INCREMENT BY 5 MAXVALUE 500 CYCLE; CREATE SEQUENCE come"),
                MatrixCase.of(
                                "sequence, unlogged",
                                "CREATE SEQUENCE a; CREATE UNLOGGED SEQUENCE b; CREATE UNLOGGED TABLE t (id serial)",
                                "CREATE UNLOGGED SEQUENCE a; CREATE SEQUENCE b; CREATE TABLE t (id serial);"
                                        + " ALTER SEQUENCE t_id_seq SET UNLOGGED; CREATE UNLOGGED SEQUENCE c;"
                                        + " CREATE UNLOGGED TABLE u (id serial)")
                        .since(15),
                MatrixCase.of(
                        "view",
                        TABLE,
                        "CREATE VIEW gone AS SELECT id FROM t; CREATE VIEW v AS SELECT id FROM t WHERE id > 1",
                        "CREATE VIEW v AS SELECT id, name FROM t WHERE id > 2; CREATE VIEW come AS SELECT id FROM v"),
                MatrixCase.of(
                        "view, of a column whose type changes",
                        "CREATE TABLE t (id int, name text); CREATE VIEW v AS SELECT id FROM t",
                        "CREATE TABLE t (id bigint, name text); CREATE VIEW v AS SELECT id FROM t"),
                MatrixCase.of("materialized view", TABLE, """
                        CREATE MATERIALIZED VIEW m AS SELECT id FROM t;
                        CREATE UNIQUE INDEX i ON m (id)
                        """, """
                        CREATE MATERIALIZED VIEW m AS SELECT id, name FROM t;
                        CREATE UNIQUE INDEX i ON m (id, name);
                        CREATE MATERIALIZED VIEW n WITH (fillfactor = 70) AS SELECT 1 AS one WITH NO DATA
                        """),
                MatrixCase.of("extension", "", "CREATE EXTENSION citext; CREATE TABLE t (mail citext UNIQUE)"),
                MatrixCase.of("schema", "", "CREATE SCHEMA sales; CREATE TABLE sales.t (id serial PRIMARY KEY)"),
                MatrixCase.of("foreign table", "CREATE EXTENSION postgres_fdw", "", """
                        CREATE SERVER far FOREIGN DATA WRAPPER postgres_fdw OPTIONS (host 'h');
                        CREATE FOREIGN TABLE remote (id int NOT NULL) SERVER far OPTIONS (table_name 'it''s')
                        """),
                MatrixCase.of(
                        "foreign table, options of a column",
                        "CREATE EXTENSION postgres_fdw; CREATE SERVER far FOREIGN DATA WRAPPER postgres_fdw",
                        "CREATE FOREIGN TABLE remote (a int OPTIONS (column_name 'x'), b int OPTIONS (column_name 'y'), c int) SERVER far",
                        "CREATE FOREIGN TABLE remote (a int OPTIONS (column_name 'it''s'), b int, c int OPTIONS (column_name 'z'),"
                                + " d int OPTIONS (column_name 'D')) SERVER far"));
    }

    static List<MatrixCase> behaviour() {
        return List.of(
                MatrixCase.of(
                        "function",
                        "CREATE FUNCTION f(a int) RETURNS int LANGUAGE sql AS 'SELECT a';"
                                + " CREATE FUNCTION g() RETURNS int LANGUAGE sql AS 'SELECT 1'",
                        "CREATE FUNCTION f(a int) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT a + 1';"
                                + " CREATE FUNCTION g() RETURNS text LANGUAGE sql AS 'SELECT ''1'''"),
                MatrixCase.of(
                        "procedure", "", "CREATE PROCEDURE p(INOUT a int) LANGUAGE plpgsql AS 'BEGIN a := 1; END'"),
                MatrixCase.of(
                        "aggregate", "", "CREATE AGGREGATE total(int) (SFUNC = int4pl, STYPE = int, INITCOND = '0')"),
                MatrixCase.of(
                        "trigger",
                        TABLE + ";" + FUNCTION,
                        "CREATE TRIGGER touch BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION touch()",
                        "CREATE TRIGGER touch BEFORE INSERT OR UPDATE OF name ON t FOR EACH ROW"
                                + " WHEN (NEW.id > 1) EXECUTE FUNCTION touch();"
                                + " CREATE CONSTRAINT TRIGGER late AFTER UPDATE ON t DEFERRABLE FOR EACH ROW"
                                + " EXECUTE FUNCTION touch()"),
                MatrixCase.of(
                        "trigger, disabled",
                        TABLE + ";" + FUNCTION
                                + "; CREATE TRIGGER touch BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION touch()",
                        "",
                        "ALTER TABLE t DISABLE TRIGGER touch"),
                MatrixCase.of("rule", TABLE, "", "CREATE RULE keep AS ON DELETE TO t DO INSTEAD NOTHING"),
                MatrixCase.of("event trigger", "", """
                        CREATE FUNCTION log_ddl() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN END';
                        CREATE EVENT TRIGGER guard ON ddl_command_end WHEN TAG IN ('DROP VIEW') EXECUTE FUNCTION log_ddl()
                        """),
                MatrixCase.of("extended statistics", TABLE, "", "CREATE STATISTICS st (ndistinct) ON id, name FROM t"),
                MatrixCase.of("publication", TABLE, "", "CREATE PUBLICATION news FOR TABLE t"));
    }

    static List<MatrixCase> access() {
        return List.of(
                MatrixCase.of(
                        "row security", TABLE, "", "ALTER TABLE t ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY"),
                MatrixCase.of(
                        "policy",
                        TABLE,
                        "CREATE POLICY own ON t USING (id > 1); CREATE POLICY gone ON t USING (true)",
                        "CREATE POLICY own ON t USING (id > 2) WITH CHECK (name <> '');"
                                + " CREATE POLICY come ON t AS RESTRICTIVE FOR SELECT TO pg_monitor USING (true)"),
                MatrixCase.of(
                        "privileges",
                        TABLE + "; CREATE SEQUENCE s; CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1'",
                        "GRANT SELECT ON t TO pg_monitor",
                        "GRANT SELECT, UPDATE ON t TO pg_monitor WITH GRANT OPTION; GRANT SELECT (name) ON t TO PUBLIC;"
                                + " GRANT USAGE ON SEQUENCE s TO PUBLIC; REVOKE EXECUTE ON FUNCTION f() FROM PUBLIC"),
                MatrixCase.of(
                        "default privileges",
                        "CREATE SCHEMA sales",
                        "ALTER DEFAULT PRIVILEGES IN SCHEMA sales GRANT SELECT, UPDATE ON TABLES TO pg_monitor",
                        "ALTER DEFAULT PRIVILEGES IN SCHEMA sales GRANT SELECT ON TABLES TO pg_monitor WITH GRANT OPTION;"
                                + " ALTER DEFAULT PRIVILEGES FOR ROLE pg_monitor GRANT USAGE ON SEQUENCES TO PUBLIC;"
                                + " ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC"),
                MatrixCase.of(
                        "default privileges, of a new object",
                        "CREATE SCHEMA sales; ALTER DEFAULT PRIVILEGES IN SCHEMA sales GRANT SELECT ON TABLES TO pg_monitor;"
                                + " ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;"
                                + " ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT USAGE ON TYPES TO pg_monitor",
                        "CREATE TABLE sales.gone (id int)",
                        "CREATE TABLE sales.t (id int); REVOKE SELECT ON sales.t FROM pg_monitor; CREATE TABLE t (id int);"
                                + " CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1';"
                                + " CREATE FUNCTION g() RETURNS int LANGUAGE sql AS 'SELECT 1'; GRANT EXECUTE ON FUNCTION g() TO PUBLIC;"
                                + " CREATE DOMAIN d AS int; CREATE TYPE e AS ENUM ('a'); REVOKE USAGE ON TYPE e FROM pg_monitor"),
                MatrixCase.of(
                        "privileges on the schema public",
                        "GRANT USAGE ON SCHEMA public TO pg_monitor",
                        "REVOKE ALL ON SCHEMA public FROM PUBLIC; GRANT CREATE ON SCHEMA public TO pg_monitor WITH GRANT OPTION"),
                MatrixCase.of("owner", TABLE, "", "ALTER TABLE t OWNER TO pg_monitor"),
                MatrixCase.of(
                        "comment on anything else",
                        TABLE
                                + "; CREATE INDEX i ON t (id); CREATE VIEW v AS SELECT id FROM t; CREATE TYPE m AS ENUM ('a')",
                        "COMMENT ON INDEX i IS 'one'",
                        "COMMENT ON VIEW v IS 'two'; COMMENT ON TYPE m IS 'three'; COMMENT ON COLUMN v.id IS 'four'"));
    }
}
