package org.limbeck.cli;

import java.util.ArrayList;
import java.util.List;
import org.limbeck.Current;
import org.limbeck.problem.Problem;
import org.limbeck.problem.ProblemCode;
import org.limbeck.report.RevisionLine;
import org.limbeck.setting.Database;

final class CurrentVerb implements Verb {

    private static final String CHECK_HEADS = "--check-heads";

    @Override
    public String name() {
        return "current";
    }

    @Override
    public String summary() {
        return "Show where the database is.";
    }

    @Override
    public boolean connects() {
        return true;
    }

    @Override
    public void declare(Declaration declaration) {
        declaration
                .flag("Exit with 3 if an upgrade to the heads would find something to do.", CHECK_HEADS)
                .example("limbeck current", "the revision of the database")
                .example("limbeck current --check-heads", "for a build that must not go on otherwise");
    }

    @Override
    public int run(Invocation invocation) {
        invocation.arguments();
        Current current = invocation.limbeck().current();
        if (invocation.json()) {
            invocation.out().print(JsonText.of(current));
        } else {
            print(invocation, current);
        }
        if (invocation.flag(CHECK_HEADS) && !current.atHeads()) {
            throw notAtHeads(current).exception();
        }
        return ExitCode.DONE;
    }

    private static void print(Invocation invocation, Current current) {
        if (invocation.verbose()) {
            invocation.note(current.database() + where(invocation.database().database()));
        }
        RevisionTable table = RevisionTable.of(current.revisions(), invocation.outPaint());
        for (RevisionLine line : current.revisions()) {
            List<String> marks = new ArrayList<>(line.marks());
            marks.remove("current");
            invocation.out().println(table.line(line, marks));
            if (invocation.verbose()) {
                RevisionList.printDetails(invocation, line);
            }
        }
        for (String row : current.unknown()) {
            invocation.out().println(row + "  (its file is gone)");
        }
        if (current.takenOverFrom() != null) {
            invocation.note("this is what " + current.takenOverFrom() + " says; the next run takes the database over");
        }
        if (!invocation.flag(CHECK_HEADS)) {
            advise(invocation, current);
        }
    }

    private static String where(Database database) {
        return database instanceof Database.Server server ? ", " + server.jdbcUrl() + " as " + server.user() : "";
    }

    private static void advise(Invocation invocation, Current current) {
        String state = current.database() + " is at " + Standing.rows(current.rows());
        if (!current.unknown().isEmpty()) {
            invocation.next(state + "; what to do about a file that is gone", "limbeck explain L050");
        } else if (current.pending() > 0) {
            invocation.next(
                    state + ", " + Standing.pending(current.pending()) + "; to go up",
                    Standing.upgrade(current.heads()));
        } else if (current.rows().isEmpty()) {
            invocation.note(state);
        }
    }

    private static Problem notAtHeads(Current current) {
        String sentence = current.database() + " is at " + Standing.rows(current.rows());
        if (!current.unknown().isEmpty()) {
            return Problem.of(
                            ProblemCode.NOT_AT_HEADS,
                            sentence + ", and there is no file for " + String.join(", ", current.unknown()))
                    .hint("to read what to do", "limbeck explain L050");
        }
        return Problem.of(ProblemCode.NOT_AT_HEADS, sentence + ", " + Standing.pending(current.pending()))
                .hint("to see them", "limbeck history --indicate-current")
                .hint("to run them", "limbeck upgrade heads");
    }
}
