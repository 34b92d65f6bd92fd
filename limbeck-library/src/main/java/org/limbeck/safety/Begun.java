package org.limbeck.safety;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.limbeck.ddl.DdlStatement;
import org.limbeck.sql.Statement;

/**
 * What an interrupted run was about to do. A step that goes on is spelled as it was begun, whatever that run has changed since.
 *
 * @param operations the text of all statements of its step, as the history has them; empty where no run was interrupted
 */
public record Begun(String operations) {

    /** No run was interrupted. */
    public static final Begun NOTHING = new Begun("");

    boolean isNothing() {
        return operations.isEmpty();
    }

    boolean has(Statement statement) {
        return has(statement.text());
    }

    /** Whether this very statement is among them; another one may begin alike. */
    public boolean has(String sql) {
        return operations.contains(sql + ";");
    }

    /** The first statement among them that begins so; null without. */
    @Nullable
    String beginning(String start) {
        int from = operations.startsWith(start) ? 0 : operations.indexOf("\n" + start) + 1;
        boolean there = operations.startsWith(start, from);
        for (int end = there ? operations.indexOf(';', from) : -1; end >= 0; end = operations.indexOf(';', end + 1)) {
            String statement = operations.substring(from, end);
            if (!(DdlStatement.of(statement) instanceof DdlStatement.NotUnderstood)) {
                return statement;
            }
        }
        return null;
    }

    /** All statements from one to another one; null where they aren't there. */
    @Nullable
    String between(String first, String last) {
        int from = operations.indexOf(first + ";");
        int to = from < 0 ? -1 : operations.indexOf("\n" + last + ";", from);
        return to < 0 ? null : operations.substring(from, to + last.length() + 2);
    }

    /** What that run has done of several parts comes first, in its order; parts that are younger come last. */
    List<List<Statement>> sorted(List<List<Statement>> parts) {
        return parts.stream()
                .sorted(Comparator.<List<Statement>>comparingInt(part -> place(part.get(0)))
                        .thenComparing(part -> part.get(0).text()))
                .toList();
    }

    private int place(Statement statement) {
        int place = operations.indexOf(statement.text() + ";");
        return place < 0 ? Integer.MAX_VALUE : place;
    }
}
