package org.limbeck.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.limbeck.Comparison;
import org.limbeck.Current;
import org.limbeck.Limbeck;
import org.limbeck.RevisionRequest;
import org.limbeck.diff.Difference;
import org.limbeck.diff.Renames;
import org.limbeck.problem.Problem;
import org.limbeck.problem.ProblemCode;
import org.limbeck.report.RevisionLine;

/** Writes one revision that makes what is in a database, and stamps that database. */
final class DatabaseImport {

    private static final String MESSAGE = "what was there";

    private DatabaseImport() {}

    static int run(Invocation invocation, List<String> files, boolean elsewhere) {
        if (!files.isEmpty() || elsewhere) {
            throw invocation
                    .usage("limbeck import database takes neither a file nor --to: it reads the configured database and"
                            + " writes where new migrations go")
                    .hint("for another database", "limbeck import database --url postgresql://localhost/shop")
                    .exception();
        }
        Limbeck limbeck = invocation.limbeck();
        requireNone(limbeck);
        Comparison comparison = limbeck.compareFromNothing();
        Difference difference = comparison.difference(Renames.NONE);
        if (!difference.problems().isEmpty()) {
            throw difference.problems().get(0).exception();
        }
        if (difference.isEmpty()) {
            throw Problem.of(
                            ProblemCode.NOTHING_TO_IMPORT,
                            "there is nothing in " + comparison.desiredName() + " that a revision could make")
                    .databaseState("Nothing was written.")
                    .hint("to write the first revision by hand", "limbeck revision -m \"create tables\"")
                    .exception();
        }
        Path file = limbeck.newRevision(RevisionRequest.of(MESSAGE), difference);
        AfterWrite.run(invocation, file);
        RevisionLine revision = limbeck.heads().get(0);
        limbeck.stamp(List.of(revision.revision()), false);
        return tell(invocation, comparison.desiredName(), revision);
    }

    private static void requireNone(Limbeck limbeck) {
        Current current = limbeck.current();
        if (current.pending() > 0 || !current.rows().isEmpty()) {
            throw Problem.of(
                            ProblemCode.IMPORT_FOLDER_NOT_EMPTY,
                            current.rows().isEmpty()
                                    ? "there are revisions already, and what is in the database would be written again"
                                    : current.database() + " is managed already, it is at "
                                            + Standing.rows(current.rows()))
                    .databaseState("Nothing was written.")
                    .hint(
                            "to write what the revisions lack",
                            "limbeck revision --autogenerate --desired database --from-revisions -m \"...\"")
                    .exception();
        }
    }

    private static int tell(Invocation invocation, String database, RevisionLine revision) {
        if (invocation.json()) {
            Map<String, Object> map = new LinkedHashMap<>();
            map.put("file", revision.file());
            map.put("revision", revision.revision());
            invocation.out().print(JsonText.text(map));
            return ExitCode.DONE;
        }
        invocation.out().println(revision.file());
        invocation.note("it makes what is in " + database + ", without rows, roles and settings of the server");
        invocation.next("on other databases that have all this", "limbeck stamp " + revision.revision());
        invocation.next("on empty ones, to build it", "limbeck upgrade");
        invocation.next("to see whether it does", "limbeck verify");
        return ExitCode.DONE;
    }
}
