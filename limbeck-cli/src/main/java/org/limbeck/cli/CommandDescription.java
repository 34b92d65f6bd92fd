package org.limbeck.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a command does and takes.
 *
 * @param name how it is called
 * @param summary what it does, one sentence
 * @param parameters its argument, its options, and those of all commands, settings included
 */
public record CommandDescription(String name, String summary, List<CommandParameter> parameters) {

    private static final Set<String> OF_THE_SHELL = Set.of(Declaration.HELP, Declaration.VERSION);

    public CommandDescription {
        parameters = List.copyOf(parameters);
    }

    static CommandDescription of(Verb verb) {
        Declaration declaration = Declaration.of(verb);
        List<CommandParameter> parameters = new ArrayList<>();
        if (declaration.mostArguments() > 0) {
            parameters.add(CommandParameter.argument(declaration));
        }
        for (Option option : declaration.options()) {
            if (option.names().stream().noneMatch(OF_THE_SHELL::contains)) {
                parameters.add(CommandParameter.of(option));
            }
        }
        return new CommandDescription(verb.name(), verb.summary(), parameters);
    }

    /** The option that is called so on the command line, with its hyphens. */
    public Optional<CommandParameter> option(String spelled) {
        return parameters.stream()
                .filter(parameter -> parameter.options().contains(spelled))
                .findFirst();
    }

    /** What is given without a name, if anything is. */
    public Optional<CommandParameter> argument() {
        return parameters.stream()
                .filter(parameter -> parameter.options().isEmpty())
                .findFirst();
    }
}
