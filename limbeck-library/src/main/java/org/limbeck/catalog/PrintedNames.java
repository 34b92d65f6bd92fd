package org.limbeck.catalog;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Queries without the names that constants in them have anyway. {@code EXISTS (SELECT 'x')} is printed with a cast of the
 * constant, and with the name that a cast gives to its column once the server has read that.
 */
final class PrintedNames {

    /** The types of constants that are written without a cast, and what a cast to them calls its column. */
    private static final String NAMED =
            "::(?:text AS text|integer AS int4|bigint AS int8|numeric AS \"numeric\"|\"bit\" AS \"bit\")(?![\\w$])";

    private static final Pattern ANY = Pattern.compile(NAMED);

    /** The last but one are there to be stepped over as wholes. */
    private static final Pattern TOKEN = Pattern.compile(
            "(" + Printed.STRING + "|NULL)(" + NAMED + ")|" + Printed.STRING + "|" + Printed.QUOTED + "|[\\w$]+|\\S");

    private PrintedNames() {}

    static String leftOut(String query) {
        if (!ANY.matcher(query).find()) {
            return query;
        }
        StringBuilder result = new StringBuilder();
        Deque<Boolean> outside = new ArrayDeque<>();
        boolean columns = false;
        boolean begins = false;
        Matcher token = TOKEN.matcher(query);
        while (token.find()) {
            boolean named = begins && token.group(2) != null;
            String text = named ? token.group().substring(0, token.group().lastIndexOf(" AS ")) : token.group();
            token.appendReplacement(result, Matcher.quoteReplacement(text));
            switch (text) {
                case "SELECT", "RETURNING" -> {
                    columns = true;
                    begins = true;
                }
                case "DISTINCT" -> {}
                case "," -> begins = columns;
                case "(" -> {
                    outside.push(columns);
                    columns = false;
                    begins = false;
                }
                case ")" -> {
                    columns = !outside.isEmpty() && outside.pop();
                    begins = false;
                }
                default -> begins = false;
            }
        }
        return token.appendTail(result).toString();
    }
}
