package org.limbeck.safety;

import java.util.List;
import java.util.Map;

/** Types that have every value of another one: nothing is refused, rounded or cut, and what was different stays different. */
final class Widening {

    private static final List<String> INTEGERS = List.of("smallint", "integer", "bigint");

    private static final Map<String, Integer> DIGITS = Map.of("smallint", 5, "integer", 10, "bigint", 19);

    private Widening() {}

    /** Whether a whole number stays one. */
    static boolean isOfIntegers(String from, String to) {
        return INTEGERS.contains(from) && INTEGERS.indexOf(to) > INTEGERS.indexOf(from);
    }

    /**
     * Whether every value is kept, whatever the settings of a session.
     *
     * @param wasArguments the numbers behind the old type
     * @param arguments the numbers behind the new type
     */
    static boolean keepsAll(String from, List<Integer> wasArguments, String to, List<Integer> arguments) {
        return switch (from) {
            case "smallint", "integer", "bigint" ->
                isOfIntegers(from, to)
                        || (to.equals("numeric") && hasRoom(DIGITS.getOrDefault(from, 0), 0, arguments))
                        || isText(to, arguments);
            case "numeric" ->
                to.equals("numeric")
                        && (arguments.isEmpty()
                                || (!wasArguments.isEmpty()
                                        && hasRoom(wasArguments.get(0), scale(wasArguments), arguments)));
            case "real" -> to.equals("double precision");
            case "date" -> to.equals("timestamp without time zone");
            case "uuid" -> isText(to, arguments);
            default -> false;
        };
    }

    private static boolean isText(String to, List<Integer> arguments) {
        return to.equals("text") || (to.equals("character varying") && arguments.isEmpty());
    }

    private static boolean hasRoom(int precision, int scale, List<Integer> arguments) {
        return arguments.isEmpty()
                || (scale(arguments) >= scale && arguments.get(0) - scale(arguments) >= precision - scale);
    }

    private static int scale(List<Integer> arguments) {
        return arguments.size() < 2 ? 0 : arguments.get(1);
    }
}
