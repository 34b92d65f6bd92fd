package org.limbeck.setting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.limbeck.problem.LimbeckException;
import org.limbeck.problem.Place;
import org.limbeck.problem.Problem;
import org.limbeck.problem.ProblemCode;

/** Which value of a setting counts, and where it came from. */
class SettingsTest {

    @TempDir
    Path folder;

    @Test
    void defaultsCountWithoutAnything() {
        Settings settings = load(Map.of(), Map.of());
        assertThat(settings.file()).isEmpty();
        assertThat(settings.migrations())
                .containsExactly(
                        folder.resolve("src/main/java/db/migration"),
                        folder.resolve("src/main/resources/db/migration"));
        assertThat(settings.versionTable()).isEqualTo("limbeck_version");
        assertThat(settings.historyTable()).isEqualTo("limbeck_history");
        assertThat(settings.transaction()).isEqualTo(TransactionScope.REVISION);
        assertThat(settings.lockWait()).isEqualTo(Duration.ofMinutes(10));
        assertThat(settings.classPath()).isEmpty();
        assertThat(settings.fileName()).isEmpty();
        assertThat(settings.template()).isEmpty();
        assertThat(settings.language()).isEqualTo(Language.JAVA);
        assertThat(settings.namingConvention()).isEqualTo("postgresql");
        assertThat(settings.embeddedVersion()).isEqualTo(18);
        assertThat(settings.stateDirectory()).isEqualTo(folder.resolve(".limbeck"));
        assertThat(settings.color()).isEqualTo(Color.AUTO);
        assertThat(settings.database()).isEqualTo(new Database.Embedded());
        assertThat(settings.all()).hasSize(Setting.values().length).allMatch(v -> v.origin() instanceof Origin.Default);
    }

    @Test
    void everyDefaultIsValid() {
        assertThat(Setting.values()).hasSizeLessThanOrEqualTo(20).allSatisfy(setting -> {
            assertThat(setting.defaultValue().isEmpty() || setting.kind().accepts(setting.defaultValue()))
                    .isTrue();
            assertThat(setting.description()).endsWith(".");
            assertThat(Setting.byKey(setting.key())).contains(setting);
        });
    }

    @Test
    void anOptionComesBeforeTheEnvironmentBeforeTheFile() throws IOException {
        file("# ours\ncolor=never\nlanguage=sql\ntransaction = run\n");
        Settings settings = load(
                Map.of("LIMBECK_COLOR", "always", "LIMBECK_LANGUAGE", "java", "LIMBECK_TRANSACTION", ""),
                Map.of("color", "auto"));
        assertThat(settings.get(Setting.COLOR))
                .isEqualTo(new SettingValue(Setting.COLOR, "auto", new Origin.Option("--color")));
        assertThat(settings.get(Setting.LANGUAGE).origin()).isEqualTo(new Origin.Environment("LIMBECK_LANGUAGE"));
        assertThat(settings.get(Setting.TRANSACTION))
                .isEqualTo(new SettingValue(
                        Setting.TRANSACTION, "run", new Origin.InFile(new Place("limbeck.properties", 4))));
        assertThat(settings.get(Setting.TRANSACTION)).hasToString("transaction=run (limbeck.properties:4)");
    }

    @Test
    void anEmptyValueStandsForTheDefault() throws IOException {
        file("language=\ncolor=never");
        Settings settings = load(Map.of(), Map.of("color", ""));
        assertThat(settings.language()).isEqualTo(Language.JAVA);
        assertThat(settings.color()).isEqualTo(Color.AUTO);
    }

    @Test
    void findsTheFileInAParentAndResolvesPathsFromThere() throws IOException {
        file("template=my/t.java\nmigrations=a, b ,,\nclass-path=x" + File.pathSeparator + "y\nbad=1");
        Path below = Files.createDirectories(folder.resolve("one/two"));
        Problem problem = problem(new SettingSources(below, Map.of(), Map.of(), null));
        assertThat(problem.place())
                .isEqualTo(new Place(Path.of("../../limbeck.properties").toString(), 4));

        file("template=my/t.java\nmigrations=a, b ,,\nclass-path=x" + File.pathSeparator + "y\n");
        Settings settings = Settings.load(new SettingSources(below, Map.of(), Map.of(), null));
        assertThat(settings.template()).contains(folder.resolve("my/t.java"));
        assertThat(settings.migrations()).containsExactly(folder.resolve("a"), folder.resolve("b"));
        assertThat(settings.classPath()).containsExactly(folder.resolve("x"), folder.resolve("y"));
    }

    @Test
    void readsTheFileThatIsNamed() throws IOException {
        file("color=never");
        Files.writeString(folder.resolve("other.properties"), "\uFEFFcolor=always");
        Path other = Path.of("other.properties");
        assertThat(Settings.load(new SettingSources(folder, Map.of(), Map.of(), other))
                        .color())
                .isEqualTo(Color.ALWAYS);
        assertThat(load(Map.of("LIMBECK_CONFIG", "other.properties"), Map.of()).color())
                .isEqualTo(Color.ALWAYS);
        assertThat(problem(new SettingSources(folder, Map.of(), Map.of(), Path.of("none")))
                        .code())
                .isEqualTo(ProblemCode.CONFIGURATION_FILE);
    }

    @Test
    void takesTheClassesOfTheBuildIfThereAreAny() throws IOException {
        Path classes = Files.createDirectories(folder.resolve("target/classes"));
        assertThat(load(Map.of(), Map.of()).classPath()).containsExactly(classes);
    }

    @Test
    void refusesAFileThatIsNotUtf8() throws IOException {
        Files.write(folder.resolve("limbeck.properties"), new byte[] {'a', '=', (byte) 0xE9});
        assertThat(problem(Map.of(), Map.of()).code()).isEqualTo(ProblemCode.FILE_ENCODING);
    }

