package org.limbeck.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDateTime;
import java.util.Random;
import javax.lang.model.SourceVersion;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.limbeck.problem.LimbeckException;
import org.limbeck.problem.ProblemCode;

/** Specifies what new revisions and their files are called. */
class NamesTest {

    private static final LocalDateTime CREATED = LocalDateTime.of(2026, 1, 2, 3, 4, 5);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Add orders                  | add_orders              | AddOrders",
                "don't  panic!               | dont_panic              | DontPanic",
                "Prix d’été: Ça coûte        | prix_dete_ca_coute      | PrixDeteCaCoute",
                "ÜBERGRÖSSE straße           | ubergrosse_straße       | UbergrosseStraße",
                "добавить йод                | добавить_йод            | ДобавитьЙод",
                "名前 追加                    | 名前_追加                | 名前追加",
                "हिन्दी                       | हिन्दी                   | हिन्दी",
                "😀 !?                        | ''                      | ''",
                "v2.0 of users/orders        | v2_0_of_users_orders    | V20OfUsersOrders",
                "ﬁx ① thing                  | fix_1_thing             | Fix1Thing",
            })
    void namesAreMadeOfWords(String message, String slug, String camelCase) {
        assertThat(Slug.of(message)).isEqualTo(slug);
        assertThat(Slug.camelCase(message)).isEqualTo(camelCase);
    }

    @Test
    void namesAreCutBetweenWords() {
        assertThat(Slug.of("abcdefghi ".repeat(9))).isEqualTo("abcdefghi_abcdefghi_abcdefghi_abcdefghi");
        assertThat(Slug.of("x".repeat(99))).hasSize(40);
        assertThat(Slug.of("a " + "x".repeat(99))).isEqualTo("a");
    }

    @Property
    void everyMessageGivesAClassName(@ForAll String message) {
        assertThat(Slug.of(message).codePoints().count()).isLessThanOrEqualTo(Slug.MAX_LENGTH);
        assertThat(SourceVersion.isIdentifier("M" + Slug.camelCase(message))).isTrue();
    }

    @Test
    void identifiersAreTwelveDigits() {
        assertThat(RevisionId.random()).matches("[0-9a-f]{12}").isNotEqualTo(RevisionId.random());
        assertThat(RevisionId.random(new Random(1))).isEqualTo(RevisionId.random(new Random(1)));
        assertThat(RevisionId.check("ä1", null)).isEqualTo("ä1");
    }

    @ParameterizedTest
    @CsvSource({
        "{id}_{slug}, a1_add_orders",
        "M{id}_{Slug}, Ma1_AddOrders",
        "{year}-{month}-{day}_{hour}{minute}{second}, 2026-01-02_030405",
        "plain, plain",
    })
    void patternsAreFilled(String pattern, String name) {
        assertThat(new FileNamePattern(pattern).fileName("a1", "add orders", CREATED))
                .isEqualTo(name);
    }

    @Test
    void aMessageWithoutLettersLeavesNoSeparator() {
        assertThat(FileNamePattern.JAVA.className("a1", "!", CREATED)).isEqualTo("Ma1");
        assertThat(FileNamePattern.SQL.fileName("a1", "", CREATED)).isEqualTo("a1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{ids}", "{id", "a/b", "..\\x", "{slug}", "con", "Aux.{id}", "a:b", ".x", "lpt1", "a\u0001", "{}"
            })
    void patternsThatAreNoFileNamesAreRefused(String pattern) {
        LimbeckException thrown = catchThrowableOfType(
                LimbeckException.class, () -> new FileNamePattern(pattern).fileName("a1", "", CREATED));
        assertThat(thrown.problem().code()).isEqualTo(ProblemCode.INVALID_SETTING);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{year}_{slug}", "a-{id}", "class", "{slug}", "M {id}"})
    void patternsThatAreNoClassNamesAreRefused(String pattern) {
        LimbeckException thrown = catchThrowableOfType(
                LimbeckException.class, () -> new FileNamePattern(pattern).className("a1", "1 or 2", CREATED));
        assertThat(thrown.problem().sentence()).endsWith("cannot be the name of a Java class");
        assertThat(thrown.problem().hints().get(0).command()).isEqualTo("M{id}_{Slug}");
    }
}
