package org.limbeck.catalog;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Queries without the names that constants in them have anyway. {@code EXISTS (SELECT 'x')} is printed with a cast of the
 * constant, and with the name that a cast gives to its column once the server has read that; a collation and a query around
 * it take over the name.
 */
final class PrintedNames {

    /** The types of constants that are written without a cast, and what a cast to them calls its column. */
    private static final String NAMED =
            "::(?:text AS text|integer AS int4|bigint AS int8|numeric AS \"numeric\"|\"bit\" AS \"bit\")(?![\\w$])";

    private static final String CONSTANT =
            "(?:" + Printed.STRING + "|NULL)::text COLLATE (?:" + Printed.QUOTED + "|[\\w$.])+";

    private static final String COLLATED = "(?:\\(" + CONSTANT + "\\)|" + CONSTANT + ") AS text(?![\\w$])";

    private static final String CLOSED = "\\) AS (?:text|int4|int8|\"numeric\"|\"bit\")(?![\\w$])";

    private static final Pattern ANY = Pattern.compile(NAMED + "|" + COLLATED);

    /** The last but one are there to be stepped over as wholes. */
    private static final Pattern TOKEN = Pattern.compile("((?:" + Printed.STRING + "|NULL)" + NAMED + "|" + COLLATED
            + ")|(" + CLOSED + ")|" + Printed.STRING + "|" + Printed.QUOTED + "|[\\w$]+|\\S");

    /**
     * Where a parenthesis stands.
     *
     * @param columns whether among the columns of a query
     * @param begins whether a column begins with it
     * @param first whether in the first column
     * @param name of the first column, where it was left out; null otherwise
     */
    private record Place(
            boolean columns,
            boolean begins,
            boolean first,
            @Nullable String name) {

        static final Place NOWHERE = new Place(false, false, false, null);

        Place behindBeginning() {
            return new Place(columns, false, first, name);
        }

        /** The first column gives its name to the query. */
        Place behindColumn(String leftOut) {
            return new Place(columns, false, first, first && name == null ? leftOut : name);
        }
    }

    private PrintedNames() {}

    static String leftOut(String query) {
        if (!ANY.matcher(query).find()) {
            return query;
        }
        StringBuilder result = new StringBuilder();
        Deque<Place> outside = new ArrayDeque<>();
        Place place = Place.NOWHERE;
        Matcher token = TOKEN.matcher(query);
        while (token.find()) {
            String text = token.group();
            String inner = place.name();
            if (token.group(1) != null && place.begins()) {
                int end = text.lastIndexOf(" AS ");
                place = place.behindColumn(text.substring(end));
                text = text.substring(0, end);
            } else if (text.startsWith(")")) {
                place = outside.isEmpty() ? Place.NOWHERE : outside.pop();
                boolean named = place.begins() && text.equals(")" + inner);
                place = named ? place.behindColumn(String.valueOf(inner)) : place.behindBeginning();
                text = named ? ")" : text;
            } else {
                place = switch (text) {
                    case "SELECT", "RETURNING" -> new Place(true, true, true, inner);
                    case "DISTINCT" -> place;
                    case "," -> new Place(place.columns(), place.columns(), false, inner);
                    case "(" -> {
                        outside.push(place);
                        yield Place.NOWHERE;
                    }
                    default -> place.behindBeginning();
                };
            }
            token.appendReplacement(result, Matcher.quoteReplacement(text));
        }
        return token.appendTail(result).toString();
    }
}
