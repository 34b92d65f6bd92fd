package org.limbeck.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.limbeck.NewProject;
import org.limbeck.problem.Problem;
import org.limbeck.problem.ProblemCode;
import org.limbeck.setting.Language;
import org.limbeck.setting.Setting;

final class InitVerb implements Verb {

    @Override
    public String name() {
        return "init";
    }

    @Override
    public String summary() {
        return "Begin a project here: a configuration file and a folder for migrations.";
    }

    @Override
    public void declare(Declaration declaration) {
        declaration
                .argument(
                        "<folder>",
                        0,
                        1,
                        "The folder for migrations; without it src/main/java/db/migration, or migrations for SQL.")
                .example("limbeck init", "in the folder of a Maven project")
                .example("limbeck init --language sql", "for migrations in SQL only")
                .example("limbeck init db --language sql", "in a folder of your choice");
    }

    @Override
    public int run(Invocation invocation) {
        List<String> arguments = invocation.arguments();
        Language language = language(invocation.value(Setting.LANGUAGE.option()));
        Path folder = arguments.isEmpty() ? NewProject.usualFolder(language) : Path.of(arguments.get(0));
        List<Path> made = new NewProject(invocation.folder(), folder, language).write();
        if (invocation.json()) {
            invocation
                    .out()
                    .print(JsonText.text(
                            Map.of("files", made.stream().map(Path::toString).toList())));
            return ExitCode.DONE;
        }
        for (Path path : made) {
            invocation.out().println(path);
        }
        invocation.next("next", "limbeck revision -m \"create tables\"");
        return ExitCode.DONE;
    }

    private static Language language(@Nullable String given) {
        if (given == null || given.equals("java")) {
            return Language.JAVA;
        }
        if (given.equals("sql")) {
            return Language.SQL;
        }
        throw Problem.of(ProblemCode.INVALID_SETTING, "language cannot be \"" + given + "\"")
                .hint("allowed: " + Setting.LANGUAGE.kind().allowed())
                .exception();
    }
}
