package org.limbeck.catalog;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** Shows what the server said of a statement. */
final class ServerWords {

    private ServerWords() {}

    /** The line of the statement that the server points at with a caret below, then its words. */
    static List<String> evidence(String statement, SQLException failure) {
        ServerErrorMessage message = message(failure);
        List<String> lines = new ArrayList<>();
        int position = message == null ? 0 : message.getPosition();
        if (position > 0 && position <= statement.codePointCount(0, statement.length())) {
            int offset = statement.offsetByCodePoints(0, position - 1);
            int start = statement.lastIndexOf('\n', offset - 1) + 1;
            int end = statement.indexOf('\n', offset);
            lines.add(statement.substring(start, end < 0 ? statement.length() : end));
            lines.add(statement.substring(start, offset).replaceAll("[^\t]", " ") + "^");
        } else {
            lines.add(statement.lines().findFirst().orElse(""));
        }
        lines.add(said(failure));
        addIfGiven(lines, "detail: ", message == null ? null : message.getDetail());
        addIfGiven(lines, "the server's hint: ", message == null ? null : message.getHint());
        return lines;
    }

    /** The server's sentence and its code. */
    static String said(SQLException failure) {
        ServerErrorMessage message = message(failure);
        String sentence = message == null ? failure.getMessage() : message.getMessage();
        return sentence + " (" + failure.getSQLState() + ")";
    }

    /** In which line of the statement the server points, counted from 0. */
    static int line(String statement, SQLException failure) {
        ServerErrorMessage message = message(failure);
        int position = message == null ? 0 : message.getPosition();
        return (int) statement
                .codePoints()
                .limit(Math.max(0, position - 1))
                .filter(character -> character == '\n')
                .count();
    }

    private static void addIfGiven(List<String> lines, String label, @Nullable String text) {
        if (text != null) {
            lines.add(label + text);
        }
    }

    private static @Nullable ServerErrorMessage message(SQLException failure) {
        return failure instanceof PSQLException postgres ? postgres.getServerErrorMessage() : null;
    }
}
