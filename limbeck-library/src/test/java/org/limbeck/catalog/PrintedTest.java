package org.limbeck.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What a server prints first and what it prints of its own print are read as one. */
class PrintedTest {

    @Test
    void aListIsTheSameCastAsAWholeAndOneByOne() {
        String settled = "a::text = ANY (ARRAY['x'::text, 'it''s'::text, NULL::text])";

        assertThat(Printed.settled("a::text = ANY (ARRAY['x'::character varying, 'it''s'::character varying,"
                        + " NULL::character varying]::text[])"))
                .isEqualTo(settled);
        assertThat(Printed.settled("a::text = ANY (ARRAY['x'::character varying::text,"
                        + " 'it''s'::character varying::text, NULL::character varying::text])"))
                .isEqualTo(settled);
        assertThat(Printed.settled(settled)).isEqualTo(settled);
    }

    @Test
    void lengthsThatCutAValueStay() {
        assertThat(Printed.settled("ARRAY['xyz'::character varying(2), 'a'::character varying]::text[]"))
                .isEqualTo("ARRAY['xyz'::character varying(2)::text, 'a'::text]");
    }

    @Test
    void aConstantHasTheNameThatItsCastGivesItAnyway() {
        assertThat(Printed.settled("SELECT DISTINCT 'x'::text AS text, NULL::text AS text, '-1'::integer AS int4"))
                .isEqualTo("SELECT DISTINCT 'x'::text, NULL::text, '-1'::integer");
        assertThat(Printed.settled("EXISTS ( SELECT '-1.5'::numeric AS \"numeric\"\n   FROM t)"))
                .isEqualTo("EXISTS ( SELECT '-1.5'::numeric\n   FROM t)");
        assertUnchanged("SELECT a || 'x'::text AS text, 'x'::text AS texts, f(a, 'x'::text) AS text");
        assertUnchanged("SELECT XMLFOREST(a, 'x'::text AS text), 'SELECT ''x''::text AS text' AS b");
    }

    @Test
    void aCollationAndAQueryHaveTheNameOfTheirConstantAnyway() {
        assertThat(Printed.settled(
                        "SELECT ('x'::text COLLATE \"C\") AS text, ( SELECT 'y'::text AS text\n FROM t) AS text"))
                .isEqualTo("SELECT ('x'::text COLLATE \"C\"), ( SELECT 'y'::text\n FROM t)");
        assertThat(Printed.settled("SELECT ( SELECT ( SELECT '1'::integer AS int4, a) AS int4) AS int4"))
                .isEqualTo("SELECT ( SELECT ( SELECT '1'::integer, a))");
        assertThat(Printed.settled(
                        "SELECT NULL::text COLLATE pg_catalog.\"de x\" AS text, 'x'::text COLLATE \"C\" AS y"))
                .isEqualTo("SELECT NULL::text COLLATE pg_catalog.\"de x\", 'x'::text COLLATE \"C\" AS y");
        assertUnchanged("SELECT ( SELECT a AS text, b) AS text");
        assertThat(Printed.settled(
                        "SELECT a || ( SELECT 'x'::text AS text) AS text, ( SELECT a, 'x'::text AS text) AS text"))
                .isEqualTo("SELECT a || ( SELECT 'x'::text) AS text, ( SELECT a, 'x'::text) AS text");
    }

    @Test
    void nothingElseChanges() {
        assertUnchanged("ARRAY['x'::character varying]::character varying[]");
        assertUnchanged("'x'::character varying");
        assertUnchanged("(a || 'x'::character varying)::text");
        assertUnchanged("ARRAY[b, 'x'::character varying]::text[]");
    }

    @Test
    void nothingInQuotesIsTakenForAnExpression() {
        assertUnchanged("'say ARRAY[''x''::character varying]::text[] or ''''::character varying::text'");
        assertUnchanged("\"'a'::character varying::text\" IS NULL");
        assertUnchanged("E'\\\\' || '''x''::character varying::text'");
    }

    private static void assertUnchanged(String expression) {
        assertThat(Printed.settled(expression)).isEqualTo(expression);
    }
}
