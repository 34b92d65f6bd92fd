package org.limbeck.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.limbeck.Comparison;
import org.limbeck.Limbeck;
import org.limbeck.RevisionRequest;
import org.limbeck.diff.DataLoss;
import org.limbeck.diff.Difference;
import org.limbeck.problem.Problem;
import org.limbeck.problem.ProblemCode;
import org.limbeck.report.DifferenceText;

/** Writes a migration from a difference, once nothing about it is open. */
final class Autogeneration {

    private static final String ALLOW_DROP = "--allow-drop";

    private Autogeneration() {}

    static void declare(Declaration declaration) {
        ComparisonOptions.declare(declaration);
        RenameAnswers.declare(declaration);
        declaration.flag("Write it even if running it loses data.", ALLOW_DROP);
    }

    static int write(Invocation invocation, RevisionRequest request) {
        Limbeck limbeck = invocation.limbeck();
        Comparison comparison = limbeck.compare(ComparisonOptions.request(invocation, false));
        Question question = new Question(invocation);
        Difference difference = new RenameAnswers(invocation, question).settle(comparison::difference);
        if (difference.isEmpty()) {
            if (invocation.json()) {
                invocation.out().print(JsonText.text(Map.of("file", "")));
            }
            invocation.note(ComparisonOutput.nothingDiffers(comparison) + "; no file was written");
            return ExitCode.DONE;
        }
        if (!difference.problems().isEmpty()) {
            throw difference.problems().get(0).exception();
        }
        List<String> lines = new DifferenceText(invocation.errPaint()).lines(difference);
        lines.forEach(invocation::note);
        if (!difference.losses().isEmpty()
                && !invocation.flag(ALLOW_DROP)
                && !question.yes("write it?", loss(difference))) {
            invocation.note("no file was written");
            return ExitCode.FINDINGS;
        }
        Path file = limbeck.newRevision(request, difference);
        return NewRevisionOptions.tell(invocation, file, "written; when you have read it");
    }

    private static Problem loss(Difference difference) {
        return Problem.of(ProblemCode.ANSWER_NEEDED, "running this migration would lose data")
                .evidence(difference.losses().stream().map(DataLoss::sentence).toList())
                .databaseState("Nothing was changed, no file was written.")
                .hint("to write it all the same", ALLOW_DROP);
    }
}
