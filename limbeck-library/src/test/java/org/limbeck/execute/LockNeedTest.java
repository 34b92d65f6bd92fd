package org.limbeck.execute;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.limbeck.sql.Statement;

/** How a transaction goes about its locks, by the words of its statements. */
class LockNeedTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GENTLE  | INSERT INTO t VALUES (1)",
                "GENTLE  | UPDATE t SET n = ''DROP TABLE t''",
                "GENTLE  | CREATE TABLE t (id int)",
                "GENTLE  | ALTER TABLE t VALIDATE CONSTRAINT c",
                "INSTANT | ALTER TABLE t ADD COLUMN c int",
                "INSTANT | ALTER TABLE t ALTER c SET DEFAULT 1",
                "INSTANT | ALTER TABLE t DROP COLUMN c",
                "INSTANT | ALTER TABLE t ADD CONSTRAINT c CHECK (n > 0) NOT VALID",
                "INSTANT | ALTER TABLE t ADD CONSTRAINT c UNIQUE USING INDEX i",
                "INSTANT | DROP TABLE t",
                "INSTANT | CREATE TABLE t (id int); ALTER TABLE t ADD COLUMN c int",
                "UNKNOWN | ALTER TABLE t ADD COLUMN c int DEFAULT random()",
                "UNKNOWN | ALTER TABLE t ALTER c TYPE bigint",
                "UNKNOWN | ALTER TABLE t ALTER c SET NOT NULL",
                "UNKNOWN | ALTER TABLE t ADD CHECK (n > 0)",
                "UNKNOWN | CREATE TABLE t (p int REFERENCES p)",
                "UNKNOWN | CREATE INDEX i ON t (n)",
                "UNKNOWN | DO $$ BEGIN DROP TABLE t; END $$",
                "UNKNOWN | ALTER TABLE t ADD COLUMN c int; UPDATE t SET c = 1"
            })
    void itIsToldFromTheStatements(LockNeed need, String statements) {
        assertThat(LockNeed.of(
                        Arrays.stream(statements.split("; ")).map(Statement::of).toList()))
                .isEqualTo(need);
    }
}
