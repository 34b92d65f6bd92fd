package org.limbeck.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.limbeck.RevisionRequest;
import org.limbeck.setting.Language;

/** The options with which a verb writes a migration. */
final class NewRevisionOptions {

    private static final String FORMAT_FILE = "--format-file";

    private NewRevisionOptions() {}

    static void declare(Declaration declaration) {
        declaration
                .value("java|sql", "The language of this file; without it the setting language.", FORMAT_FILE)
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

    /** The revision that the options ask for. */
    static RevisionRequest request(Invocation invocation, List<String> heads, String message) {
        String location = invocation.value("--location");
        return new RevisionRequest(
                message,
                invocation.value("--id"),
                heads,
                invocation.flag("--splice"),
                invocation.values("--branch-label"),
                invocation.values("--depends-on"),
                location == null ? null : invocation.folder().resolve(location),
                language(invocation));
    }

    static int write(Invocation invocation, List<String> heads, String message) {
        Path file = invocation.limbeck().newRevision(request(invocation, heads, message));
        return tell(invocation, file, "written; when it is filled in");
    }

    /**
     * Hands the file to the formatter, and says where it is.
     *
     * @param then what to do before the next command
     */
    static int tell(Invocation invocation, Path file, String then) {
        AfterWrite.run(invocation, file);
        String shown = file.startsWith(invocation.folder())
                ? invocation.folder().relativize(file).toString()
                : file.toString();
        if (invocation.json()) {
            invocation.out().print(JsonText.text(Map.of("file", shown)));
        } else {
            invocation.out().println(shown);
            invocation.next(then, "limbeck upgrade");
        }
        return ExitCode.DONE;
    }

    /** The language of this file alone; null for the configured one. */
    private static @Nullable Language language(Invocation invocation) {
        String format = invocation.value(FORMAT_FILE);
        if (format == null) {
            return null;
        }
        return switch (format) {
            case "java" -> Language.JAVA;
            case "sql" -> Language.SQL;
            default ->
                throw invocation
                        .usage("there is no \"" + format + "\" file")
                        .hint("there are java and sql")
                        .exception();
        };
    }
}
