package org.limbeck.ddl;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A type as a statement or {@code format_type} spells it.
 *
 * @param name what the server resolves, without arguments: {@code timestamp with time zone}, {@code sales.money_amount}
 * @param arguments the numbers in its parentheses; none if there are no parentheses
 * @param array whether it is an array
 */
public record TypeText(String name, List<Integer> arguments, boolean array) {

    public TypeText {
        arguments = List.copyOf(arguments);
    }

    /** Reads what {@code format_type} prints. A type that can't be read has its text as the name. */
    public static TypeText of(String text) {
        try {
            Tokens tokens = Tokens.of(text);
            TypeText type = new TypeReader(tokens).type();
            tokens.expectEnd();
            return type;
        } catch (UnclearStatement unusual) {
            return new TypeText(text, List.of(), false);
        }
    }

    /** As a statement can say it. */
    public String text() {
        String numbers = arguments.isEmpty()
                ? ""
                : arguments.stream().map(String::valueOf).collect(Collectors.joining(", ", "(", ")"));
        int zone = name.indexOf(" with");
        String scalar = zone < 0 ? name + numbers : name.substring(0, zone) + numbers + name.substring(zone);
        return array ? scalar + "[]" : scalar;
    }

    /** What {@code to_regtype} takes, in all releases: without arguments. */
    public String resolvable() {
        return array ? name + "[]" : name;
    }

    /** Whether it is one of the words that stand for an integer with a sequence. */
    public boolean serial() {
        return switch (name) {
            case "serial", "bigserial", "smallserial", "serial2", "serial4", "serial8" -> true;
            default -> false;
        };
    }
}
