package org.limbeck.cli;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.limbeck.problem.Nearest;
import org.limbeck.problem.Problem;
import org.limbeck.problem.ProblemCode;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/**
 * Reads a verb's arguments.
 *
 * @param verb the command for messages, for example {@code limbeck upgrade}
 */
record Parser(String verb, Declaration declaration) {

    /** Reads all options; arguments are looked at by {@link #arguments}. */
    ParseResult parse(List<String> words) {
        CommandLine commandLine = new CommandLine(declaration.spec());
        try {
            ParseResult parsed = commandLine.parseArgs(words.toArray(new String[0]));
            refuseUnknownOptions(parsed);
            return parsed;
        } catch (MissingParameterException missing) {
            throw problem("the option " + name(missing.getMissing().get(0)) + " needs a value")
                    .exception();
        } catch (OverwrittenOptionException twice) {
            throw problem("the option " + name(twice.getOverwritten()) + " is given twice")
                    .exception();
        } catch (ParameterException other) {
            throw problem(String.valueOf(other.getMessage())).exception();
        }
    }

    /** The arguments, as many as the verb takes, with those that are no options whatever they look like. */
    List<String> arguments(ParseResult parsed, List<String> literal) {
        List<String> arguments = new ArrayList<>(given(parsed));
        arguments.addAll(literal);
        String label = declaration.argumentLabel();
        if (arguments.size() < declaration.fewestArguments()) {
            throw problem(verb + " needs " + (declaration.fewestArguments() == 1 ? "a " : "more: ") + label)
                    .exception();
        }
        if (arguments.size() > declaration.mostArguments()) {
            throw problem(verb
                            + (declaration.mostArguments() == 0
                                    ? " takes no argument"
                                    : " takes only " + declaration.mostArguments() + " " + label)
                            + ", but was given \"" + arguments.get(declaration.mostArguments()) + "\"")
                    .exception();
        }
        return arguments;
    }

    private static List<String> given(ParseResult parsed) {
        List<String> value = parsed.matchedPositionalValue(0, List.of());
        return value == null ? List.of() : value;
    }

    private void refuseUnknownOptions(ParseResult parsed) {
        for (String argument : given(parsed)) {
            if (argument.length() > 1 && argument.charAt(0) == '-' && !isNumber(argument.charAt(1))) {
                int end = argument.indexOf('=');
                String option = end < 0 ? argument : argument.substring(0, end);
                Problem problem = Problem.of(ProblemCode.USAGE, verb + " has no option " + option);
                String nearest = nearest(option);
                throw (nearest == null ? problem : problem.hint("did you mean", nearest))
                        .hint("to see its options", verb + " --help")
                        .exception();
            }
        }
    }

    private static boolean isNumber(char c) {
        return c >= '0' && c <= '9';
    }

    private @Nullable String nearest(String option) {
        List<String> names = new ArrayList<>();
        for (String name : declaration.spec().optionsMap().keySet()) {
            if (name.startsWith("--")) {
                names.add(name);
            }
        }
        return option.startsWith("--") ? Nearest.of(option, names) : null;
    }

    private Problem problem(String sentence) {
        Problem problem = Problem.of(ProblemCode.USAGE, sentence);
        if (!declaration.examples().isEmpty()) {
            problem = problem.hint("for example", declaration.examples().get(0).command());
        }
        return problem.hint("to see what it takes", verb + " --help");
    }

    private static String name(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    }
}
