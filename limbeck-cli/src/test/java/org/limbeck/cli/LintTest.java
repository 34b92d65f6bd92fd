package org.limbeck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.limbeck.safety.LintCode;

/** Finds hazards in migrations without a database. */
final class LintTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "S01 | ALTER TABLE t ADD CHECK (a > 0)",
                "S02 | ALTER TABLE t ADD COLUMN z int, ADD CONSTRAINT c CHECK (a > 0)",
                "S03 | CREATE INDEX ON t (a)",
                "S04 | ALTER TABLE t ADD CONSTRAINT e EXCLUDE USING gist (r WITH &&)",
                "S05 | ALTER TABLE t ALTER COLUMN a TYPE bigint",
                "S06 | ALTER TABLE t ADD COLUMN z uuid DEFAULT gen_random_uuid()",
                "S06 | ALTER TABLE t ADD COLUMN z bigserial",
                "S07 | ALTER TABLE t ADD COLUMN z int CHECK (z > 0)",
                "S08 | REFRESH MATERIALIZED VIEW m",
                "S08 | ALTER TABLE t SET UNLOGGED",
                "S09 | CREATE TABLE t2 PARTITION OF t FOR VALUES IN (2)",
                "S10 | ALTER DOMAIN d ADD CONSTRAINT c CHECK (VALUE > 0)",
                "S11 | ALTER TABLE t DROP CONSTRAINT c, ALTER COLUMN a SET NOT NULL",
                "S12 | ALTER TABLE t ADD CONSTRAINT c CHECK (a > 0) NOT VALID; ALTER TABLE t VALIDATE CONSTRAINT c",
                "S20 | ALTER TABLE t DROP COLUMN a",
                "S20 | DROP TABLE t",
                "S21 | ALTER TABLE t RENAME TO u",
                "S22 | ALTER TABLE t ADD COLUMN z int NOT NULL",
                "S23 | ALTER TABLE t ALTER COLUMN a DROP NOT NULL",
                "S30 | CREATE INDEX CONCURRENTLY IF NOT EXISTS i ON t (a)",
                "S40 | DO $$BEGIN END$$"
            })
    void finds(String code, String sql) {
        Shell.Result result = project(sql + ";").run("lint");

        assertThat(result.exit()).isEqualTo(3);
        assertThat(result.out()).contains("migrations/0001.sql:6  " + code + "  ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CREATE INDEX i ON t (a)",
                "ALTER TABLE t ADD CONSTRAINT c CHECK (a > 0)",
                "ALTER TABLE t ALTER COLUMN a SET NOT NULL",
                "ALTER TABLE t ADD COLUMN z int DEFAULT 5 NOT NULL",
                "ALTER TABLE t ADD COLUMN z bigint REFERENCES u",
                "CREATE TABLE n (a int); ALTER TABLE n ALTER a TYPE bigint; CREATE INDEX ON n (a); DROP TABLE n",
                "ALTER TABLE t ADD CONSTRAINT c UNIQUE USING INDEX i"
            })
    void leavesAlone(String sql) {
        Shell.Result result = project(sql + ";").run("lint");

        assertThat(result.out()).isEmpty();
        assertThat(result.exit()).isZero();
    }

    @Test
    void showsACorrectionToPaste() {
        assertThat(project("ALTER TABLE t ADD CHECK (a > 0);").run("lint").out())
                .isEqualTo("""
                migrations/0001.sql:6  S01  a constraint without a name can't be validated later
                  ALTER TABLE t ADD CHECK (a > 0)
                  reads and writes of t wait until all rows are checked
                    ALTER TABLE t ADD CONSTRAINT a_name_for_it CHECK (a > 0) NOT VALID;
                    ALTER TABLE t VALIDATE CONSTRAINT a_name_for_it;
                """);
    }

    @Test
    void isAnsweredByACommentWithAReason() {
        String drop = "ALTER TABLE t DROP COLUMN a;";

        assertThat(project("-- limbeck:accept S20 nobody reads it since 1.4\n" + drop)
                        .run("lint")
                        .exit())
                .isZero();
        assertThat(project(drop + " -- limbeck:accept S05, S20 nobody reads it")
                        .run("lint")
                        .exit())
                .isZero();
        assertThat(project("-- limbeck:accept S20\n" + drop).run("lint").exit()).isEqualTo(3);
        assertThat(project("-- limbeck:accept S21 why not\n" + drop).run("lint").exit())
                .isEqualTo(3);
    }

    @Test
    void looksAtARange() {
        Shell shell = project("ALTER TABLE t DROP COLUMN a;").migration("0002", "0001", "fine");

        assertThat(shell.run("lint", "head").exit()).isZero();
        assertThat(shell.run("lint", "0001").exit()).isEqualTo(3);
        assertThat(shell.run("lint", "0001:").exit()).isEqualTo(3);
    }

    @Test
    void speaksJsonAndMarkdown() {
        Shell shell = project("ALTER TABLE t DROP COLUMN a;");

        assertThat(shell.run("lint", "--format", "json").out())
                .contains("\"code\" : \"S20\"")
                .contains("\"line\" : 6");
        assertThat(shell.run("lint", "--format", "markdown").out())
                .startsWith("### Hazards in migrations\n\n- `migrations/0001.sql:6` **S20** ");
    }

    @ParameterizedTest
    @EnumSource(LintCode.class)
    void everyCodeIsExplained(LintCode code) throws IOException {
        assertThat(Files.readString(page())).contains("| " + code.id() + " | " + code.title() + " |");
    }

    private static Path page() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.isRegularFile(folder.resolve("LICENSE"))) {
            folder = folder.getParent();
        }
        return folder.resolve("docs/safety.md");
    }

    private Shell project(String sql) {
        return new Shell(folder).withoutDatabase().sqlProject().migration("0001", "", "change", sql, "SELECT 1;");
    }
}
