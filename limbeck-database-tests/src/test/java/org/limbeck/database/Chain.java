package org.limbeck.database;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** A chain of revisions with every kind of step, whose outcome tells what ran not at all, in part, or twice. */
final class Chain {

    private static final int ROWS = 300;

    private Chain() {}

    static Project in(Path folder) {
        return new Project(folder)
                .sql("a1", "ALTER TABLE t ADD COLUMN b int; UPDATE t SET n = n + 1;", "")
                .java("b2", """
                        op.createTable("u", column("id", integer()).notNull(), column("t", integer()));
                        op.run("copy", c -> { try (Statement s = c.createStatement()) {
                            s.execute("INSERT INTO u SELECT id, id FROM t WHERE id <= 300"); } });
                        op.createIndex(index("u_t").on("u", "t").concurrently());
                        op.execute("INSERT INTO u VALUES (1000, 1)");
                        op.createIndex(uniqueIndex("u_id").on("u", "id").concurrently());
                        op.execute("ALTER TABLE u ADD PRIMARY KEY USING INDEX u_id");
                        op.dropIndex(index("u_t").on("u", "t").concurrently());
                        op.createIndex(index("u_t").on("u", "t").concurrently());
                        """, "")
                .sql("c3", "ALTER TABLE u ADD CONSTRAINT u_fk FOREIGN KEY (t) REFERENCES t NOT VALID;", "")
                .sql(
                        "d4",
                        "ALTER TABLE u VALIDATE CONSTRAINT u_fk; ALTER TYPE mood ADD VALUE 'glad';"
                                + " CREATE INDEX CONCURRENTLY IF NOT EXISTS t_n ON t (n); VACUUM u;"
                                + " REINDEX INDEX CONCURRENTLY t_n; REINDEX TABLE CONCURRENTLY u;",
                        "")
                .sql(
                        "e5",
                        "ALTER TABLE p DETACH PARTITION p1 CONCURRENTLY; UPDATE p SET n = n + 1;"
                                + " ALTER TABLE p DETACH PARTITION p2 CONCURRENTLY; DROP TABLE p2;",
                        "")
                .sql("f6", "CREATE VIEW v AS SELECT b FROM t; INSERT INTO p VALUES (5, 0);", "");
    }

    /** What is there before the first revision, with more rows the more there is to do. */
    static void prepare(TestDatabase database) {
        database.execute(
                "CREATE TYPE mood AS ENUM ('sad')",
                "CREATE TABLE t (id int PRIMARY KEY, n int NOT NULL)",
                "INSERT INTO t SELECT g, 0 FROM generate_series(1, " + ROWS + ") g",
                "CREATE TABLE p (id int NOT NULL, n int) PARTITION BY RANGE (id)",
                "CREATE TABLE p0 PARTITION OF p FOR VALUES FROM (0) TO (10)",
                "CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (10) TO (20)",
                "CREATE TABLE p2 PARTITION OF p FOR VALUES FROM (20) TO (30)",
                "INSERT INTO p VALUES (1, 0), (11, 0), (21, 0)");
    }

    /** All that the chain makes: schema, rows, and what is recorded. */
    static List<String> outcome(TestDatabase database) throws SQLException {
        List<String> lines = new ArrayList<>();
        try (Connection connection = database.connect()) {
            lines.addAll(Catalog.lines(connection));
            for (String query : List.of(
                    "SELECT id, n FROM t WHERE id <= " + ROWS + " ORDER BY id",
                    "SELECT id, t FROM u ORDER BY id",
                    "SELECT id, n FROM p ORDER BY id",
                    "SELECT id, n FROM p1 ORDER BY id",
                    "SELECT version_num FROM limbeck_version",
                    "SELECT revision, operations_done, in_flight, failure FROM limbeck_history ORDER BY id")) {
                lines.addAll(TestDatabase.rows(connection, query));
            }
        }
        return lines;
    }
}
