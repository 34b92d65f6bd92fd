package org.limbeck.foreign;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.limbeck.graph.RevisionNode;
import org.limbeck.script.FileNamePattern;
import org.limbeck.sql.SqlScript;

/** Writes SQL of another tool as an SQL migration. */
public final class SqlRevision {

    private static final Set<String> SECTIONS = Set.of("upgrade", "downgrade");
    private static final Pattern MARKER = Pattern.compile("(?im)^(\\s*--)(\\s*)(upgrade|downgrade)(\\s*)$");

    /** Names carry no date here: imported files are the same whenever they are written. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1970, 1, 1, 0, 0);

    private SqlRevision() {}

    /**
     * A migration.
     *
     * @param origin where it comes from, a line for the reader
     * @param upgrade its statements as text
     * @param downgrade what undoes them; null where that is not known
     */
    public static ImportedRevision of(
            RevisionNode node, String message, String origin, String upgrade, @Nullable String downgrade) {
        StringBuilder text = new StringBuilder();
        text.append("-- revision:  ").append(node.id()).append('\n');
        text.append(("-- revises:   " + String.join(", ", node.revises())).stripTrailing())
                .append('\n');
        if (!node.dependsOn().isEmpty()) {
            text.append("-- depends-on: ")
                    .append(String.join(", ", node.dependsOn()))
                    .append('\n');
        }
        if (!node.labels().isEmpty()) {
            text.append("-- labels:    ")
                    .append(String.join(", ", node.labels()))
                    .append('\n');
        }
        text.append(("-- message:   " + oneLine(message)).stripTrailing()).append('\n');
        text.append("\n-- ").append(oneLine(origin)).append("\n\n-- upgrade\n");
        text.append(body(upgrade));
        if (downgrade != null) {
            text.append("\n-- downgrade\n").append(body(downgrade));
        }
        String name = FileNamePattern.SQL.fileName(node.id(), message, NO_TIME) + ".sql";
        return new ImportedRevision(node, message, name, text.toString());
    }

    /** The text with a line end, and without comments that would begin a section. */
    private static String body(String sql) {
        String body = sql.strip().replace("\r\n", "\n");
        if (SqlScript.sections("", body, SECTIONS).size() > 1) {
            body = MARKER.matcher(body).replaceAll("$1$2($3)$4");
        }
        return body.isEmpty() ? "" : body + "\n";
    }

    private static String oneLine(String text) {
        return String.join(" ", List.of(text.strip().split("\\s+", -1)));
    }
}
