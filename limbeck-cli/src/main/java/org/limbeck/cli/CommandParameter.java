package org.limbeck.cli;

import java.util.ArrayList;
import java.util.List;

/**
 * One thing that a command takes, with a name even where the command line gives it none.
 *
 * @param name without hyphens before it, for example {@code from-revisions}
 * @param options how it is given on the command line; nothing for an argument
 * @param kind what it can be
 * @param description one sentence or more for help
 */
public record CommandParameter(String name, List<String> options, Kind kind, String description) {

    /** How often a parameter has a value. */
    public enum Kind {
        /** {@code true} or {@code false}. */
        FLAG,
        /** One value. */
        VALUE,
        /** Several values with spaces between them. */
        VALUES
    }

    public CommandParameter {
        options = List.copyOf(options);
    }

    static CommandParameter argument(Declaration declaration) {
        String label = declaration.argumentLabel();
        String name = label.substring(label.lastIndexOf('<') + 1, label.lastIndexOf('>'));
        Kind kind = declaration.mostArguments() == 1 ? Kind.VALUE : Kind.VALUES;
        return new CommandParameter(name, List.of(), kind, declaration.argumentDescription());
    }

    static CommandParameter of(Option option) {
        String name = option.names().stream()
                .filter(spelled -> spelled.startsWith("--"))
                .findFirst()
                .orElseThrow();
        Kind kind = Kind.valueOf(option.kind().name());
        return new CommandParameter(name.substring(2), option.names(), kind, option.description());
    }

    /** The words that give it this value on the command line; those of an argument belong behind {@code --}. */
    public List<String> words(String value) {
        if (kind == Kind.FLAG) {
            return Boolean.parseBoolean(value) ? List.of("--" + name) : List.of();
        }
        List<String> values =
                kind == Kind.VALUE ? List.of(value) : List.of(value.strip().split("\\s+", -1));
        if (options.isEmpty()) {
            return values;
        }
        List<String> words = new ArrayList<>();
        values.forEach(one -> words.add("--" + name + "=" + one));
        return words;
    }
}
