package org.limbeck.cli.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.limbeck.cli.VerbDocumentation;
import org.limbeck.migration.Ddl;
import org.limbeck.migration.Operations;
import org.limbeck.problem.ProblemCode;
import org.limbeck.problem.ProblemPage;
import org.limbeck.schema.DataType;
import org.limbeck.setting.Setting;

/** The reference pages have all that the code has, and say of it what the code says. */
@Execution(ExecutionMode.SAME_THREAD)
class ReferenceTest {

    @Test
    void settingsAreComplete() {
        Map<String, String> regions = new LinkedHashMap<>();
        StringBuilder list = new StringBuilder("| setting | meaning |\n|---|---|\n");
        for (Setting setting : Setting.values()) {
            String key = setting.key();
            list.append("| [`%s`](#%s) | %s |\n".formatted(key, key, setting.description()));
        }
        regions.put("settings", list.toString());
        for (Setting setting : Setting.values()) {
            regions.put("setting " + setting.key(), describe(setting));
        }
        check("settings.md", regions);
    }

    private static String describe(Setting setting) {
        String value = setting.defaultValue();
        return """
                %s

                | | |
                |---|---|
                | in `limbeck.properties` | `%s` |
                | in the environment | `%s` |
                | as an option | `%s %s` |
                | allowed | %s |
                | default | %s |
                """.formatted(
                        setting.description(),
                        setting.key(),
                        setting.environmentVariable(),
                        setting.option(),
                        setting.kind().placeholder().replace("|", "\\|"),
                        setting.kind().allowed(),
                        value.isEmpty() ? "none" : "`" + value + "`");
    }

    @Test
    void verbsAreComplete() {
        Map<String, String> regions = new LinkedHashMap<>();
        regions.put("all verbs", VerbDocumentation.ofAll());
        for (String verb : VerbDocumentation.verbs()) {
            regions.put("verb " + verb, VerbDocumentation.of(verb));
        }
        check("verbs.md", regions);
    }

    @Test
    void problemsAreComplete() {
        Map<String, String> regions = new LinkedHashMap<>();
        StringBuilder list = new StringBuilder("| code | what |\n|---|---|\n");
        StringBuilder pages = new StringBuilder();
        for (ProblemCode code : ProblemCode.values()) {
            String page = ProblemPage.of(code);
            String title = page.lines().findFirst().orElseThrow().substring(2);
            list.append("| [%s](#%s) | %s |\n".formatted(code.id(), anchor(title), code.title()));
            pages.append(page.replaceAll("(?m)^#", "##").strip()).append("\n\n");
        }
        regions.put("problems", list.toString());
        regions.put("problem pages", pages.toString());
        check("problems.md", regions);
    }

    @Test
    void operationsAreComplete() {
        check("operations.md", Map.of("types", types()));
        String text = String.join("\n", page("operations.md").lines())
                + String.join("\n", page("objects.md").lines());
        Stream<String> verbs = publicMethods(Operations.class).map(name -> "op." + name + "(");
        Stream<String> nouns = publicMethods(Ddl.class).map(name -> name + "(");
        Stream<String> constants = Arrays.stream(Ddl.class.getFields()).map(Field::getName);

        assertThat(Stream.of(verbs, nouns, constants).flatMap(words -> words).filter(word -> !text.contains(word)))
                .as("what operations.md and objects.md lack")
                .isEmpty();
    }

    private static String types() {
        StringBuilder table = new StringBuilder("| call | type |\n|---|---|\n");
        Arrays.stream(Ddl.class.getMethods())
                .filter(method -> method.getReturnType() == DataType.class && method.getParameterCount() == 0)
                .sorted(java.util.Comparator.comparing(Method::getName))
                .forEach(method -> table.append("| `%s()` | `%s` |\n".formatted(method.getName(), type(method))));
        return table.toString();
    }

    private static String type(Method method) {
        try {
            return method.invoke(null).toString();
        } catch (ReflectiveOperationException failure) {
            throw new LinkageError(method.toString(), failure);
        }
    }

    private static Stream<String> publicMethods(Class<?> type) {
        return Arrays.stream(type.getMethods())
                .filter(method -> method.getDeclaringClass() != Object.class)
                .map(Method::getName)
                .distinct()
                .sorted();
    }

    private static void check(String name, Map<String, String> wanted) {
        Page page = page(name);
        Regions regions = new Regions(page);
        Map<String, String> written = regions.texts();
        assertThat(written.keySet()).containsExactlyInAnyOrderElementsOf(wanted.keySet());
        if (Repository.WRITE) {
            regions.write(wanted);
        } else {
            wanted.forEach((region, text) ->
                    assertThat(written.get(region)).as(name + ", " + region).isEqualTo(text));
        }
    }

    private static Page page(String name) {
        return Page.read(Repository.root().resolve("docs/reference").resolve(name));
    }

    /** How a page's heading is linked to. */
    private static String anchor(String heading) {
        return Links.anchor(heading);
    }
}
