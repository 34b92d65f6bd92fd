package org.limbeck.cli;

import java.util.List;
import java.util.Objects;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** The texts of {@code --help} and {@code --version}. */
final class Help {

    private static final int GAP = 3;

    private static final String HEADING = """
            Schema versioning for PostgreSQL.

            Usage: limbeck <command> [options]

            Commands:
            """;

    private static final String OPTIONS = """

            Options of all commands, settings included. A setting can also stand in limbeck.properties (url=...)
            or in the environment (LIMBECK_URL).

            """;

    private Help() {}

    static String version() {
        Package own = Help.class.getPackage();
        String version = own.getImplementationVersion();
        return "limbeck " + (version == null ? "development" : version) + " (Java " + Runtime.version() + ")";
    }

    /** The page of one verb. */
    static String of(Verb verb, Declaration declaration) {
        StringBuilder text = new StringBuilder();
        text.append(verb.summary()).append("\n\n");
        String label = declaration.argumentLabel();
        text.append("Usage: limbeck ").append(verb.name()).append(" [options]");
        if (!label.isEmpty()) {
            String argument = label + (declaration.mostArguments() > 1 ? "..." : "");
            text.append(declaration.fewestArguments() == 0 ? " [" + argument + "]" : " " + argument);
        }
        text.append("\n\n").append(parameters(declaration)).append("\nExamples:\n");
        examples(declaration.examples(), text);
        return text.append("\nEvery setting is an option too; limbeck --help lists them.\n")
                .toString();
    }

    /** The page of the whole command. */
    static String overview() {
        StringBuilder text = new StringBuilder(HEADING);
        int width = 0;
        for (String name : Verbs.names()) {
            width = Math.max(width, name.length());
        }
        for (String name : Verbs.names()) {
            Verb verb = Objects.requireNonNull(Verbs.find(name));
            text.append("  ")
                    .append(name)
                    .append(" ".repeat(width - name.length() + GAP))
                    .append(verb.summary())
                    .append('\n');
        }
        text.append(OPTIONS);
        text.append(parameters(Declaration.global()));
        text.append("\nExamples:\n");
        examples(
                List.of(
                        new Declaration.Example("limbeck init", "to begin"),
                        new Declaration.Example("limbeck revision -m \"create users\"", "to write a migration"),
                        new Declaration.Example("limbeck upgrade", "to run what is missing"),
                        new Declaration.Example("limbeck upgrade --help", "to see what a command takes")),
                text);
        return text.toString();
    }

    private static String parameters(Declaration declaration) {
        CommandSpec spec = PicocliModel.of(declaration);
        CommandLine.Help help = new CommandLine(spec)
                .getHelpFactory()
                .create(spec, CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF));
        return help.parameterList() + help.optionList();
    }

    private static void examples(List<Declaration.Example> examples, StringBuilder text) {
        int width = 0;
        for (Declaration.Example example : examples) {
            width = Math.max(width, example.command().length());
        }
        for (Declaration.Example example : examples) {
            text.append("  ")
                    .append(example.command())
                    .append(" ".repeat(width - example.command().length() + GAP))
                    .append(example.purpose())
                    .append('\n');
        }
    }
}
