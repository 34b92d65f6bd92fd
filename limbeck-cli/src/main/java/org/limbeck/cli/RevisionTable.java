package org.limbeck.cli;

import java.util.ArrayList;
import java.util.List;
import org.limbeck.report.Paint;
import org.limbeck.report.RevisionLine;

/** Revisions as lines: identifier, message, marks. */
record RevisionTable(Paint paint, int idWidth, int messageWidth) {

    private static final int WIDEST_MESSAGE = 60;

    /** Columns that hold all of these. */
    static RevisionTable of(List<RevisionLine> lines, Paint paint) {
        int idWidth = 0;
        int messageWidth = 0;
        for (RevisionLine line : lines) {
            idWidth = Math.max(idWidth, line.revision().length());
            messageWidth = Math.max(
                    messageWidth, Math.min(WIDEST_MESSAGE, line.message().length()));
        }
        return new RevisionTable(paint, idWidth, messageWidth);
    }

    /** One line without trailing space. */
    String line(RevisionLine line, List<String> marks) {
        StringBuilder text = new StringBuilder();
        text.append(paint.name(line.revision()))
                .append(" ".repeat(idWidth - line.revision().length() + 2))
                .append(line.message());
        if (!marks.isEmpty()) {
            text.append(" ".repeat(Math.max(0, messageWidth - line.message().length()) + 3))
                    .append(paint.success(String.join(", ", marks)));
        }
        return text.toString().stripTrailing();
    }

    /** All that is known of a revision, a line each; empty things are left out. */
    static List<String> details(RevisionLine line) {
        List<String> details = new ArrayList<>();
        add(details, "revises", line.revises().isEmpty() ? "nothing" : String.join(", ", line.revises()));
        add(details, "depends on", String.join(", ", line.dependsOn()));
        add(details, "branch", String.join(", ", line.labels()));
        add(details, "revised by", String.join(", ", line.children()));
        add(details, "created", line.created());
        add(details, "file", line.line() == 0 ? line.file() : line.file() + ":" + line.line());
        return details;
    }

    private static void add(List<String> details, String name, String value) {
        if (!value.isEmpty()) {
            details.add(name + ":" + " ".repeat("depends on".length() - name.length() + 2) + value);
        }
    }
}
