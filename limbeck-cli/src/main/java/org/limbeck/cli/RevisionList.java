package org.limbeck.cli;

import java.util.List;
import org.limbeck.report.RevisionLine;

/** Prints revisions one below the other, or as JSON. */
final class RevisionList {

    private RevisionList() {}

    static int print(Invocation invocation, List<RevisionLine> lines) {
        if (invocation.json()) {
            invocation.out().print(JsonText.of(lines));
            return ExitCode.DONE;
        }
        RevisionTable table = RevisionTable.of(lines, invocation.outPaint());
        for (RevisionLine line : lines) {
            invocation.out().println(table.line(line, line.marks()));
            if (invocation.verbose()) {
                printDetails(invocation, line);
            }
        }
        return ExitCode.DONE;
    }

    static void printDetails(Invocation invocation, RevisionLine line) {
        for (String detail : RevisionTable.details(line)) {
            invocation.out().println("  " + detail);
        }
    }
}
