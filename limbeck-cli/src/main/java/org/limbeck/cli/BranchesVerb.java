package org.limbeck.cli;

import java.util.List;
import org.limbeck.report.RevisionLine;

final class BranchesVerb implements Verb {

    @Override
    public String name() {
        return "branches";
    }

    @Override
    public String summary() {
        return "List the revisions that several others revise.";
    }

    @Override
    public void declare(Declaration declaration) {
        declaration.example("limbeck branches", "where branches begin, and with what");
    }

    @Override
    public int run(Invocation invocation) {
        invocation.arguments();
        List<RevisionLine> history = invocation.limbeck().history();
        List<RevisionLine> branchPoints =
                history.stream().filter(RevisionLine::branchPoint).toList();
        if (invocation.json()) {
            return RevisionList.print(invocation, branchPoints);
        }
        RevisionTable table = RevisionTable.of(history, invocation.outPaint());
        for (RevisionLine branchPoint : branchPoints) {
            invocation.out().println(table.line(branchPoint, branchPoint.marks()));
            for (RevisionLine line : history) {
                if (line.revises().contains(branchPoint.revision())) {
                    invocation.out().println("  " + table.line(line, line.marks()));
                }
            }
        }
        if (branchPoints.isEmpty()) {
            invocation.note("there are no branches");
        }
        return ExitCode.DONE;
    }
}
