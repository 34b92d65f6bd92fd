package org.limbeck.report;

import java.util.ArrayList;
import java.util.List;
import org.limbeck.diff.DataLoss;
import org.limbeck.diff.Difference;
import org.limbeck.diff.Note;
import org.limbeck.diff.RenameQuestion;
import org.limbeck.operation.Operation;
import org.limbeck.sql.SqlWriter;
import org.limbeck.sql.Statement;

/** A difference for people: one operation a line, each with a sign for what it does to what is there. */
public record DifferenceText(Paint paint) {

    /** The operations, and what is worth knowing of them. */
    public List<String> lines(Difference difference) {
        List<String> lines = new ArrayList<>();
        for (Operation operation : difference.upgrade()) {
            lines.add("  " + sign(operation) + " " + operation.describe());
        }
        for (DataLoss loss : difference.losses()) {
            lines.add("  " + paint.failure("loses data:") + " " + loss.sentence());
        }
        for (Note note : difference.notes()) {
            lines.add("  note: " + note.sentence());
        }
        for (RenameQuestion question : difference.questions()) {
            lines.add("  renamed? " + question.describe() + " to " + question.to() + " (" + question.reason() + ")");
        }
        return lines;
    }

    /** For a comment on a pull request. */
    public static String markdown(String title, Difference difference) {
        StringBuilder text = new StringBuilder("### " + title + "\n\n");
        if (difference.isEmpty()) {
            return text.append("No difference.\n").toString();
        }
        for (Operation operation : difference.upgrade()) {
            text.append("- `").append(operation.describe().replace('`', '\'')).append("`\n");
        }
        for (DataLoss loss : difference.losses()) {
            text.append("- **loses data:** ").append(loss.sentence()).append('\n');
        }
        for (Note note : difference.notes()) {
            text.append("- note: ").append(note.sentence()).append('\n');
        }
        text.append("\n<details><summary>SQL</summary>\n\n```sql\n");
        SqlWriter writer = new SqlWriter();
        for (Operation operation : difference.upgrade()) {
            for (Statement statement : writer.statements(operation)) {
                text.append(statement.text()).append(";\n");
            }
        }
        return text.append("```\n\n</details>\n").toString();
    }

    private static String sign(Operation operation) {
        String verb = operation.describe();
        if (verb.startsWith("create ") || verb.startsWith("add ") || verb.startsWith("grant ")) {
            return "+";
        }
        return verb.startsWith("drop ") || verb.startsWith("revoke ") ? "-" : "~";
    }
}
