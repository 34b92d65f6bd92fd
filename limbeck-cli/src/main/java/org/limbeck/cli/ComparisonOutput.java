package org.limbeck.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.limbeck.Comparison;
import org.limbeck.diff.Difference;
import org.limbeck.diff.RenameQuestion;
import org.limbeck.diff.Renames;
import org.limbeck.operation.Operation;
import org.limbeck.problem.Problem;
import org.limbeck.report.DifferenceText;
import org.limbeck.sql.SqlWriter;
import org.limbeck.sql.Statement;

/** Prints what differs. */
final class ComparisonOutput {

    private ComparisonOutput() {}

    /**
     * Prints a comparison in which nothing is taken for renamed.
     *
     * @param next the command that does something about it; empty for none
     * @return the exit code: {@link ExitCode#FINDINGS} where anything differs
     */
    static int print(Invocation invocation, Comparison comparison, String next) {
        Difference difference = comparison.difference(Renames.NONE);
        if (invocation.json()) {
            invocation.out().print(JsonText.text(json(comparison, difference)));
        } else if (invocation.markdown()) {
            invocation.out().print(DifferenceText.markdown(heading(title(comparison, difference)), difference));
        } else if (difference.isEmpty()) {
            invocation.note(nothingDiffers(comparison));
        } else {
            invocation.note(title(comparison, difference));
            new DifferenceText(invocation.outPaint()).lines(difference).forEach(invocation.out()::println);
            for (Problem problem : difference.problems()) {
                invocation.out().println("  can't be done: " + problem.sentence());
            }
            if (!next.isEmpty()) {
                invocation.next("to write the migration that makes it so", next);
            }
        }
        return difference.isEmpty() ? ExitCode.DONE : ExitCode.FINDINGS;
    }

    static String nothingDiffers(Comparison comparison) {
        return "compared " + comparison.actualName() + " with " + comparison.desiredName() + ": nothing differs";
    }

    /** Says which of the two is taken for right. */
    private static String title(Comparison comparison, Difference difference) {
        return difference.isEmpty()
                ? nothingDiffers(comparison)
                : "to make " + comparison.actualName() + " like " + comparison.desiredName();
    }

    private static String heading(String title) {
        return title.substring(0, 1).toUpperCase(Locale.ROOT) + title.substring(1);
    }

    private static Map<String, Object> json(Comparison comparison, Difference difference) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("actual", comparison.actualName());
        map.put("desired", comparison.desiredName());
        map.put("equal", difference.isEmpty());
        map.put("operations", operations(difference.upgrade()));
        map.put("downgrade", operations(difference.downgrade()));
        List<Object> questions = new ArrayList<>();
        for (RenameQuestion question : difference.questions()) {
            questions.add(RecordJson.components(question));
        }
        map.put("renames", questions);
        map.put("losses", RecordJson.list(difference.losses()));
        map.put("notes", RecordJson.list(difference.notes()));
        map.put(
                "problems",
                difference.problems().stream().map(Problem::sentence).toList());
        return map;
    }

    private static List<Object> operations(List<Operation> operations) {
        SqlWriter writer = new SqlWriter();
        List<Object> list = new ArrayList<>();
        for (Operation operation : operations) {
            Map<String, @Nullable Object> map = new LinkedHashMap<>();
            map.put("operation", operation.getClass().getSimpleName());
            map.put("description", operation.describe());
            map.put(
                    "sql",
                    writer.statements(operation).stream().map(Statement::text).toList());
            list.add(map);
        }
        return list;
    }
}
