package org.limbeck.database;

import java.util.List;
import java.util.function.UnaryOperator;
import org.limbeck.diff.DiffOptions;
import org.limbeck.sql.SqlScript;

/**
 * A row of {@code docs/matrix.md}: a change that a comparison has to see, write, carry out and undo.
 *
 * @param before the statements that make the first state
 * @param after the statements that make the second
 * @param since the first version of the server that knows them
 * @param rows the statements that fill tables of the first state
 * @param answers what people said, beside the schemas
 */
record MatrixCase(
        String name,
        List<String> before,
        List<String> after,
        int since,
        List<String> rows,
        UnaryOperator<DiffOptions> answers) {

    static MatrixCase of(String name, String before, String after) {
        return of(name, "", before, after);
    }

    /** @param always what both states begin with */
    static MatrixCase of(String name, String always, String before, String after) {
        return new MatrixCase(
                name,
                statements(always + ";" + before),
                statements(always + ";" + after),
                Servers.OLDEST,
                List.of(),
                UnaryOperator.identity());
    }

    MatrixCase since(int major) {
        return new MatrixCase(name, before, after, major, rows, answers);
    }

    MatrixCase filledBy(String... newRows) {
        return new MatrixCase(name, before, after, since, List.of(newRows), answers);
    }

    MatrixCase answering(UnaryOperator<DiffOptions> newAnswers) {
        return new MatrixCase(name, before, after, since, rows, newAnswers);
    }

    private static List<String> statements(String text) {
        return SqlScript.statements("the row", text).stream()
                .map(statement -> statement.text())
                .toList();
    }

    @Override
    public String toString() {
        return name;
    }
}
