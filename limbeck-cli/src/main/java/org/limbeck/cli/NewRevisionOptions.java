package org.limbeck.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.limbeck.RevisionRequest;

/** The options with which a verb writes a migration. */
final class NewRevisionOptions {

    private NewRevisionOptions() {}

    static void declare(Declaration declaration) {
        declaration
                .value("<text>", "What the migration does, one line.", "-m", "--message")
                .value("<id>", "Its identifier; without it a random one.", "--id", "--rev-id")
                .flag("Allow a parent that is not a head, which begins a branch.", "--splice")
                .values(
                        "<label>",
                        "A name for the branch that it begins; may be given several times.",
                        "--branch-label")
                .values("<revision>", "A revision that it needs; may be given several times.", "--depends-on")
                .value(
                        "<folder>",
                        "The folder that it is written to, one of the configured ones.",
                        "--location",
                        "--version-path");
    }

    static int write(Invocation invocation, List<String> heads, String message) {
        String location = invocation.value("--location");
        Path file = invocation
                .limbeck()
                .newRevision(new RevisionRequest(
                        message,
                        invocation.value("--id"),
                        heads,
                        invocation.flag("--splice"),
                        invocation.values("--branch-label"),
                        invocation.values("--depends-on"),
                        location == null ? null : invocation.folder().resolve(location),
                        null));
        String shown = file.startsWith(invocation.folder())
                ? invocation.folder().relativize(file).toString()
                : file.toString();
        if (invocation.json()) {
            invocation.out().print(JsonText.text(Map.of("file", shown)));
        } else {
            invocation.out().println(shown);
            invocation.next("written; when it is filled in", "limbeck upgrade");
        }
        return ExitCode.DONE;
    }
}
