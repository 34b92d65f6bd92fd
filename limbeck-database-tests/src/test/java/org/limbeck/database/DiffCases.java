package org.limbeck.database;

import java.util.List;

/** Changes that a comparison must see and carry out, there and back. */
final class DiffCases {

    private DiffCases() {}

    static List<DiffCase> tables() {
        return List.of(
                DiffCase.of("tables that refer to each other", "", "", """
                        CREATE TABLE a (id bigint PRIMARY KEY, b_id bigint);
                        CREATE TABLE b (id bigint PRIMARY KEY, a_id bigint REFERENCES a);
                        ALTER TABLE a ADD FOREIGN KEY (b_id) REFERENCES b;
                        CREATE INDEX ON a (b_id)
                        """),
                DiffCase.of("columns that come, go and change", "", """
                        CREATE TABLE t (id int PRIMARY KEY, gone text, size int DEFAULT 1, name varchar(20) DEFAULT 'x',
                            price numeric(10,4), at timestamp, note text)
                        """, """
                        CREATE TABLE t (id bigint PRIMARY KEY, size bigint NOT NULL DEFAULT 2, name text DEFAULT 'x',
                            price numeric(12,2), at timestamptz DEFAULT now(), note text COLLATE "C", come int[]);
                        COMMENT ON COLUMN t.name IS 'of whom';
                        COMMENT ON TABLE t IS 'things'
                        """),
                DiffCase.of("types that need an expression", "", """
                        CREATE TABLE t (a varchar(40) DEFAULT '00000000-0000-0000-0000-000000000000', b text CHECK (b <> ''),
                            c boolean DEFAULT true, d int DEFAULT 0 CHECK (d >= 0), e text[] DEFAULT '{}');
                        CREATE INDEX ON t (b) WHERE b <> 'x';
                        CREATE INDEX ON t (lower(a))
                        """, """
                        CREATE TABLE t (a uuid DEFAULT '00000000-0000-0000-0000-000000000000', b int CHECK (b <> 1),
                            c int DEFAULT 1, d boolean DEFAULT false, e int[] DEFAULT '{}');
                        CREATE INDEX ON t (b) WHERE b <> 3
                        """),
                DiffCase.of("temporal keys", """
                        CREATE TABLE rooms (number int4range NOT NULL, during daterange NOT NULL, note daterange);
                        CREATE TABLE bookings (room int4range, guest int4range, during daterange)
                        """, "", """
                        ALTER TABLE rooms ADD CONSTRAINT rooms_pkey PRIMARY KEY (number, during WITHOUT OVERLAPS);
                        ALTER TABLE rooms ADD CONSTRAINT rooms_note UNIQUE (number, note WITHOUT OVERLAPS);
                        ALTER TABLE bookings ADD FOREIGN KEY (room, PERIOD during) REFERENCES rooms (number, PERIOD during)
                        """).since(18),
                DiffCase.of(
                                "constraints that are no longer enforced",
                                "CREATE TABLE p (id int PRIMARY KEY)",
                                "CREATE TABLE t (a int CONSTRAINT c CHECK (a > 0), b int CONSTRAINT f REFERENCES p)",
                                "CREATE TABLE t (a int CONSTRAINT c CHECK (a > 0) NOT ENFORCED,"
                                        + " b int CONSTRAINT f REFERENCES p NOT ENFORCED)")
                        .since(18),
                DiffCase.of(
                        "constraints, views and policies on whole rows, expressions and system columns", "", """
                        CREATE TABLE t (a int, s timestamptz, e timestamptz);
                        COMMENT ON COLUMN t.tableoid IS 'which table';
                        GRANT SELECT (tableoid) ON t TO public
                        """, """
                        CREATE TABLE t (a int, s timestamptz, e timestamptz, CONSTRAINT row_said CHECK (t IS NOT NULL),
                            CONSTRAINT table_said CHECK (tableoid > 0),
                            CONSTRAINT no_overlap EXCLUDE USING gist (tstzrange(s, e) WITH &&));
                        COMMENT ON COLUMN t.tableoid IS 'which table';
                        GRANT SELECT (tableoid) ON t TO public;
                        CREATE TABLE u (a int CHECK (a > 0), CHECK (u IS NOT NULL), CHECK (tableoid > 0),
                            EXCLUDE USING gist (int4range(a, a + 1) WITH &&, (point(a, a)) WITH ~=));
                        CREATE VIEW v AS SELECT tableoid, ctid FROM t WHERE t IS NOT NULL;
                        CREATE POLICY p ON t USING (tableoid > 0 AND t IS NOT NULL)
                        """),
                DiffCase.of("a foreign key whose columns change their type", "", """
                        CREATE TABLE p (id text PRIMARY KEY);
                        CREATE TABLE c (id text REFERENCES p)
                        """, """
                        CREATE TABLE p (id uuid PRIMARY KEY);
                        CREATE TABLE c (id uuid REFERENCES p)
                        """),
                DiffCase.of("numbers to text and back", "", """
                        CREATE TABLE t (id int PRIMARY KEY, n int DEFAULT 3 CHECK (n > 2), at date DEFAULT '2026-01-01');
                        CREATE INDEX ON t (n) WHERE n > 5;
                        CREATE TABLE c (id int REFERENCES t)
                        """, """
                        CREATE TABLE t (id text PRIMARY KEY, n text DEFAULT '3' CHECK (n > '2'), at text DEFAULT 'x');
                        CREATE INDEX ON t (n) WHERE n > '5';
                        CREATE TABLE c (id text REFERENCES t)
                        """),
                DiffCase.of(
                        "serial to identity",
                        "",
                        "CREATE TABLE t (id serial PRIMARY KEY, n int)",
                        "CREATE TABLE t (id int GENERATED ALWAYS AS IDENTITY (INCREMENT BY 2) PRIMARY KEY, n serial)"),
                DiffCase.of(
                        "identity options",
                        "",
                        "CREATE TABLE t (id int GENERATED ALWAYS AS IDENTITY (INCREMENT BY 2), n int)",
                        "CREATE TABLE t (id bigint GENERATED BY DEFAULT AS IDENTITY (START WITH 5), n int)"),
                DiffCase.of(
                        "generated columns",
                        "",
                        "CREATE TABLE t (a int, b int GENERATED ALWAYS AS (a + 1) STORED, c int, d int);"
                                + "CREATE INDEX ON t (b); CREATE INDEX ON t (c)",
                        "CREATE TABLE t (a bigint, b int GENERATED ALWAYS AS (a + 2) STORED, c int GENERATED ALWAYS AS"
                                + " (a * 2) STORED, d int);"
                                + "CREATE INDEX ON t (b); CREATE INDEX ON t (c)"),
                DiffCase.of("constraints", "CREATE TABLE p (a int PRIMARY KEY, b int UNIQUE)", """
                        CREATE TABLE t (id int CONSTRAINT pk PRIMARY KEY, a int NOT NULL, b int REFERENCES p ON DELETE CASCADE,
                            c int4range, CONSTRAINT u UNIQUE (a, b), CONSTRAINT k CHECK (a > 0),
                            CONSTRAINT x EXCLUDE USING gist (c WITH &&))
                        """, """
                        CREATE TABLE t (id int NOT NULL, a int CONSTRAINT pk PRIMARY KEY, b int REFERENCES p (b) MATCH FULL
                            DEFERRABLE INITIALLY DEFERRED, c int4range, CONSTRAINT u UNIQUE (b, a) DEFERRABLE,
                            CONSTRAINT k CHECK (a > 1) NO INHERIT, CONSTRAINT x EXCLUDE USING gist (c WITH -|-))
                        """),
                DiffCase.of(
                        "constraints renamed on purpose",
                        "",
                        "CREATE TABLE t (id int PRIMARY KEY, a int CHECK (a > 0)); CREATE INDEX i ON t (a)",
                        "CREATE TABLE t (id int CONSTRAINT the_key PRIMARY KEY, a int CONSTRAINT positive CHECK (a > 0));"
                                + "CREATE INDEX j ON t (a)"),
                DiffCase.of(
                        "a constraint that becomes an index of its name",
                        "",
                        "CREATE TABLE t (id int, CONSTRAINT one UNIQUE (id))",
                        "CREATE TABLE t (id int); CREATE UNIQUE INDEX one ON t (id)"),
                DiffCase.of(
                        "indexes",
                        "CREATE TABLE t (a text, b int, c int4range)",
                        "CREATE INDEX i ON t (a); CREATE INDEX j ON t (b); CREATE INDEX k ON t (c)",
                        """
                        CREATE UNIQUE INDEX i ON t (lower(a) text_pattern_ops DESC) INCLUDE (b) WHERE b > 0;
                        CREATE INDEX j ON t (b) WITH (fillfactor = 70);
                        CREATE INDEX k ON t USING gist (c)
                        """),
                DiffCase.of(
                        "sequences",
                        "",
                        "CREATE SEQUENCE s; CREATE SEQUENCE u INCREMENT BY -1; CREATE TABLE t (id int)",
                        """
                        CREATE SEQUENCE s AS int START WITH 5 CACHE 10;
                        CREATE SEQUENCE u CYCLE;
                        CREATE TABLE t (id int);
                        CREATE SEQUENCE v OWNED BY t.id;
                        ALTER TABLE t ALTER id SET DEFAULT nextval('v')
                        """),
                DiffCase.of(
                        "schemas and extensions",
                        "",
                        "CREATE SCHEMA one; CREATE TABLE one.t (id int)",
                        "CREATE SCHEMA two; CREATE EXTENSION citext; CREATE TABLE two.t (id int, name citext)"));
    }

