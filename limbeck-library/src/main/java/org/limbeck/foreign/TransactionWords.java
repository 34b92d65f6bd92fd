package org.limbeck.foreign;

import java.util.List;
import java.util.Set;
import org.limbeck.problem.Place;
import org.limbeck.problem.Problem;
import org.limbeck.problem.ProblemCode;
import org.limbeck.sql.ScriptStatement;
import org.limbeck.sql.SqlScript;
import org.limbeck.sql.Statement;

/** Takes BEGIN and COMMIT out of scripts: where a transaction begins and ends is for Limbeck to say. */
final class TransactionWords {

    private static final Set<String> WITHOUT_LOSS = Set.of("BEGIN", "START", "COMMIT", "END");

    private TransactionWords() {}

    /**
     * The text without them.
     *
     * @param file the file as the user would type it
     * @param leftOut is told of each
     * @throws org.limbeck.problem.LimbeckException where a script rolls back, which would mean something else without it
     */
    static String remove(String file, String text, List<LeftOut> leftOut) {
        StringBuilder rest = new StringBuilder();
        int position = 0;
        for (ScriptStatement statement : SqlScript.statements(file, text)) {
            Statement sent = Statement.of(statement.text());
            if (sent.controlsTransaction()) {
                Place place = new Place(file, statement.line());
                if (!WITHOUT_LOSS.contains(sent.words(1).get(0))) {
                    throw refusal(place, statement.text());
                }
                leftOut.add(new LeftOut(
                        place, statement.text() + " is left out: each revision is a transaction of its own"));
                rest.append(text, position, statement.offset());
                position = statement.offset() + statement.text().length();
                int semicolon = text.indexOf(';', position);
                if (semicolon >= 0 && text.substring(position, semicolon).isBlank()) {
                    position = semicolon + 1;
                }
            }
        }
        return rest.append(text.substring(position)).toString();
    }

    private static RuntimeException refusal(Place place, String statement) {
        return Problem.of(
                        ProblemCode.IMPORT_NOT_READ,
                        "a script says " + statement
                                + ", and a revision is one transaction that Limbeck begins and ends")
                .at(place)
                .databaseState("Nothing was written.")
                .hint("take it out of the script, or split the script where it stands")
                .exception();
    }
}
