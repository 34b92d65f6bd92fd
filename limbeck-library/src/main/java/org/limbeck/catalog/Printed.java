package org.limbeck.catalog;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Expressions as the server prints them, in a form that it prints again when it is given it. For {@code a IN ('x')} over a
 * {@code varchar} it prints a cast of the whole list, and a cast of each element once it has read that.
 */
final class Printed {

    static final String STRING = "E?'[^']*+(?:''[^']*+)*+'";
    static final String QUOTED = "\"[^\"]*+(?:\"\"[^\"]*+)*+\"";

    private static final String CONSTANT = "(?:" + STRING + "|NULL)::character varying(?:\\(\\d+\\))?";

    /** The last two are there to be stepped over: within them nothing is an expression. */
    private static final Pattern TOKEN = Pattern.compile("\\bARRAY\\[(" + CONSTANT + "(?:, " + CONSTANT
            + ")*+)]::text\\[]|(" + CONSTANT + "::text)|" + STRING + "|" + QUOTED);

    private static final Pattern ELEMENT =
            Pattern.compile("(" + STRING + "|NULL)(::character varying(\\(\\d+\\))?)(?:::text)?");

    private Printed() {}

    static String settled(String expression) {
        return PrintedNames.leftOut(castOnce(expression));
    }

    private static String castOnce(String expression) {
        if (!expression.contains("::character varying")) {
            return expression;
        }
        return TOKEN.matcher(expression).replaceAll(token -> {
            String list = token.group(1);
            String constant = token.group(2);
            String text =
                    list != null ? "ARRAY[" + texts(list) + "]" : constant != null ? texts(constant) : token.group();
            return Matcher.quoteReplacement(text);
        });
    }

    /** A length cuts the value, so that it stays; without one, nothing is lost by leaving the step between out. */
    private static String texts(String constants) {
        return ELEMENT.matcher(constants)
                .replaceAll(element -> Matcher.quoteReplacement(
                        element.group(1) + (element.group(3) == null ? "" : element.group(2)) + "::text"));
    }
}