    static List<DiffCase> enums() {
        String use = """
                CREATE TABLE t (id int, s state DEFAULT 'b', l state[] DEFAULT '{a}', CHECK (s <> 'a'));
                CREATE INDEX ON t (s) WHERE s = 'b'
                """;
        return List.of(
                DiffCase.of(
                        "values added",
                        "",
                        "CREATE TYPE state AS ENUM ('a', 'b');" + use,
                        "CREATE TYPE state AS ENUM ('x', 'y', 'a', 'z', 'b', 'c', 'd');" + use),
                DiffCase.of(
                        "a value added and used at once",
                        "",
                        "CREATE TYPE state AS ENUM ('a', 'b'); CREATE TABLE t (id int, s state DEFAULT 'a')",
                        "CREATE TYPE state AS ENUM ('a', 'b', 'c');"
                                + "CREATE TABLE t (id int, s state DEFAULT 'c', CHECK (s <> 'b'))"),
                DiffCase.of(
                        "values added and removed, others in another order",
                        "",
                        "CREATE TYPE state AS ENUM ('a', 'b', 'c');" + use,
                        "CREATE TYPE state AS ENUM ('b', 'a', 'd');" + use),
                DiffCase.of(
                        "an enum of no column",
                        "",
                        "CREATE TYPE state AS ENUM ('a', 'b', 'c')",
                        "CREATE TYPE state AS ENUM ('b', 'a')"),
                DiffCase.of(
                        "text to enum",
                        "CREATE TABLE u (id int)",
                        "CREATE TABLE t (id int, s text NOT NULL DEFAULT 'a', CHECK (s IN ('a', 'b')))",
                        "CREATE TYPE state AS ENUM ('a', 'b'); CREATE TABLE t (id int, s state NOT NULL DEFAULT 'a')"));
    }