    @Test
    void refusesAKeyThatComesTwice() throws IOException {
        file("color=auto\n\ncolor=never");
        Problem problem = problem(Map.of(), Map.of());
        assertThat(problem.place()).isEqualTo(new Place("limbeck.properties", 3));
        assertThat(problem.evidence()).containsExactly("first in limbeck.properties:1");
    }

    @Test
    void suggestsTheNearestOfWhatIsUnknown() throws IOException {
        assertThat(problem(Map.of("LIMBECK_COLOUR", "x"), Map.of())
                        .hints()
                        .get(0)
                        .command())
                .isEqualTo("LIMBECK_COLOR");
        assertThat(problem(Map.of(), Map.of("lockwait", "x")).hints().get(0).command())
                .isEqualTo("--lock-wait");
        file("\nversion_table=x");
        Problem problem = problem(Map.of(), Map.of());
        assertThat(problem.code()).isEqualTo(ProblemCode.UNKNOWN_SETTING);
        assertThat(problem.place()).isEqualTo(new Place("limbeck.properties", 2));
        assertThat(problem.hints().get(0).command()).isEqualTo("version-table");
    }

    @Test
    void knowsVariablesOfTheLauncherAndOfTheFile() throws IOException {
        file("user=${LIMBECK_ADS_USER:x}");
        Map<String, String> environment =
                Map.of("LIMBECK_HOME", "/h", "LIMBECK_JAVA_OPTIONS", "-X", "LIMBECK_ADS_USER", "ann", "OTHER", "1");
        assertThat(load(environment, Map.of()).get(Setting.USER).value()).isEqualTo("ann");
    }

    @ParameterizedTest
    @CsvSource({
        "transaction,       statement",
        "language,          Java",
        "lock-wait,         10",
        "lock-wait,         -1s",
        "lock-wait,         1d",
        "lock-wait,         9999999999s",
        "embedded-version,  13",
        "embedded-version,  180",
        "color,             yes",
        "file-name,         '{slug}'",
        "file-name,         '{id}_{name}'",
        "file-name,         'a/{id}'",
        "file-name,         '{id}_{slug'",
        "naming-convention, 'pk'",
        "naming-convention, 'zz={table}'",
        "naming-convention, 'pk={tabel}'",
        "naming-convention, 'pk=a,pk=b'",
        "version-table,     a123456789012345678901234567890123456789012345678901234567890123",
        "migrations,        ','",
    })
    void refusesValuesThatCannotBeUsed(String key, String value) throws IOException {
        file(key + "=" + value);
        Problem problem = problem(Map.of(), Map.of());
        assertThat(problem.code()).isEqualTo(ProblemCode.INVALID_SETTING);
        assertThat(problem.place()).isEqualTo(new Place("limbeck.properties", 1));
        assertThat(problem.hints().get(0).purpose()).startsWith("allowed: ");
    }

    @ParameterizedTest
    @CsvSource({
        "lock-wait,         500ms",
        "lock-wait,         0s",
        "lock-wait,         2 h",
        "file-name,         '{year}{month}{day}_{hour}{minute}{second}_{id}_{Slug}'",
        "version-table,     sales.limbeck_version",
        "naming-convention, 'pk=pk_{table}, fk=fk_{table}_{columns}_{referred_table}'",
        "embedded-version,  14",
    })
    void takesValuesThatCanBeUsed(String key, String value) {
        assertThat(load(Map.of(), Map.of(key, value))
                        .get(Setting.byKey(key).orElseThrow())
                        .value())
                .isEqualTo(value);
    }

    @Test
    void placesAProblemWithTheUrl() throws IOException {
        file("\nurl=postgresql://u:secret@h:x/d");
        LimbeckException e = catchThrowableOfType(LimbeckException.class, load(Map.of(), Map.of())::database);
        assertThat(e.problem().place()).isEqualTo(new Place("limbeck.properties", 2));
        assertThat(e.problem().evidence()).containsExactly("postgresql://u:****@h:x/d");
    }

    @Test
    void namesADatabaseAssembledFromTheEnvironment() throws IOException {
        file("url=${DATABASE_URI:${POSTGRES_SERVER:+postgresql://${POSTGRES_USER:postgres}@${POSTGRES_SERVER}"
                + ":${POSTGRES_PORT:5432}/${POSTGRES_DB:ads}}}\npassword=${POSTGRES_PASSWORD:}\n");
        assertThat(load(Map.of(), Map.of()).database()).isEqualTo(new Database.Embedded());
        Settings parts = load(Map.of("POSTGRES_SERVER", "db", "POSTGRES_PASSWORD", "p@:/"), Map.of());
        assertThat(parts.database().displayName()).isEqualTo("ads@db");
        assertThat(((Database.Server) parts.database()).password()).isEqualTo("p@:/");
        assertThat(parts.toString()).doesNotContain("p@:/");
        Settings whole = load(Map.of("DATABASE_URI", "postgresql+psycopg2://u:p%40@h:1/shop"), Map.of());
        assertThat(whole.database().displayName()).isEqualTo("shop@h:1");
        assertThat(((Database.Server) whole.database()).password()).isEqualTo("p@");
    }

    private void file(String text) throws IOException {
        Files.writeString(folder.resolve("limbeck.properties"), text);
    }

    private Settings load(Map<String, String> environment, Map<String, String> options) {
        return Settings.load(new SettingSources(folder, environment, options, null));
    }

    private Problem problem(Map<String, String> environment, Map<String, String> options) {
        return problem(new SettingSources(folder, environment, options, null));
    }

    private static Problem problem(SettingSources sources) {
        return catchThrowableOfType(LimbeckException.class, () -> Settings.load(sources))
                .problem();
    }
}
