package org.limbeck.database;

import java.util.List;
import org.limbeck.diff.Renames;
import org.limbeck.schema.ObjectId;
import org.limbeck.schema.ObjectKind;

/** Rows of the matrix: constraints and indexes. */
final class MatrixConstraintCases {

    private static final String PARENT = "CREATE TABLE p (a int, b int, PRIMARY KEY (a, b), UNIQUE (a))";

    private MatrixConstraintCases() {}

    static List<MatrixCase> constraints() {
        return List.of(
                MatrixCase.of(
                        "primary key, other columns",
                        "CREATE TABLE t (a int NOT NULL, b int NOT NULL, PRIMARY KEY (a))",
                        "CREATE TABLE t (a int NOT NULL, b int NOT NULL, PRIMARY KEY (b, a))"),
                MatrixCase.of(
                        "primary key, missing",
                        "CREATE TABLE t (a int NOT NULL, b int)",
                        "CREATE TABLE t (a int PRIMARY KEY, b int)"),
                MatrixCase.of(
                        "primary key, another name",
                        "CREATE TABLE t (a int CONSTRAINT t_pkey PRIMARY KEY)",
                        "CREATE TABLE t (a int CONSTRAINT pk_t PRIMARY KEY)"),
                MatrixCase.of(
                        "check with a name",
                        "CREATE TABLE t (a int CONSTRAINT gone CHECK (a <> 7))",
                        "CREATE TABLE t (a int CONSTRAINT positive CHECK (a > 0))"),
                MatrixCase.of(
                        "check, another expression",
                        "CREATE TABLE t (a int CONSTRAINT small CHECK (a < 10))",
                        "CREATE TABLE t (a int CONSTRAINT small CHECK (a < 11))"),
                MatrixCase.of(
                        "check without a name",
                        "CREATE TABLE t (a int CHECK (a < 10), b int)",
                        "CREATE TABLE t (a int CHECK (a < 20), b int CHECK (b > 0))"),
                MatrixCase.of(
                        "exclusion",
                        "CREATE TABLE t (during int4range, other int4range, EXCLUDE USING gist (other WITH &&))",
                        "CREATE TABLE t (during int4range, other int4range, EXCLUDE USING gist (during WITH &&)"
                                + " WHERE (NOT isempty(during)))"),
                MatrixCase.of(
                        "unique, other columns",
                        "CREATE TABLE t (a int, b int, CONSTRAINT u UNIQUE (a))",
                        "CREATE TABLE t (a int, b int, CONSTRAINT u UNIQUE (a, b))"),
                MatrixCase.of(
                        "unique, another order of columns",
                        "CREATE TABLE t (a int, b int, CONSTRAINT u UNIQUE (a, b))",
                        "CREATE TABLE t (a int, b int, CONSTRAINT u UNIQUE (b, a))"),
                MatrixCase.of(
                        "unique, deferrable",
                        "CREATE TABLE t (a int, CONSTRAINT u UNIQUE (a))",
                        "CREATE TABLE t (a int, CONSTRAINT u UNIQUE (a) DEFERRABLE INITIALLY DEFERRED)"),
                MatrixCase.of(
                                "unique, NULLS NOT DISTINCT",
                                "CREATE TABLE t (a int, CONSTRAINT u UNIQUE (a))",
                                "CREATE TABLE t (a int, CONSTRAINT u UNIQUE NULLS NOT DISTINCT (a))")
                        .since(15),
                MatrixCase.of(
                        "foreign key, added and removed",
                        PARENT,
                        "CREATE TABLE t (a int REFERENCES p (a), b int)",
                        "CREATE TABLE t (a int, b int, FOREIGN KEY (a, b) REFERENCES p)"),
                MatrixCase.of(
                        "foreign key, ON DELETE and ON UPDATE",
                        PARENT,
                        "CREATE TABLE t (a int REFERENCES p (a))",
                        "CREATE TABLE t (a int REFERENCES p (a) ON DELETE CASCADE ON UPDATE SET NULL)"),
                MatrixCase.of(
                        "foreign key, deferrable",
                        PARENT,
                        "CREATE TABLE t (a int REFERENCES p (a))",
                        "CREATE TABLE t (a int REFERENCES p (a) DEFERRABLE INITIALLY DEFERRED)"),
                MatrixCase.of(
                        "foreign key, MATCH FULL",
                        PARENT,
                        "CREATE TABLE t (a int, b int, FOREIGN KEY (a, b) REFERENCES p)",
                        "CREATE TABLE t (a int, b int, FOREIGN KEY (a, b) REFERENCES p MATCH FULL)"),
                MatrixCase.of(
                        "foreign key, NOT VALID",
                        PARENT,
                        "CREATE TABLE t (a int, b int REFERENCES p (a));"
                                + " ALTER TABLE t ADD FOREIGN KEY (a) REFERENCES p (a) NOT VALID",
                        "CREATE TABLE t (a int REFERENCES p (a), b int);"
                                + " ALTER TABLE t ADD FOREIGN KEY (b) REFERENCES p (a) NOT VALID"),
                MatrixCase.of(
                        "foreign key, another name",
                        PARENT,
                        "CREATE TABLE t (a int CONSTRAINT t_a_fkey REFERENCES p (a))",
                        "CREATE TABLE t (a int CONSTRAINT fk_t_p REFERENCES p (a))"));
    }

