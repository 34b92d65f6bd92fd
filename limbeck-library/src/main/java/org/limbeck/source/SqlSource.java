package org.limbeck.source;

import java.util.ArrayList;
import java.util.List;
import org.limbeck.operation.Operation;
import org.limbeck.operation.RunCode;
import org.limbeck.sql.SqlWriter;
import org.limbeck.sql.Statement;

/**
 * Operations as the statements of an SQL migration, each with its semicolon. A step in Java can't be written so; a comment
 * stands for it.
 */
public final class SqlSource {

    private final SqlWriter writer = new SqlWriter();

    /** The body of {@code -- upgrade} or {@code -- downgrade}, an empty line between two operations. */
    public String body(List<Operation> operations) {
        List<String> parts = new ArrayList<>();
        for (Operation operation : operations) {
            if (operation instanceof RunCode code) {
                parts.add("-- run: " + code.description().replaceAll("\\s+", " "));
            }
            List<String> statements =
                    writer.statements(operation).stream().map(SqlSource::closed).toList();
            if (!statements.isEmpty()) {
                parts.add(String.join("\n", statements));
            }
        }
        return String.join("\n\n", parts);
    }

    /** A semicolon behind a line comment would be part of the comment. */
    private static String closed(Statement statement) {
        String text = statement.text();
        return text.lastIndexOf("--") > text.lastIndexOf('\n') ? text + "\n;" : text + ";";
    }
}
