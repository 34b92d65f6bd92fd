package org.limbeck.maven;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.limbeck.cli.CommandDescription;
import org.limbeck.cli.CommandParameter;
import org.limbeck.cli.CommandParameter.Kind;

/** A command line of Limbeck as one of Maven: {@code limbeck upgrade 0002} is {@code mvn limbeck:upgrade -Dlimbeck.target=0002}. */
final class GoalSpelling implements UnaryOperator<String> {

    private static final Pattern WORD = Pattern.compile("(?:\"[^\"]*\"|[^\\s\"])+");

    @Override
    public String apply(String command) {
        List<String> words = new ArrayList<>();
        Matcher word = WORD.matcher(command);
        while (word.find()) {
            words.add(word.group());
        }
        if (command.startsWith("--")) {
            return properties(words, List.copyOf(Goals.all())).orElse(command);
        }
        if (words.size() < 2 || !words.get(0).equals("limbeck")) {
            return command;
        }
        List<CommandDescription> goal = Goals.all().stream()
                .filter(known -> known.name().equals(words.get(1)))
                .toList();
        int redirection = words.indexOf(">");
        List<String> own = words.subList(2, redirection < 0 ? words.size() : redirection);
        List<String> rest = redirection < 0 ? List.of() : words.subList(redirection, words.size());
        return goal.isEmpty()
                ? command
                : properties(own, goal)
                        .map(properties -> (rest.isEmpty() ? "mvn " : "mvn -q ")
                                + Goals.PREFIX + ":" + words.get(1)
                                + (properties.isEmpty() ? "" : " " + properties)
                                + (rest.isEmpty() ? "" : " " + String.join(" ", rest)))
                        .orElse(command);
    }

    /** The words as properties; nothing where one of them isn't understood. */
    private static Optional<String> properties(List<String> words, List<CommandDescription> goals) {
        List<String> properties = new ArrayList<>();
        List<String> arguments = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (!word.startsWith("-") || word.matches("-\\d+")) {
                arguments.add(word);
                continue;
            }
            int equals = word.indexOf('=');
            String name = equals < 0 ? word : word.substring(0, equals);
            Optional<CommandParameter> option =
                    goals.stream().flatMap(goal -> goal.option(name).stream()).findFirst();
            if (option.isEmpty()) {
                return Optional.empty();
            }
            String property = "-D" + ParameterName.property(option.get().name());
            if (option.get().kind() == Kind.FLAG) {
                properties.add(property);
            } else if (equals >= 0) {
                properties.add(property + "=" + word.substring(equals + 1));
            } else if (++i < words.size()) {
                properties.add(property + "=" + words.get(i));
            }
        }
        if (!arguments.isEmpty()) {
            String value = String.join(" ", arguments);
            String quoted = arguments.size() == 1 ? value : "\"" + value + "\"";
            goals.get(0)
                    .argument()
                    .ifPresent(
                            argument -> properties.add("-D" + ParameterName.property(argument.name()) + "=" + quoted));
        }
        return Optional.of(properties.stream().collect(Collectors.joining(" ")));
    }
}
