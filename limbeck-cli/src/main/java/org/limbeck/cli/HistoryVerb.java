package org.limbeck.cli;

import java.util.ArrayList;
import java.util.List;
import org.limbeck.Limbeck;
import org.limbeck.report.Glyphs;
import org.limbeck.report.HistoryDrawing;
import org.limbeck.report.HistoryDrawing.State;
import org.limbeck.report.RevisionLine;

final class HistoryVerb implements Verb {

    private static final String RANGE = "--rev-range";
    private static final String INDICATE_CURRENT = "--indicate-current";

    @Override
    public String name() {
        return "history";
    }

    @Override
    public String summary() {
        return "Draw the revisions, newest first.";
    }

    @Override
    public void declare(Declaration declaration) {
        declaration
                .value(
                        "<from>:<to>",
                        "Only what lies between; either end may be left out, be relative or be current.",
                        "-r",
                        RANGE)
                .flag("Ask the database what is applied.", "-i", INDICATE_CURRENT)
                .example("limbeck history", "all revisions; no database is asked")
                .example("limbeck history -i", "what is applied and what is pending")
                .example("limbeck history -r 0001:0003", "a part of it")
                .example("limbeck history -r current:", "what an upgrade would run");
    }

    @Override
    public int run(Invocation invocation) {
        invocation.arguments();
        String given = invocation.value(RANGE);
        String range = given == null ? ":" : given;
        boolean asked = invocation.flag(INDICATE_CURRENT) || range.contains("current");
        Limbeck limbeck = invocation.limbeck();
        List<RevisionLine> lines = asked ? limbeck.historyWithCurrent(range) : limbeck.history(range);
        if (invocation.json()) {
            return RevisionList.print(invocation, lines);
        }
        RevisionTable table = RevisionTable.of(lines, invocation.outPaint());
        List<HistoryDrawing.Entry> entries = new ArrayList<>();
        for (RevisionLine line : lines) {
            entries.add(entry(line, asked, table, invocation.verbose()));
        }
        Glyphs glyphs = invocation.surroundings().unicode() ? Glyphs.UNICODE : Glyphs.ASCII;
        for (String line : HistoryDrawing.draw(entries, glyphs)) {
            invocation.out().println(line);
        }
        if (lines.isEmpty()) {
            invocation.note("there is nothing in the range " + range);
        }
        return ExitCode.DONE;
    }

    private static HistoryDrawing.Entry entry(RevisionLine line, boolean asked, RevisionTable table, boolean verbose) {
        List<String> marks = new ArrayList<>(line.marks());
        if (!line.dependsOn().isEmpty()) {
            marks.add("depends on " + String.join(", ", line.dependsOn()));
        }
        List<String> text = new ArrayList<>();
        text.add(table.line(line, marks));
        if (verbose) {
            for (String detail : RevisionTable.details(line)) {
                text.add("  " + detail);
            }
        }
        State state = !asked ? State.UNKNOWN : line.applied() ? State.APPLIED : State.PENDING;
        return new HistoryDrawing.Entry(line.revision(), line.revises(), state, text);
    }
}
