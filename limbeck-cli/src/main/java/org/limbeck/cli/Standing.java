package org.limbeck.cli;

import java.util.Collection;
import java.util.TreeSet;
import org.limbeck.RunResult;

/** Says where a database stands. */
final class Standing {

    private Standing() {}

    static String rows(Collection<String> rows) {
        return rows.isEmpty() ? "base" : String.join(", ", new TreeSet<>(rows));
    }

    static String sentence(String database, Collection<String> rows, boolean atHeads) {
        String heads = rows.size() == 1 ? " (head)" : " (heads)";
        return database + " is at " + rows(rows) + (atHeads && !rows.isEmpty() ? heads : "");
    }

    static String pending(int revisions) {
        return revisions == 1 ? "1 revision is pending" : revisions + " revisions are pending";
    }

    /** The command that runs all that is missing. */
    static String upgrade(int heads) {
        return heads > 1 ? "limbeck upgrade heads" : "limbeck upgrade";
    }

    /** Prints the end of a run: where the database is now, and what could come next. */
    static int print(Invocation invocation, RunResult result) {
        if (invocation.json()) {
            invocation.out().print(JsonText.of(result));
            return ExitCode.DONE;
        }
        String sentence = sentence(result.database(), result.after(), result.atHeads());
        invocation.note(result.steps().isEmpty() ? sentence + ", there was nothing to do" : sentence);
        if (!result.atHeads()) {
            invocation.next("to go up", upgrade(result.heads()));
        }
        return ExitCode.DONE;
    }
}
