package org.limbeck.report;

import java.util.List;
import org.limbeck.problem.Hint;
import org.limbeck.problem.Problem;

/**
 * A problem as lines for a person: what, where, the evidence, the state of the database, what to do.
 *
 * @param paint the colours
 */
public record ProblemText(Paint paint) {

    /** The lines, each with its line end. */
    public String of(Problem problem) {
        StringBuilder text = new StringBuilder();
        text.append(paint.failure("error[" + problem.code().id() + "]"))
                .append(": ")
                .append(problem.sentence())
                .append('\n');
        if (problem.place() != null) {
            text.append("  --> ").append(problem.place()).append('\n');
        }
        if (!problem.evidence().isEmpty()) {
            text.append('\n');
            for (String lines : problem.evidence()) {
                lines.lines()
                        .forEach(line ->
                                text.append(("  " + line).stripTrailing()).append('\n'));
            }
        }
        if (problem.databaseState() != null || !problem.hints().isEmpty()) {
            text.append('\n');
        }
        if (problem.databaseState() != null) {
            text.append("  ").append(problem.databaseState()).append('\n');
        }
        hints(problem.hints(), text);
        return text.toString();
    }

    private void hints(List<Hint> hints, StringBuilder text) {
        int width = 0;
        for (Hint hint : hints) {
            width = hint.command().isEmpty()
                    ? width
                    : Math.max(width, purpose(hint).length());
        }
        String lead = "hint: ";
        for (Hint hint : hints) {
            text.append("  ").append(lead);
            lead = "      ";
            if (hint.command().isEmpty()) {
                text.append(hint.purpose()).append('\n');
            } else {
                String purpose = purpose(hint);
                text.append(purpose)
                        .append(" ".repeat(width - purpose.length() + 3))
                        .append(paint.name(hint.command()))
                        .append('\n');
            }
        }
    }

    private static String purpose(Hint hint) {
        return hint.purpose().endsWith(":") ? hint.purpose() : hint.purpose() + ":";
    }
}
