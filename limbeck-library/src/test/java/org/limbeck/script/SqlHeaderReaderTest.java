package org.limbeck.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.limbeck.graph.RevisionNode;
import org.limbeck.problem.LimbeckException;
import org.limbeck.problem.Place;
import org.limbeck.problem.Problem;
import org.limbeck.problem.ProblemCode;

/** Specifies the header of an SQL migration. */
class SqlHeaderReaderTest {

    @Test
    void readsAllKeys() {
        FileHeader header = read("""
                /* licence: ours
                   -- revision: no */
                -- note: free text

                -- Revision:  7c1e
                -- revises:   a, b
                --depends-on: c
                -- labels:    x,
                -- message:   backfill: all, of it
                -- created:   2026-11-22 14:03

                -- why: because

                -- upgrade
                -- revision: other
                """);
        assertThat(header)
                .isEqualTo(new FileHeader(
                        new RevisionNode("7c1e", List.of("a", "b"), List.of("c"), List.of("x")),
                        "backfill: all, of it",
                        "2026-11-22 14:03",
                        "",
                        5));
    }

    @Test
    void aBaseRevisesNothing() {
        assertThat(read("-- revision: a\r\n-- revises:\r\n\r\n-- UPGRADE\r\n").node())
                .isEqualTo(new RevisionNode("a", List.of(), List.of(), List.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "SELECT 1;", "-- a comment\nSELECT 1;", "SELECT 1;\n-- revision: late"})
    void asksForAHeader(String text) {
        Problem problem = problem(text);
        assertThat(problem.code()).isEqualTo(ProblemCode.MIGRATION_HEADER);
        assertThat(problem.sentence()).isEqualTo("a.sql has no header that names its revision");
        assertThat(read(problem.hints().get(0).command()).node()).isNotNull();
    }

    @Test
    void namesTheKeyThatWasMeant() {
        Problem problem = problem("-- revision: a\n-- revise: b\n");
        assertThat(problem.place()).isEqualTo(new Place("a.sql", 2));
        assertThat(problem.sentence()).isEqualTo("\"revise\" means nothing in a header");
        assertThat(problem.hints().get(0).command()).isEqualTo("-- revises: b");
        assertThat(problem("-- revision: a\n-- colour: b\n").hints().get(0).purpose())
                .contains("depends-on");
        assertThat(problem("-- revision: a\n-- some words\n").sentence()).contains("is not \"-- key: value\"");
    }

    @Test
    void refusesAKeyThatStandsTwice() {
        assertThat(problem("-- revision: a\n-- revises: b\n-- revises: c\n").place())
                .isEqualTo(new Place("a.sql", 3));
        assertThat(problem("-- revision: a b\n").code()).isEqualTo(ProblemCode.INVALID_REVISION_ID);
    }

    @Test
    void knowsWhenThePartItSawIsNotEnough() {
        assertThat(new SqlHeaderReader("a.sql", "-- revision: a\n").read(false)).isEmpty();
        assertThat(new SqlHeaderReader("a.sql", "-- revision: a\n-- upgrade\n").read(false))
                .isPresent();
    }

    private static FileHeader read(String text) {
        return new SqlHeaderReader("a.sql", text).read(true).orElseThrow();
    }

    private static Problem problem(String text) {
        LimbeckException thrown = catchThrowableOfType(LimbeckException.class, () -> read(text));
        return thrown.problem();
    }
}
