package org.limbeck.cli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.limbeck.setting.Setting;

/** What a verb takes. */
final class Declaration {

    static final String HELP = "--help";
    static final String VERSION = "--version";
    static final String CONFIG = "--config";
    static final String VERBOSE = "--verbose";
    static final String QUIET = "--quiet";
    static final String FORMAT = "--format";
    static final String STACKTRACE = "--stacktrace";

    private final String name;
    private final List<Option> options = new ArrayList<>();
    private final Map<String, Option> byName = new HashMap<>();
    private final List<Example> examples = new ArrayList<>();
    private String argumentLabel = "";
    private String argumentDescription = "";
    private int fewest;
    private int most;

    /** A line to paste, and what it does. */
    record Example(String command, String purpose) {}

    Declaration(String name) {
        this.name = name;
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
        argumentDescription = description;
        return this;
    }

    /** An option that is there or not. */
    Declaration flag(String description, String... names) {
        return add(false, Option.Kind.FLAG, "", description, names);
    }

    /** An option with a value; it can be given once. */
    Declaration value(String label, String description, String... names) {
        return add(false, Option.Kind.VALUE, label, description, names);
    }

    /** An option with a value that can be given several times. */
    Declaration values(String label, String description, String... names) {
        return add(false, Option.Kind.VALUES, label, description, names);
    }

    Declaration example(String command, String purpose) {
        examples.add(new Example(command, purpose));
        return this;
    }

    String name() {
        return name;
    }

    /** All options, in the order of help. */
    List<Option> options() {
        return options;
    }

    /** The option with this name, if there is one. */
    @Nullable
    Option option(String optionName) {
        return byName.get(optionName);
    }

    List<Example> examples() {
        return examples;
    }

    String argumentLabel() {
        return argumentLabel;
    }

    String argumentDescription() {
        return argumentDescription;
    }

    int fewestArguments() {
        return fewest;
    }

    int mostArguments() {
        return most;
    }

    private void addGlobalOptions(boolean hidden) {
        add(hidden, Option.Kind.FLAG, "", "Say more.", "-v", VERBOSE);
        add(hidden, Option.Kind.FLAG, "", "Print only data and problems.", "-q", QUIET);
        add(
                hidden,
                Option.Kind.VALUE,
                "text|json",
                "How data and problems are printed; text if it isn't given.",
                FORMAT);
        add(
                hidden,
                Option.Kind.VALUE,
                "<file>",
                "The configuration file; without it limbeck.properties here or in a parent folder.",
                "-c",
                CONFIG);
        add(hidden, Option.Kind.FLAG, "", "Show where in Limbeck a defect is.", STACKTRACE);
        add(false, Option.Kind.FLAG, "", "Show this help.", "-h", HELP);
        add(hidden, Option.Kind.FLAG, "", "Show the version.", VERSION);
        for (Setting setting : Setting.values()) {
            String description = setting.description()
                    + (setting.defaultValue().isEmpty() ? "" : " Default: " + setting.defaultValue());
            add(hidden, Option.Kind.VALUE, setting.kind().placeholder(), description, setting.option());
        }
    }

    private Declaration add(boolean hidden, Option.Kind kind, String label, String description, String... names) {
        Option option = new Option(List.of(names), kind, label, description, hidden);
        options.add(option);
        for (String optionName : names) {
            byName.put(optionName, option);
        }
        return this;
    }
}
