package org.limbeck.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.limbeck.operation.RunCode;
import org.limbeck.sql.Statement;

/** The text of a downgrade as the history keeps it: an SQL script, whose statements can be told apart again. */
final class RecordedDowngrade {

    private RecordedDowngrade() {}

    /** The statements of all operations; null where one of them runs in Java. */
    static @Nullable String text(List<PlannedOperation> operations) {
        StringBuilder text = new StringBuilder();
        for (PlannedOperation operation : operations) {
            if (operation.recorded().operation() instanceof RunCode) {
                return null;
            }
            for (Statement statement : operation.statements()) {
                // A semicolon behind a line comment would be part of the comment.
                boolean comment =
                        statement.text().lastIndexOf("--") > statement.text().lastIndexOf('\n');
                text.append(statement.text()).append(comment ? "\n;\n" : ";\n");
            }
        }
        return text.toString();
    }
}
