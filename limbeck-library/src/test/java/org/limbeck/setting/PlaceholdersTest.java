package org.limbeck.setting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.limbeck.problem.LimbeckException;
import org.limbeck.problem.Place;
import org.limbeck.problem.ProblemCode;

/** What {@code ${NAME}} and its relatives stand for. */
class PlaceholdersTest {

    private static final Place PLACE = new Place("limbeck.properties", 7);
    private static final Map<String, String> ENVIRONMENT = Map.of("A", "1", "B", "2", "EMPTY", "", "P", "x@y:z/%");
    private static final String ADS = "${DATABASE_URI:${POSTGRES_SERVER:+postgresql://${POSTGRES_USER:postgres}"
            + "@${POSTGRES_SERVER}:${POSTGRES_PORT:5432}/${POSTGRES_DB:ads}}}";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = true,
            value = {
                "plain                    | plain",
                "a$b                      | a$b",
                "$                        | $",
                "${A}                     | 1",
                "x${A}y${B}z              | x1y2z",
                "[${EMPTY}]               | []",
                "${NONE:d}                | d",
                "${NONE:-d}               | d",
                "${EMPTY:d}               | d",
                "[${NONE:}]               | []",
                "${A:d}                   | 1",
                "${A:${NONE}}             | 1",
                "${NONE:${A}}             | 1",
                "${NONE:x${NO:y${B}}z}    | xy2z",
                "${A:+t${B}}              | t2",
                "[${NONE:+t${NO}}]        | []",
                "[${EMPTY:+t}]            | []",
                "$${A}                    | ${A}",
                "${NONE:$${A}}            | ${A}",
                "${NONE:M{id}_{Slug}}     | M{id}_{Slug}",
                "{id}_}{                  | {id}_}{",
                "${NONE:a:b}              | a:b",
                "$$                       | $$",
                "${P}                     | x@y:z/%",
            })
    void fills(String text, String expected) {
        assertThat(fill(Setting.USER, text, ENVIRONMENT)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"${", "${A", "${}", "${ A}", "${1}", "${A:b", "${A:+b", "${A?b}", "${A:${B}", "${é}"})
    void refusesWhatIsMalformed(String text) {
        assertThatThrownBy(() -> fill(Setting.USER, text, ENVIRONMENT))
                .isInstanceOfSatisfying(LimbeckException.class, e -> {
                    assertThat(e.problem().code()).isEqualTo(ProblemCode.CONFIGURATION_FILE);
                    assertThat(e.problem().place()).isEqualTo(PLACE);
                });
    }

    @Test
    void tellsWhatIsNotSet() {
        assertThatThrownBy(() -> fill(Setting.USER, "${NONE}", ENVIRONMENT))
                .isInstanceOfSatisfying(LimbeckException.class, e -> {
                    assertThat(e.problem().sentence())
                            .isEqualTo("user needs the environment variable NONE, which is not set");
                    assertThat(e.problem().place()).isEqualTo(PLACE);
                    assertThat(e.problem().hints().get(0).command()).isEqualTo("export NONE=...");
                });
    }

    @Test
    void collectsAllNames() {
        Set<String> names = new HashSet<>();
        Placeholders.fill(Setting.USER, "${A:${X}}${NONE:+${Y}}", PLACE, ENVIRONMENT, names);
        assertThat(names).containsExactlyInAnyOrder("A", "X", "NONE", "Y");
    }

    @Test
    void encodesPartsOfAUrlButNotAWholeOne() {
        assertThat(fill(Setting.URL, "${P}", ENVIRONMENT)).isEqualTo("x@y:z/%");
        assertThat(fill(Setting.URL, "${NONE:${P}}", ENVIRONMENT)).isEqualTo("x@y:z/%");
        assertThat(fill(Setting.URL, "postgresql://h/${P}", ENVIRONMENT)).isEqualTo("postgresql://h/x%40y:z%2F%25");
        assertThat(fill(Setting.URL, "postgresql://${H}/d", Map.of("H", "[::1]:5,b:6")))
                .isEqualTo("postgresql://[::1]:5,b:6/d");
    }

    @Test
    void putsTogetherAUrl() {
        assertThat(fill(Setting.URL, ADS, Map.of())).isEmpty();
        assertThat(fill(Setting.URL, ADS, Map.of("POSTGRES_SERVER", "db")))
                .isEqualTo("postgresql://postgres@db:5432/ads");
        assertThat(fill(Setting.URL, ADS, Map.of("POSTGRES_SERVER", "db", "POSTGRES_USER", "a@b")))
                .isEqualTo("postgresql://a%40b@db:5432/ads");
        assertThat(fill(
                        Setting.URL,
                        ADS,
                        Map.of("DATABASE_URI", "postgresql+psycopg2://u:p%40@h/d", "POSTGRES_SERVER", "x")))
                .isEqualTo("postgresql+psycopg2://u:p%40@h/d");
    }

    @Property
    void anyPasswordAndDatabaseSurviveInAUrl(@ForAll String password, @ForAll String database) {
        if (!isText(password) || !isText(database)) {
            return;
        }
        String url = fill(Setting.URL, "postgresql://me:${W}@h/${D}", Map.of("W", password, "D", database));
        Database.Server server = (Database.Server) DatabaseUrl.parse(url, "", "", Map.of());
        assertThat(server.password()).isEqualTo(password);
        assertThat(server.displayName()).isEqualTo((database.isEmpty() ? "me" : database) + "@h");
    }

    /** Environment variables hold no NUL and, as text in UTF-8, no half surrogate pairs. */
    static boolean isText(String text) {
        return text.indexOf('\0') < 0
                && java.nio.charset.StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }

    private static String fill(Setting setting, String text, Map<String, String> environment) {
        return Placeholders.fill(setting, text, PLACE, environment, new HashSet<>());
    }
}
