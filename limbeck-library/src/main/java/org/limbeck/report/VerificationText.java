package org.limbeck.report;

import java.util.ArrayList;
import java.util.List;
import org.limbeck.verify.Finding;
import org.limbeck.verify.RevisionTrial;
import org.limbeck.verify.Verification;

/** What came out when revisions were tried, for people: a line for each revision, and below it what is wrong. */
public record VerificationText(Paint paint) {

    private static final int WIDEST_MESSAGE = 60;

    /** The lines of one revision. */
    public List<String> lines(RevisionTrial trial) {
        List<String> lines = new ArrayList<>();
        lines.add((mark(trial) + "  " + paint.name(trial.revision()) + "  " + message(trial)).stripTrailing() + "   "
                + paint.aside(word(trial)));
        trial.findings().forEach(finding -> add(lines, "", finding));
        trial.notes().forEach(note -> add(lines, "note: ", note));
        return lines;
    }

    /** What there is to say of all of them together. */
    public List<String> closing(Verification verification) {
        List<String> lines = new ArrayList<>();
        verification.findings().forEach(finding -> add(lines, "", finding));
        if (!verification.tablesWithoutRows().isEmpty()) {
            lines.add("      note: no sample row met the conditions of "
                    + String.join(", ", verification.tablesWithoutRows()));
        }
        return lines;
    }

    /** One line about the whole, for example {@code 3 revisions on PostgreSQL 18: 2 reversible, 1 fails}. */
    public static String summary(Verification verification) {
        List<String> counts = new ArrayList<>();
        for (RevisionTrial.Outcome outcome : RevisionTrial.Outcome.values()) {
            long count = verification.trials().stream()
                    .filter(trial -> trial.outcome() == outcome)
                    .count();
            if (count > 0) {
                counts.add(count + " " + word(outcome));
            }
        }
        int revisions = verification.trials().size();
        String whole = verification.findings().isEmpty() ? "" : "; the whole of them fails";
        return revisions + (revisions == 1 ? " revision" : " revisions") + " on PostgreSQL " + verification.major()
                + ": " + (counts.isEmpty() ? "nothing to try" : String.join(", ", counts)) + whole;
    }

    /** For a comment on a pull request. */
    public static String markdown(List<Verification> verifications) {
        StringBuilder text = new StringBuilder();
        for (Verification verification : verifications) {
            text.append("### ").append(summary(verification)).append("\n\n");
            text.append("| revision | | outcome |\n|---|---|---|\n");
            for (RevisionTrial trial : verification.trials()) {
                text.append("| `").append(trial.revision()).append("` | ");
                text.append(trial.message().replace("|", "\\|"))
                        .append(" | ")
                        .append(word(trial))
                        .append(" |\n");
            }
            text.append('\n');
            for (RevisionTrial trial : verification.trials()) {
                trial.findings().forEach(finding -> append(text, "`" + trial.revision() + "`: ", finding));
                trial.notes().forEach(note -> append(text, "note on `" + trial.revision() + "`: ", note));
            }
            verification.findings().forEach(finding -> append(text, "", finding));
        }
        return text.toString();
    }

    private static void append(StringBuilder text, String prefix, Finding finding) {
        text.append("- ").append(prefix).append(finding.sentence()).append('\n');
        finding.details()
                .forEach(detail ->
                        text.append("  - `").append(detail.replace('`', '\'')).append("`\n"));
    }

    private static void add(List<String> lines, String prefix, Finding finding) {
        lines.add("      " + prefix + finding.sentence());
        finding.details().forEach(detail -> lines.add("        " + detail));
    }

    private String mark(RevisionTrial trial) {
        return switch (trial.outcome()) {
            case REVERSIBLE -> paint.success("ok");
            case LOSSY, IRREVERSIBLE -> paint.removal("ok");
            case FAILED -> paint.failure("no");
            case NOT_REACHED -> paint.aside("--");
        };
    }

    private static String message(RevisionTrial trial) {
        String message = trial.message();
        return message.length() <= WIDEST_MESSAGE ? message : message.substring(0, WIDEST_MESSAGE - 3) + "...";
    }

    /** The outcome, with what is lost. */
    private static String word(RevisionTrial trial) {
        return trial.losses().isEmpty()
                ? word(trial.outcome())
                : word(trial.outcome()) + ": " + String.join(", ", trial.losses());
    }

    private static String word(RevisionTrial.Outcome outcome) {
        return switch (outcome) {
            case REVERSIBLE -> "reversible";
            case LOSSY -> "schema reversible, data lossy";
            case IRREVERSIBLE -> "irreversible, as it says";
            case FAILED -> "failed";
            case NOT_REACHED -> "not reached";
        };
    }
}
