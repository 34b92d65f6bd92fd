package org.limbeck.cli;

import java.util.ArrayList;
import java.util.List;
import org.limbeck.setting.Setting;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** What a verb takes, told to picocli without annotations, whose evaluation would take longer than most commands. */
final class Declaration {

    static final String HELP = "--help";
    static final String VERSION = "--version";
    static final String CONFIG = "--config";
    static final String VERBOSE = "--verbose";
    static final String QUIET = "--quiet";
    static final String FORMAT = "--format";
    static final String STACKTRACE = "--stacktrace";

    private static final int WIDTH = 110;

    private final CommandSpec spec;
    private final List<Example> examples = new ArrayList<>();
    private String argumentLabel = "";
    private int fewest;
    private int most;

    /** A line to paste, and what it does. */
    record Example(String command, String purpose) {}

    Declaration(String name) {
        spec = CommandSpec.create().name(name);
        // A target such as -1 is no option; what only looks like an option is refused afterwards.
        spec.parser().unmatchedOptionsArePositionalParams(true);
        spec.usageMessage().sortOptions(false).width(WIDTH);
    }

    /** The declaration of one verb, with the options that all have. */
    static Declaration of(Verb verb) {
        Declaration declaration = new Declaration(verb.name());
        verb.declare(declaration);
        declaration.addGlobalOptions(true);
        return declaration;
    }

    /** The options that all verbs have, and nothing else. */
    static Declaration global() {
        Declaration declaration = new Declaration("limbeck");
        declaration.addGlobalOptions(false);
        return declaration;
    }

    /** What is given without a name, at least and at most so often. */
    Declaration argument(String label, int atLeast, int atMost, String description) {
        argumentLabel = label;
        fewest = atLeast;
        most = atMost;
        spec.addPositional(PositionalParamSpec.builder()
                .index("0..*")
                .arity("0..*")
                .type(List.class)
                .auxiliaryTypes(String.class)
                .paramLabel(label)
                .hideParamSyntax(true)
                .description(escaped(description))
                .build());
        return this;
    }

    /** An option that is there or not. */
    Declaration flag(String description, String... names) {
        spec.addOption(flagOption(names, description).build());
        return this;
    }

    /** An option with a value; the last one counts. */
    Declaration value(String label, String description, String... names) {
        spec.addOption(valueOption(names, label, description).build());
        return this;
    }

    /** An option with a value that can be given several times. */
    Declaration values(String label, String description, String... names) {
        spec.addOption(OptionSpec.builder(names)
                .arity("1")
                .type(List.class)
                .auxiliaryTypes(String.class)
                .paramLabel(label)
                .description(escaped(description))
                .build());
        return this;
    }

    Declaration example(String command, String purpose) {
        examples.add(new Example(command, purpose));
        return this;
    }

    CommandSpec spec() {
        return spec;
    }

    List<Example> examples() {
        return examples;
    }

    String argumentLabel() {
        return argumentLabel;
    }

    int fewestArguments() {
        return fewest;
    }

    int mostArguments() {
        return most;
    }

    private void addGlobalOptions(boolean hidden) {
        if (argumentLabel.isEmpty()) {
            spec.addPositional(PositionalParamSpec.builder()
                    .index("0..*")
                    .arity("0..*")
                    .type(List.class)
                    .auxiliaryTypes(String.class)
                    .hidden(true)
                    .build());
        }
        addFlag(hidden, "Say more.", "-v", VERBOSE);
        addFlag(hidden, "Print only data and problems.", "-q", QUIET);
        addValue(hidden, "text|json", "How data and problems are printed; text if it isn't given.", FORMAT);
        addValue(
                hidden,
                "<file>",
                "The configuration file; without it limbeck.properties here or in a parent folder.",
                "-c",
                CONFIG);
        addFlag(hidden, "Show where in Limbeck a defect is.", STACKTRACE);
        addFlag(false, "Show this help.", "-h", HELP);
        addFlag(hidden, "Show the version.", VERSION);
        for (Setting setting : Setting.values()) {
            String description = setting.description()
                    + (setting.defaultValue().isEmpty() ? "" : " Default: " + setting.defaultValue());
            addValue(hidden, setting.kind().placeholder(), description, setting.option());
        }
    }

    private void addFlag(boolean hidden, String description, String... names) {
        spec.addOption(flagOption(names, description).hidden(hidden).build());
    }

    private void addValue(boolean hidden, String label, String description, String... names) {
        spec.addOption(valueOption(names, label, description).hidden(hidden).build());
    }

    private static OptionSpec.Builder flagOption(String[] names, String description) {
        return OptionSpec.builder(names).arity("0").type(boolean.class).description(escaped(description));
    }

    private static OptionSpec.Builder valueOption(String[] names, String label, String description) {
        return OptionSpec.builder(names)
                .arity("1")
                .type(String.class)
                .paramLabel(label)
                .description(escaped(description));
    }

    /** picocli takes descriptions for formats. */
    private static String escaped(String description) {
        return description.replace("%", "%%");
    }
}
