package org.limbeck.ddl;

import java.util.List;

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
