package org.limbeck.database;

import java.util.List;

/** Changes of what stands on tables, and around it. Bodies of functions hold no semicolon here. */
final class DiffObjectCases {

    private DiffObjectCases() {}

    static List<DiffCase> all() {
        return List.of(
                DiffCase.of("views over a column that changes its type", "", """
                        CREATE TABLE t (id int, name text);
                        CREATE VIEW v AS SELECT id, name FROM t;
                        CREATE VIEW w AS SELECT id FROM v;
                        CREATE MATERIALIZED VIEW m AS SELECT id FROM w;
                        CREATE INDEX ON m (id);
                        COMMENT ON VIEW v IS 'a view';
                        COMMENT ON MATERIALIZED VIEW m IS 'a materialized view';
                        GRANT SELECT ON v, m TO public
                        """, """
                        CREATE TABLE t (id bigint, name text);
                        CREATE VIEW v AS SELECT id, name FROM t;
                        CREATE VIEW w AS SELECT id FROM v;
                        CREATE MATERIALIZED VIEW m AS SELECT id FROM w;
                        CREATE INDEX ON m (id);
                        COMMENT ON VIEW v IS 'a view';
                        COMMENT ON MATERIALIZED VIEW m IS 'a materialized view';
                        GRANT SELECT ON v, m TO public
                        """),
                DiffCase.of(
                        "views that gain and lose columns",
                        "CREATE TABLE t (id int, a text, b text)",
                        "CREATE VIEW v AS SELECT id FROM t; CREATE VIEW w AS SELECT id FROM v",
                        "CREATE VIEW v WITH (security_barrier) AS SELECT id, a FROM t WHERE b <> '';"
                                + "CREATE VIEW w AS SELECT a FROM v"),
                DiffCase.of("functions that defaults, checks and indexes call", "", """
                        CREATE FUNCTION f(a int) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT a + 1';
                        CREATE TABLE t (id int DEFAULT f(1), CHECK (f(id) > 0), g int GENERATED ALWAYS AS (f(id)) STORED);
                        CREATE INDEX ON t (f(id));
                        CREATE VIEW v AS SELECT f(id) AS x FROM t
                        """, """
                        CREATE FUNCTION f(b int) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT b + 2';
                        CREATE TABLE t (id int DEFAULT f(1), CHECK (f(id) > 0), g int GENERATED ALWAYS AS (f(id)) STORED);
                        CREATE INDEX ON t (f(id));
                        CREATE VIEW v AS SELECT f(id) AS x FROM t
                        """),
                DiffCase.of(
                        "triggers, rules and policies",
                        "CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW\\; END'",
                        """
                        CREATE TABLE t (id int, name text);
                        CREATE TRIGGER touch BEFORE UPDATE OF name ON t FOR EACH ROW EXECUTE FUNCTION f();
                        CREATE RULE r AS ON DELETE TO t DO ALSO NOTHING;
                        CREATE POLICY own ON t USING (name = 'x')
                        """,
                        """
                        CREATE TABLE t (id int, name varchar(20));
                        CREATE TRIGGER touch BEFORE UPDATE OF name ON t FOR EACH ROW EXECUTE FUNCTION f();
                        CREATE TRIGGER other AFTER INSERT ON t FOR EACH ROW EXECUTE FUNCTION f();
                        ALTER TABLE t DISABLE TRIGGER other;
                        CREATE POLICY own ON t FOR SELECT USING (name = 'y')
                        """),
                DiffCase.of("domains, composite and range types", "CREATE TABLE u (id int)", """
                        CREATE DOMAIN d AS int CHECK (VALUE > 0);
                        CREATE TYPE c AS (x int, y int);
                        CREATE TYPE r AS RANGE (subtype = int4);
                        CREATE TABLE t (id d, p c)
                        """, """
                        CREATE DOMAIN d AS bigint CHECK (VALUE > 1);
                        CREATE TYPE c AS (x bigint, y int);
                        CREATE TYPE r AS RANGE (subtype = int8);
                        CREATE TABLE t (id d, p c)
                        """),
                DiffCase.of("an enum in a function, a view and a domain", "", """
                        CREATE TYPE state AS ENUM ('a', 'b');
                        CREATE DOMAIN d AS state;
                        CREATE FUNCTION f(s state) RETURNS state LANGUAGE sql AS 'SELECT s';
                        CREATE TABLE t (s state DEFAULT 'a', o d);
                        CREATE VIEW v AS SELECT s FROM t WHERE s = 'a'
                        """, """
                        CREATE TYPE state AS ENUM ('b', 'a');
                        CREATE DOMAIN d AS state;
                        CREATE FUNCTION f(s state) RETURNS state LANGUAGE sql AS 'SELECT s';
                        CREATE TABLE t (s state DEFAULT 'a', o d);
                        CREATE VIEW v AS SELECT s FROM t WHERE s = 'a'
                        """),
                DiffCase.of(
                        "tables that go with what stands on them",
                        "",
                        """
                        CREATE TABLE t (id serial PRIMARY KEY, name text);
                        CREATE INDEX ON t (name);
                        CREATE VIEW v AS SELECT * FROM t;
                        CREATE STATISTICS s ON id, name FROM t;
                        CREATE POLICY own ON t USING (id > 0)
                        """,
                        "CREATE VIEW t AS SELECT 1 AS id; CREATE TABLE v (id int)"),
                DiffCase.of("how values of a partitioned table and of its partitions are kept", """
                        CREATE TABLE t (a text, b text) PARTITION BY LIST (b);
                        CREATE TABLE x PARTITION OF t FOR VALUES IN ('x');
                        CREATE TABLE y PARTITION OF t FOR VALUES IN ('y')
                        """, """
                        ALTER TABLE x ALTER COLUMN a SET (n_distinct = 5);
                        ALTER TABLE y ALTER COLUMN a SET STATISTICS 7
                        """, """
                        ALTER TABLE t ALTER COLUMN a SET STORAGE EXTERNAL, ALTER COLUMN a SET COMPRESSION pglz;
                        ALTER TABLE t ALTER COLUMN a SET STATISTICS 9, ALTER COLUMN a SET (n_distinct_inherited = 6);
                        ALTER TABLE y ALTER COLUMN a SET (n_distinct = 8)
                        """),
                DiffCase.of("triggers that fire otherwise on partitions of partitions", """
                        CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW\\; END';
                        CREATE TABLE t (a int, b int) PARTITION BY LIST (a);
                        CREATE TABLE t1 PARTITION OF t FOR VALUES IN (1) PARTITION BY LIST (b);
                        CREATE TABLE t11 PARTITION OF t1 FOR VALUES IN (1);
                        CREATE TABLE a12 PARTITION OF t1 FOR VALUES IN (2);
                        CREATE TABLE t2 PARTITION OF t FOR VALUES IN (2)
                        """, """
                        CREATE TRIGGER one AFTER INSERT ON t FOR EACH ROW EXECUTE FUNCTION f();
                        CREATE TRIGGER two AFTER DELETE ON t FOR EACH ROW EXECUTE FUNCTION f();
                        CREATE TRIGGER three AFTER UPDATE ON t1 FOR EACH ROW EXECUTE FUNCTION f();
                        ALTER TABLE t DISABLE TRIGGER one;
                        ALTER TABLE t1 ENABLE TRIGGER one;
                        ALTER TABLE t11 ENABLE ALWAYS TRIGGER one;
                        ALTER TABLE t2 DISABLE TRIGGER two;
                        ALTER TABLE t11 DISABLE TRIGGER three
                        """, """
                        CREATE TRIGGER one AFTER INSERT ON t FOR EACH ROW EXECUTE FUNCTION f();
                        CREATE TRIGGER two AFTER DELETE ON t FOR EACH ROW WHEN (OLD.a > 0) EXECUTE FUNCTION f();
                        CREATE TRIGGER three AFTER UPDATE ON t1 FOR EACH ROW EXECUTE FUNCTION f();
                        ALTER TABLE t1 DISABLE TRIGGER one;
                        ALTER TABLE a12 ENABLE REPLICA TRIGGER one;
                        ALTER TABLE t2 DISABLE TRIGGER two;
                        ALTER TABLE t1 DISABLE TRIGGER three;
                        ALTER TABLE t11 ENABLE TRIGGER three
                        """),
                DiffCase.of("indexes that are made again, of which the table says something", "", """
                        CREATE TABLE t (a int NOT NULL, b int NOT NULL);
                        CREATE UNIQUE INDEX "I" ON t (a);
                        CREATE INDEX j ON t (a, b);
                        ALTER TABLE t REPLICA IDENTITY USING INDEX "I";
                        ALTER TABLE t CLUSTER ON j;
                        CREATE TABLE u (a int CONSTRAINT k UNIQUE);
                        ALTER TABLE u CLUSTER ON k
                        """, """
                        CREATE TABLE t (a int NOT NULL, b int NOT NULL);
                        CREATE UNIQUE INDEX "I" ON t (b);
                        CREATE INDEX j ON t (b, a);
                        ALTER TABLE t REPLICA IDENTITY USING INDEX "I";
                        ALTER TABLE t CLUSTER ON j;
                        CREATE TABLE u (a int);
                        CREATE UNIQUE INDEX k ON u (a);
                        ALTER TABLE u CLUSTER ON k
                        """),
                DiffCase.of("indexes that tables speak of, which wait for a function", "", """
                        CREATE TABLE e (id int NOT NULL, name text NOT NULL)
                        """, """
                        CREATE FUNCTION slug(t text) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT lower(t)';
                        CREATE TABLE p (id int PRIMARY KEY, name text NOT NULL, s text GENERATED ALWAYS AS (slug(name)) STORED);
                        CREATE UNIQUE INDEX ri ON p (name);
                        ALTER TABLE p CLUSTER ON ri;
                        ALTER TABLE p REPLICA IDENTITY USING INDEX ri;
                        CREATE TABLE q (id int PRIMARY KEY, s text GENERATED ALWAYS AS (slug('x')) STORED);
                        ALTER TABLE q CLUSTER ON q_pkey;
                        ALTER TABLE q REPLICA IDENTITY USING INDEX q_pkey;
                        CREATE TABLE e (id int NOT NULL, name text NOT NULL);
                        CREATE UNIQUE INDEX i ON e (id);
                        CREATE INDEX j ON e (slug(name));
                        ALTER TABLE e CLUSTER ON j;
                        ALTER TABLE e REPLICA IDENTITY USING INDEX i
                        """),
                DiffCase.of("queries for constants without a name", """
                        CREATE TABLE t (id int, name text);
                        CREATE TABLE u (t int, name text)
                        """, "", """
                        CREATE VIEW v AS SELECT * FROM t WHERE EXISTS (SELECT 'x' FROM u WHERE u.t = t.id)
                            OR EXISTS (SELECT NULL, -1, 3000000000, B'101', -1.5 FROM u WHERE name <> 'SELECT ''y''::text AS text');
                        CREATE VIEW w AS SELECT 'x', NULL AS n, 'y' AS text, name || 'z' AS "numeric", (SELECT 'x') AS o FROM t
                            UNION SELECT DISTINCT 'y', 'x'::varchar, 'z', 'q', 'r' FROM u;
                        CREATE MATERIALIZED VIEW m AS WITH c AS (SELECT 'x') SELECT id, xmlforest('x' AS text, 'y' AS text)::text
                            FROM t, c WHERE id IN (SELECT -1) OR EXISTS (SELECT DISTINCT 'x' FROM u);
                        CREATE POLICY p ON t USING (EXISTS (SELECT 'x' FROM u WHERE u.t = t.id)) WITH CHECK (EXISTS (SELECT NULL FROM u));
                        CREATE RULE r AS ON UPDATE TO u WHERE EXISTS (SELECT 'x' FROM t) DO ALSO DELETE FROM t WHERE EXISTS (SELECT NULL);
                        CREATE FUNCTION f(a text DEFAULT 'x') RETURNS text LANGUAGE sql
                            BEGIN ATOMIC SELECT 'y'\\; SELECT 'x' WHERE EXISTS (SELECT 'SELECT ''a''::text AS text' FROM t)\\; END;
                        CREATE VIEW x AS SELECT * FROM t WHERE EXISTS (SELECT 'x' COLLATE "C", 'y' FROM u)
                            OR EXISTS (SELECT (SELECT 'x' FROM t LIMIT 1), ('y' COLLATE "C") || 'z' FROM u)
                            OR EXISTS (SELECT (SELECT (SELECT NULL COLLATE "C")), (SELECT -1) FROM u)
                            OR EXISTS (SELECT FROM (SELECT 'x', 'y' COLLATE "C" AS y FROM u) s)
                            OR EXISTS (SELECT (SELECT 'x' UNION SELECT 'y' LIMIT 1), ARRAY(SELECT 'x') FROM u);
                        CREATE FUNCTION g() RETURNS text LANGUAGE sql AS 'SELECT ''x''::text AS text'
                        """),
                DiffCase.of("publications of tables that others inherit from", "", """
                        CREATE TABLE q (id int);
                        CREATE TABLE d () INHERITS (q);
                        CREATE PUBLICATION qq FOR TABLE ONLY q
                        """, """
                        CREATE TABLE p (id int PRIMARY KEY, name text);
                        CREATE TABLE ch () INHERITS (p);
                        CREATE TABLE q (id int);
                        CREATE TABLE d () INHERITS (q);
                        CREATE PUBLICATION pp FOR TABLE p;
                        CREATE PUBLICATION qq FOR TABLE q
                        """),
                DiffCase.of("publications of rows and columns of tables that others inherit from", "", """
                        CREATE TABLE p (id int, name text)
                        """, """
                        CREATE TABLE p (id int, name text);
                        CREATE TABLE ch () INHERITS (p);
                        CREATE PUBLICATION pp FOR TABLE p WHERE (id > 5);
                        CREATE PUBLICATION qq FOR TABLE ONLY p (id), ch (name)
                        """)
                        .since(15),
                DiffCase.of("tables of a type", "", """
                        CREATE TYPE c AS (a int, b text);
                        CREATE TYPE d AS (x int);
                        CREATE TABLE t OF c (a WITH OPTIONS NOT NULL);
                        CREATE TABLE u OF d;
                        CREATE TABLE v (x int)
                        """, """
                        CREATE TYPE c AS (a bigint, b text, e date);
                        CREATE TYPE d AS (x int);
                        CREATE TABLE t OF c (a WITH OPTIONS DEFAULT 1, PRIMARY KEY (a));
                        CREATE TABLE u (x int, y int);
                        CREATE TABLE v OF d;
                        CREATE TABLE w OF c
                        """),
                DiffCase.of("foreign tables", "", """
                        CREATE EXTENSION postgres_fdw;
                        CREATE SERVER s FOREIGN DATA WRAPPER postgres_fdw OPTIONS (host 'a');
                        CREATE FOREIGN TABLE t (id int) SERVER s OPTIONS (table_name 'x')
                        """, """
                        CREATE EXTENSION postgres_fdw;
                        CREATE SERVER s FOREIGN DATA WRAPPER postgres_fdw OPTIONS (host 'b');
                        CREATE FOREIGN TABLE t (id bigint) SERVER s OPTIONS (table_name 'y')
                        """));
    }
}
