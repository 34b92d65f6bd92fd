package org.limbeck.cli;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.limbeck.problem.LimbeckException;
import org.limbeck.problem.Nearest;
import org.limbeck.problem.Problem;
import org.limbeck.problem.ProblemCode;

/**
 * Reads a verb's arguments: {@code --name value}, {@code --name=value}, {@code -n value}, {@code -nvalue}, and flags of one
 * letter together. picocli could do that as well, but what it sets up for it takes a third of a short command's time.
 *
 * @param verb the command for messages, for example {@code limbeck upgrade}
 */
record Parser(String verb, Declaration declaration) {

    /** Reads all options; arguments are looked at by {@link #arguments}. */
    Parsed parse(List<String> words) {
        Parsed parsed = new Parsed();
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (!looksLikeOption(word)) {
                parsed.arguments().add(word);
            } else if (read(word, i + 1 < words.size() ? words.get(i + 1) : null, parsed)) {
                i++;
            }
        }
        return parsed;
    }

    /** A target such as -1 is no option. */
    private static boolean looksLikeOption(String word) {
        return word.length() > 1 && word.charAt(0) == '-' && !isNumber(word.charAt(1));
    }

    private static boolean isNumber(char c) {
        return c >= '0' && c <= '9';
    }

    /** Reads one word of options. Answers whether the next word was taken for its value. */
    private boolean read(String word, @Nullable String next, Parsed parsed) {
        int end = word.indexOf('=');
        Option option = declaration.option(end < 0 ? word : word.substring(0, end));
        if (option != null) {
            return put(option, end < 0 ? null : word.substring(end + 1), next, parsed);
        }
        if (word.startsWith("--")) {
            throw unknown(word);
        }
        for (int letter = 1; letter < word.length(); letter++) {
            Option flag = declaration.option("-" + word.charAt(letter));
            if (flag == null) {
                throw unknown(word);
            }
            if (flag.takesValue()) {
                String rest = word.substring(letter + 1);
                return put(flag, rest.isEmpty() ? null : rest, next, parsed);
            }
            put(flag, null, null, parsed);
        }
        return false;
    }

    private boolean put(Option option, @Nullable String attached, @Nullable String next, Parsed parsed) {
        String name = option.longestName();
        if (parsed.has(name) && option.kind() != Option.Kind.VALUES) {
            throw problem("the option " + name + " is given twice").exception();
        }
        List<String> values = parsed.open(option);
        if (!option.takesValue()) {
            if (attached != null) {
                throw problem("the option " + name + " takes no value").exception();
            }
            return false;
        }
        if (attached == null && (next == null || isOption(next))) {
            throw problem("the option " + name + " needs a value").exception();
        }
        values.add(attached == null ? next : attached);
        return attached == null;
    }

    private boolean isOption(String word) {
        int end = word.indexOf('=');
        return declaration.option(end < 0 ? word : word.substring(0, end)) != null;
    }

    /** The arguments, as many as the verb takes, with those that are no options whatever they look like. */
    List<String> arguments(Parsed parsed, List<String> literal) {
        List<String> arguments = new ArrayList<>(parsed.arguments());
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

    private LimbeckException unknown(String word) {
        int end = word.indexOf('=');
        String option = end < 0 ? word : word.substring(0, end);
        Problem problem = Problem.of(ProblemCode.USAGE, verb + " has no option " + option);
        String nearest = nearest(option);
        return (nearest == null ? problem : problem.hint("did you mean", nearest))
                .hint("to see its options", verb + " --help")
                .exception();
    }

    private @Nullable String nearest(String wrong) {
        List<String> names = new ArrayList<>();
        for (Option option : declaration.options()) {
            for (String name : option.names()) {
                if (name.startsWith("--")) {
                    names.add(name);
                }
            }
        }
        return wrong.startsWith("--") ? Nearest.of(wrong, names) : null;
    }

    private Problem problem(String sentence) {
        Problem problem = Problem.of(ProblemCode.USAGE, sentence);
        if (!declaration.examples().isEmpty()) {
            problem = problem.hint("for example", declaration.examples().get(0).command());
        }
        return problem.hint("to see what it takes", verb + " --help");
    }
}
