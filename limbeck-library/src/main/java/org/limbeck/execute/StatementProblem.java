package org.limbeck.execute;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** Shows a failed statement as evidence: the line, a caret under the place, what the server said. */
final class StatementProblem {

    /** Longer statements are shown around the place that the server points at. */
    private static final int SHOWN_LINES = 8;

    private StatementProblem() {}

    static List<String> evidence(String statement, SQLException exception) {
        ServerErrorMessage message = serverMessage(exception);
        List<String> lines = new ArrayList<>(excerpt(statement, message == null ? 0 : message.getPosition()));
        lines.addAll(said(exception));
        return lines;
    }

    /** What the server said, without the statement. */
    static List<String> said(SQLException exception) {
        ServerErrorMessage message = serverMessage(exception);
        List<String> lines = new ArrayList<>();
        if (message == null) {
            lines.add(exception.getMessage()
                    + (exception.getSQLState() == null ? "" : " (" + exception.getSQLState() + ")"));
            return lines;
        }
        lines.add(message.getMessage() + " (" + message.getSQLState() + ")");
        add(lines, "detail: ", message.getDetail());
        add(lines, "the server's hint: ", message.getHint());
        add(lines, "where: ", message.getWhere());
        return lines;
    }

    private static void add(List<String> lines, String label, @Nullable String text) {
        if (text != null) {
            lines.add(label + text);
        }
    }

    private static @Nullable ServerErrorMessage serverMessage(SQLException exception) {
        for (Throwable cause = exception; cause != null; cause = cause.getCause()) {
            if (cause instanceof PSQLException postgres && postgres.getServerErrorMessage() != null) {
                return postgres.getServerErrorMessage();
            }
        }
        return null;
    }

    /** @param position counted from 1 in characters; 0 for unknown */
    private static List<String> excerpt(String statement, int position) {
        String[] lines = statement.split("\n", -1);
        List<String> excerpt = new ArrayList<>();
        if (position <= 0) {
            for (int i = 0; i < Math.min(lines.length, SHOWN_LINES); i++) {
                excerpt.add(lines[i]);
            }
            if (lines.length > SHOWN_LINES) {
                excerpt.add("... (" + (lines.length - SHOWN_LINES) + " more lines)");
            }
            return excerpt;
        }
        int offset = statement.offsetByCodePoints(
                0, Math.min(position - 1, statement.codePointCount(0, statement.length())));
        int line = (int)
                statement.substring(0, offset).chars().filter(c -> c == '\n').count();
        int column = offset - (statement.lastIndexOf('\n', offset - 1) + 1);
        for (int i = Math.max(0, line - 2); i <= line; i++) {
            excerpt.add(lines[i]);
        }
        excerpt.add(lines[line].substring(0, column).replaceAll("[^\t]", " ") + "^");
        return excerpt;
    }
}
