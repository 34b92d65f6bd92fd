package org.limbeck.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.limbeck.schema.ExpressionTokens.Kind;
import org.limbeck.schema.ExpressionTokens.Token;

/**
 * The column of a check, of which the server makes the name of the check where there is exactly one. Told from the words of
 * the expression alone: whatever is no function, type or key word is a column.
 */
final class CheckColumns {

    /** The reserved ones: no other can be taken for a column. */
    private static final Set<String> KEY_WORDS = Set.of("""
            all and any array as asymmetric between both case cast collate current_catalog current_date current_role
            current_schema current_time current_timestamp current_user distinct else end false for from ilike in is isnull
            leading like localtime localtimestamp not notnull null or overlaps placing row session_user similar some
            symmetric system_user then to trailing true user variadic when
            """.strip().split("\\s+"));

    private CheckColumns() {}

    /** The only column that the expression mentions; none where there are more or fewer. */
    static List<String> only(String expression) {
        List<Token> tokens = ExpressionTokens.of(expression);
        List<String> columns = new ArrayList<>();
        int position = 0;
        while (position < tokens.size()) {
            int behind = behindWhatIsNoColumn(tokens, position);
            if (behind == position) {
                behind = nameEnd(tokens, position);
                String column = tokens.get(behind - 1).text();
                if (!columns.contains(column)) {
                    columns.add(column);
                }
            }
            position = behind;
        }
        return columns.size() == 1 ? columns : List.of();
    }

    /** Where to go on; the same position where a column stands. */
    private static int behindWhatIsNoColumn(List<Token> tokens, int position) {
        Token token = tokens.get(position);
        if (token.is("::") || token.is("as")) {
            return ExpressionTokens.typeEnd(tokens, position + 1);
        }
        if (token.is("collate")) {
            return nameEnd(tokens, position + 1);
        }
        if (token.is("at") && is(tokens, position + 1, "time") && is(tokens, position + 2, "zone")) {
            return position + 3;
        }
        if (!token.isName() || (token.kind() == Kind.WORD && KEY_WORDS.contains(token.text()))) {
            return position + 1;
        }
        int typeEnd = ExpressionTokens.typeEnd(tokens, position);
        if (typeEnd < tokens.size() && tokens.get(typeEnd).kind() == Kind.CONSTANT) {
            return typeEnd;
        }
        int end = nameEnd(tokens, position);
        boolean call = is(tokens, end, "(") || is(tokens, end, ".");
        boolean field =
                is(tokens, position - 1, ".") || (is(tokens, position - 2, "extract") && is(tokens, position - 1, "("));
        boolean property =
                is(tokens, position - 1, "is") || (is(tokens, position - 2, "is") && is(tokens, position - 1, "not"));
        return call || field || property ? end : position;
    }

    private static boolean is(List<Token> tokens, int position, String wordOrSign) {
        return position >= 0 && position < tokens.size() && tokens.get(position).is(wordOrSign);
    }

    /** Behind a name with all that qualifies it. */
    private static int nameEnd(List<Token> tokens, int start) {
        int end = start + 1;
        while (is(tokens, end, ".")
                && end + 1 < tokens.size()
                && tokens.get(end + 1).isName()) {
            end += 2;
        }
        return Math.min(end, tokens.size());
    }
}
