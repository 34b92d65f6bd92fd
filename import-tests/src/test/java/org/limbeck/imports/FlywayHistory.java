package org.limbeck.imports;

import java.util.Locale;

/** A Flyway project of 30 versioned migrations of many kinds, with undo and repeatable ones beside them. */
final class FlywayHistory {

    static final int LENGTH = 30;

    private static final String FOLDER = "src/main/resources/db/migration/";

    private FlywayHistory() {}

    static void write(TestProject project) {
        project.file("flyway.conf", "flyway.placeholders.owner=shop's\nflyway.outOfOrder=false\n");
        project.file("pom.xml", "<project/>");
        for (int i = 1; i <= LENGTH; i++) {
            project.file(FOLDER + name(i), sql(i));
        }
        project.file(FOLDER + "V15__index_online.sql.conf", "executeInTransaction=false\n");
        project.file(FOLDER + "U20240129__undo.sql", "DROP TABLE t29;\n");
        project.file(FOLDER + "R__Totals_view.sql", "CREATE OR REPLACE VIEW totals AS SELECT count(*) AS n FROM t1;\n");
        project.file(FOLDER + "R__Add_one.sql", """
                CREATE OR REPLACE FUNCTION add_one(i integer) RETURNS integer LANGUAGE plpgsql AS $$
                BEGIN
                    -- ${owner}
                    RETURN i + 1;
                END;
                $$;
                """);
    }

    /** Versions as people write them: whole numbers, dots, underscores, and two that text would sort wrongly. */
    static String version(int number) {
        return switch (number) {
            case 3 -> "2.9";
            case 4 -> "2_10";
            default -> number > 20 ? String.format(Locale.ROOT, "202401%02d", number) : Integer.toString(number);
        };
    }

    private static String name(int number) {
        return "V" + version(number) + (number == 15 ? "__index_online.sql" : "__change_" + number + ".sql");
    }

    private static String sql(int number) {
        String table = "CREATE TABLE t" + number + " (id bigint PRIMARY KEY, name text NOT NULL);\n";
        return switch (number) {
            case 2 -> "BEGIN;\n" + table + "COMMIT;\n";
            case 5 ->
                "ALTER TABLE t1 ADD COLUMN note text DEFAULT 'a;b -- ' || '${owner}';\n"
                        .replace("${owner}", "of ${flyway:table}");
            case 6 -> "-- upgrade\n" + table + "-- downgrade\nCOMMENT ON TABLE t6 IS 'six';\n";
            case 7 -> "CREATE TYPE mood AS ENUM ('sad', 'ok');\n";
            case 8 -> "ALTER TABLE t1 ADD COLUMN mood mood DEFAULT 'ok';\nINSERT INTO t1 (id, name) VALUES (1, 'a');\n";
            case 15 -> "CREATE INDEX CONCURRENTLY t1_name ON t1 (name);\n";
            case 16 -> "CREATE UNIQUE INDEX t2_name ON t2 (lower(name)) WHERE name <> '';\n";
            case 17 -> "CREATE INDEX CONCURRENTLY t2_id ON t2 (id);\n";
            case 18 -> "UPDATE t1 SET name = 'b';\nALTER TABLE t1 ADD CONSTRAINT short CHECK (length(name) < 100);\n";
            case 22 -> "CREATE SCHEMA sales;\nCREATE TABLE sales.orders (id bigint GENERATED ALWAYS AS IDENTITY);\n";
            case 23 -> "CREATE FUNCTION twice(i integer) RETURNS integer LANGUAGE sql AS $f$ SELECT i * 2; $f$;\n";
            default -> table;
        };
    }
}
