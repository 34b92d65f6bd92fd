package org.limbeck.report;

import java.util.ArrayList;
import java.util.List;
import org.limbeck.operation.Operation;
import org.limbeck.sql.SqlWriter;
import org.limbeck.sql.Statement;
import org.limbeck.verify.Drift;

/** What was changed by hand, for people: one change a line, then the statements that undo them. */
public record DriftText(Paint paint) {

    /** All that there is to say; nothing for a clean database. */
    public List<String> lines(Drift drift) {
        List<String> lines = new ArrayList<>();
        for (Drift.DatedChange dated : drift.changes()) {
            String since = dated.since().describe();
            lines.add("  " + sign(dated) + " " + dated.change().describe()
                    + (since.isEmpty() ? "" : "   " + paint.aside(since)));
        }
        drift.invalidIndexes().forEach(index -> lines.add("  invalid: " + index));
        drift.notValidated().forEach(constraint -> lines.add("  note: not validated: " + constraint));
        drift.problems().forEach(problem -> lines.add("  can't be undone: " + problem.sentence()));
        add(lines, "to undo it:", drift.undo());
        return lines;
    }

    /** For a comment on a pull request. */
    public static String markdown(String title, Drift drift) {
        StringBuilder text = new StringBuilder("### " + title + "\n\n");
        for (Drift.DatedChange dated : drift.changes()) {
            String since = dated.since().describe();
            text.append("- `")
                    .append(sign(dated))
                    .append(' ')
                    .append(dated.change().describe().replace('`', '\''));
            text.append('`').append(since.isEmpty() ? "" : ", " + since).append('\n');
        }
        drift.invalidIndexes()
                .forEach(index -> text.append("- invalid: `").append(index).append("`\n"));
        drift.notValidated()
                .forEach(constraint ->
                        text.append("- not validated: `").append(constraint).append("`\n"));
        drift.problems()
                .forEach(problem -> text.append("- can't be undone: ")
                        .append(problem.sentence())
                        .append('\n'));
        append(text, "To undo it", drift.undo());
        append(text, "To keep it", drift.keep());
        return text.toString();
    }

    /** The statements of operations, each with its semicolon. */
    public static List<String> statements(List<Operation> operations) {
        SqlWriter writer = new SqlWriter();
        List<String> statements = new ArrayList<>();
        for (Operation operation : operations) {
            for (Statement statement : writer.statements(operation)) {
                statements.add(statement.text() + ";");
            }
        }
        return statements;
    }

    private static void add(List<String> lines, String title, List<Operation> operations) {
        if (!operations.isEmpty()) {
            lines.add(title);
            statements(operations).forEach(statement -> statement.lines().forEach(line -> lines.add("  " + line)));
        }
    }

    private static void append(StringBuilder text, String title, List<Operation> operations) {
        if (!operations.isEmpty()) {
            text.append("\n<details><summary>").append(title).append("</summary>\n\n```sql\n");
            statements(operations).forEach(statement -> text.append(statement).append('\n'));
            text.append("```\n\n</details>\n");
        }
    }

    private static String sign(Drift.DatedChange dated) {
        return switch (dated.change().kind()) {
            case ADDED -> "+";
            case MISSING -> "-";
            case CHANGED -> "~";
        };
    }
}
