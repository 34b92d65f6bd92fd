package org.limbeck.cli;

import java.util.List;
import org.limbeck.report.RevisionLine;

final class ShowVerb implements Verb {

    @Override
    public String name() {
        return "show";
    }

    @Override
    public String summary() {
        return "Show all that is known of a revision.";
    }

    @Override
    public void declare(Declaration declaration) {
        declaration
                .argument(
                        "<revision>",
                        1,
                        Integer.MAX_VALUE,
                        "An identifier or the beginning of one, head, heads, current, a branch label.")
                .example("limbeck show head", "the head")
                .example("limbeck show current", "where the database is");
    }

    @Override
    public int run(Invocation invocation) {
        List<RevisionLine> lines = invocation.limbeck().show(invocation.arguments());
        if (invocation.json()) {
            return RevisionList.print(invocation, lines);
        }
        RevisionTable table = RevisionTable.of(lines, invocation.outPaint());
        for (RevisionLine line : lines) {
            invocation.out().println(table.line(line, line.marks()));
            RevisionList.printDetails(invocation, line);
        }
        if (lines.isEmpty()) {
            invocation.note("no revision stands behind " + String.join(", ", invocation.arguments()));
        }
        return ExitCode.DONE;
    }
}
