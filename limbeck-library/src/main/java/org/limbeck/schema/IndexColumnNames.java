package org.limbeck.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The names that the server gives to the columns of an index, of which it makes the name of the index.
 *
 * @see <a href="https://github.com/postgres/postgres/blob/master/src/backend/commands/indexcmds.c">ChooseIndexColumnNames</a>
 */
final class IndexColumnNames {

    private static final Pattern CALL =
            Pattern.compile("(?:[a-z_][a-z0-9_$]*\\s*\\.\\s*)?([a-z_][a-z0-9_$]*)\\s*\\(", Pattern.CASE_INSENSITIVE);

    /** What looks like a call of a function and is none. */
    private static final Set<String> NO_FUNCTIONS = Set.of("cast", "not");

    private IndexColumnNames() {}

    static List<String> of(List<IndexElement> elements, List<String> include) {
        List<String> names = new ArrayList<>();
        for (IndexElement element : elements) {
            names.add(distinct(element.expression() ? ofExpression(element.term()) : element.term(), names));
        }
        for (String column : include) {
            names.add(distinct(column, names));
        }
        return names;
    }

    /** The function where the expression is one call; the server's word for all others. */
    private static String ofExpression(String expression) {
        String text = expression.strip();
        while (text.startsWith("(") && closes(text, 0)) {
            text = text.substring(1, text.length() - 1).strip();
        }
        Matcher call = CALL.matcher(text);
        if (call.lookingAt() && closes(text, call.end() - 1)) {
            String function = call.group(1).toLowerCase(Locale.ROOT);
            if (!NO_FUNCTIONS.contains(function)) {
                return function.equals("trim") ? "btrim" : function;
            }
        }
        return "expr";
    }

    /** Whether the parenthesis that opens there closes at the end of the text. */
    private static boolean closes(String text, int open) {
        int depth = 0;
        char quote = 0;
        for (int i = open; i < text.length(); i++) {
            char character = text.charAt(i);
            if (quote != 0) {
                quote = character == quote ? 0 : quote;
            } else if (character == '\'' || character == '"') {
                quote = character;
            } else if (character == '(') {
                depth++;
            } else if (character == ')' && --depth == 0) {
                return i == text.length() - 1;
            }
        }
        return false;
    }

    private static String distinct(String name, List<String> taken) {
        String distinct = name;
        for (int number = 1; taken.contains(distinct); number++) {
            String suffix = Integer.toString(number);
            distinct = Names.shortened(name, Names.MAXIMUM_BYTES - suffix.length()) + suffix;
        }
        return distinct;
    }
}