    static List<MatrixCase> indexes() {
        String table = "CREATE TABLE t (a int, b text, c int[], d int)";
        return List.of(
                index("index, other columns", "(a)", "(a, d)"),
                MatrixCase.of("index, unique", table, "CREATE INDEX i ON t (a)", "CREATE UNIQUE INDEX i ON t (a)"),
                index("index, order", "(a)", "(a DESC NULLS LAST)"),
                index("index, expression", "(lower(b))", "(upper(b), (a + d))"),
                index("index, expression of text search", "(b)", "USING gin (to_tsvector('english', b))"),
                index("index, WHERE", "(a) WHERE a > 1", "(a) WHERE a > 2 AND b <> ''"),
                index("index, method", "(c)", "USING gin (c)"),
                index("index, INCLUDE", "(a)", "(a) INCLUDE (b)"),
                index("index, operator class", "(b)", "(b text_pattern_ops)"),
                index("index, storage parameters", "(a) WITH (fillfactor = 70)", "(a) WITH (fillfactor = 80)"),
                MatrixCase.of(
                        "index, statistics of an expression",
                        table,
                        "CREATE INDEX i ON t (a, lower(b)); CREATE INDEX k ON t ((a + d)); ALTER INDEX k ALTER COLUMN 1 SET STATISTICS 5",
                        "CREATE INDEX i ON t (a, lower(b)); ALTER INDEX i ALTER COLUMN 2 SET STATISTICS 500;"
                                + " CREATE INDEX k ON t ((a + d));"
                                + " CREATE INDEX j ON t (upper(b)); ALTER INDEX j ALTER COLUMN 1 SET STATISTICS 0"),
                MatrixCase.of(
                                "index, NULLS NOT DISTINCT",
                                table,
                                "CREATE UNIQUE INDEX i ON t (a)",
                                "CREATE UNIQUE INDEX i ON t (a) NULLS NOT DISTINCT")
                        .since(15),
                MatrixCase.of(
                        "index, INVALID",
                        table + "; CREATE INDEX i ON t (a)",
                        "UPDATE pg_index SET indisvalid = false WHERE indexrelid = 'i'::regclass",
                        ""),
                MatrixCase.of("index, another name", table, "CREATE INDEX i ON t (a)", "CREATE INDEX j ON t (a)")
                        .answering(options ->
                                options.renames(Renames.NONE.renamed(ObjectId.of(ObjectKind.INDEX, "i"), "j"))));
    }

    private static MatrixCase index(String name, String before, String after) {
        return MatrixCase.of(
                name,
                "CREATE TABLE t (a int, b text, c int[], d int)",
                "CREATE INDEX i ON t " + before,
                "CREATE INDEX i ON t " + after);
    }
}