    static List<DiffCase> options() {
        return List.of(
                DiffCase.of(
                        "table options",
                        "",
                        "CREATE TABLE t (id int)",
                        "CREATE UNLOGGED TABLE t (id int) WITH (fillfactor = 70, autovacuum_enabled = false);"
                                + "ALTER TABLE t ENABLE ROW LEVEL SECURITY; ALTER TABLE t FORCE ROW LEVEL SECURITY;"
                                + "ALTER TABLE t REPLICA IDENTITY FULL; ALTER TABLE t ALTER id SET STATISTICS 50"),
                DiffCase.of(
                        "tables that become logged or unlogged with their sequences",
                        "",
                        "CREATE TABLE t (id serial); CREATE UNLOGGED TABLE u (id serial, n int GENERATED ALWAYS AS IDENTITY)",
                        "CREATE UNLOGGED TABLE t (id serial); CREATE TABLE u (id serial, n int GENERATED ALWAYS AS IDENTITY)"),
                DiffCase.of(
                        "partitions",
                        "CREATE TABLE p (id int, at date, v int DEFAULT 1) PARTITION BY RANGE (at)",
                        "CREATE TABLE p1 PARTITION OF p FOR VALUES FROM ('2026-01-01') TO ('2027-01-01')",
                        "CREATE TABLE p2 PARTITION OF p FOR VALUES FROM ('2027-01-01') TO ('2028-01-01');"
                                + "CREATE TABLE p3 PARTITION OF p (v DEFAULT 2) DEFAULT"),
                DiffCase.of(
                        "columns of a partitioned table",
                        "",
                        "CREATE TABLE p (id int, at date, v int DEFAULT 1) PARTITION BY RANGE (at);"
                                + "CREATE TABLE p1 PARTITION OF p (v DEFAULT 5) DEFAULT; CREATE TABLE p2 PARTITION OF p"
                                + " FOR VALUES FROM ('2027-01-01') TO ('2028-01-01')",
                        "CREATE TABLE p (id bigint NOT NULL, at date, v int DEFAULT 2, w text) PARTITION BY RANGE (at);"
                                + "CREATE TABLE p1 PARTITION OF p (v DEFAULT 5) DEFAULT; CREATE TABLE p2 PARTITION OF p"
                                + " FOR VALUES FROM ('2027-01-01') TO ('2028-01-01')"),
                DiffCase.of(
                        "a table that becomes partitioned",
                        "",
                        "CREATE TABLE p (id int, at date); CREATE INDEX ON p (id)",
                        "CREATE TABLE p (id int, at date) PARTITION BY RANGE (at); CREATE INDEX ON p (id);"
                                + "CREATE TABLE p1 PARTITION OF p DEFAULT"),
                DiffCase.of(
                        "inheritance",
                        "CREATE TABLE a (id int)",
                        "CREATE TABLE b (x int) INHERITS (a)",
                        "CREATE TABLE b (x bigint, y int) INHERITS (a); CREATE TABLE c () INHERITS (b)"));
    }
}
