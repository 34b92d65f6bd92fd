package org.limbeck.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.limbeck.problem.LimbeckException;
import org.limbeck.problem.Problem;
import org.limbeck.problem.ProblemCode;

/** The problems of this package. */
final class Trouble {

    private static final int LINES_OF_LOG = 12;

    private Trouble() {}

    static Problem because(String sentence) {
        return Problem.of(ProblemCode.EMBEDDED_SERVER, sentence);
    }

    static LimbeckException from(String what, IOException cause) {
        String reason = cause instanceof ServerRefusal
                ? String.valueOf(cause.getMessage())
                : cause.getClass().getSimpleName() + ": " + cause.getMessage();
        return withHints(because(what).evidence(reason), reason).exception(cause);
    }

    static Problem withLog(String what, Path log) {
        List<String> lines = tail(log);
        return withHints(because(what).evidence(lines), String.join("\n", lines))
                .hint("to read the whole log:", "cat '" + log + "'");
    }

    static LimbeckException interrupted(String what, InterruptedException cause) {
        Thread.currentThread().interrupt();
        return because("interrupted while " + what).exception(cause);
    }

    static List<String> tail(Path log) {
        try {
            List<String> lines = new String(Files.readAllBytes(log), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank())
                    .toList();
            return lines.subList(Math.max(0, lines.size() - LINES_OF_LOG), lines.size());
        } catch (IOException unreadable) {
            return List.of(log + " cannot be read");
        }
    }

    private static Problem withHints(Problem problem, String text) {
        if (text.contains("No space left on device")) {
            return problem.hint(
                    "the disk is full; a data folder takes about 40 MB, the unpacked server 60 MB", "df -h");
        }
        if (text.contains("AccessDenied") || text.contains("Permission denied") || text.contains("Read-only file")) {
            return problem.hint("this user must be able to write there");
        }
        return problem;
    }
}
