package org.limbeck.ddl;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the server prints of indexes and constraints, with another name for the column {@code year}. */
class RenamedColumnTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "btree (year) | btree (n)",
                "btree (a, year DESC NULLS LAST) INCLUDE (years) | btree (a, n DESC NULLS LAST) INCLUDE (years)",
                "btree (\"Year\", \"year\") WITH (fillfactor='70') | btree (\"Year\", n) WITH (fillfactor='70')",
                "CHECK (((year > 0) AND (year <> 'year'::text))) | CHECK (((n > 0) AND (n <> 'year'::text)))",
                "CHECK ((YEAR IS NOT NULL)) | CHECK ((YEAR IS NOT NULL))",
                "CHECK ((year = (- year))) | CHECK ((n = (- n)))"
            })
    void hasItWhereverTheColumnStands(String printed, String renamed) {
        assertThat(StatementText.withColumn(printed, "year", "n")).isEqualTo(renamed);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CHECK ((EXTRACT(year FROM at) = year))",
                "CHECK (year(at) > 1)",
                "CHECK (ok(year => 1))",
                "CHECK ((a)::year = 1)",
                "CHECK (s.year > 1)",
                "btree (a COLLATE year)",
                "btree (year COLLATE \"C\")",
                "btree (year text_ops)",
                "btree (a year)",
                "btree (a) WITH (year='70')",
                "CHECK (JSON_EXISTS(a, '$' PASSING 1 AS year))"
            })
    void isNotSaidWhereTheNameMayBeSomethingElse(String printed) {
        assertThat(StatementText.withColumn(printed, "year", "n")).isNull();
    }
}
