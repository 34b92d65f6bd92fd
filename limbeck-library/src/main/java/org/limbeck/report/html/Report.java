package org.limbeck.report.html;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.limbeck.diff.Difference;
import org.limbeck.execute.History;
import org.limbeck.plan.AssessedPlan;
import org.limbeck.report.LintFinding;
import org.limbeck.report.RevisionLine;
import org.limbeck.schema.Schema;

/**
 * All that there is to say of revisions and a database at one moment.
 *
 * @param project what to call it, for people
 * @param made when
 * @param revisions heads first
 * @param standing where the database stands
 * @param plan an upgrade to the heads; where no database was asked, of an empty one
 * @param history the last steps, what is unfinished first, then newest first
 */
public record Report(
        String project,
        Instant made,
        List<RevisionLine> revisions,
        Part<Standing> standing,
        Part<AssessedPlan> plan,
        Part<NamedSchema> schema,
        Part<Differences> differences,
        Part<List<LintFinding>> lint,
        Part<List<History.Entry>> history) {

    /**
     * Where a database stands.
     *
     * @param database what to call it, for people
     * @param rows the rows of the version table; none for base
     * @param unknown those of them whose file is gone
     * @param working who is changing it, for people; null for nobody
     */
    public record Standing(
            String database,
            List<String> rows,
            List<String> unknown,
            @Nullable String working) {}

    /** A schema and what to call it, for people. */
    public record NamedSchema(String name, Schema schema) {}

    /** What makes one schema another, and what to call both. */
    public record Differences(String actual, String desired, Difference difference) {}

    public Report {
        revisions = List.copyOf(revisions);
    }

    /** What isn't in it, by the words for it, and why. */
    public Map<String, Part.Missing> missing() {
        Map<String, Part.Missing> missing = new LinkedHashMap<>();
        note(missing, "database", standing);
        note(missing, "plan", plan);
        note(missing, "schema", schema);
        note(missing, "differences", differences);
        note(missing, "findings", lint);
        note(missing, "history", history);
        return missing;
    }

    private static void note(Map<String, Part.Missing> all, String words, Part<?> part) {
        if (part.missing() != null) {
            all.put(words, part.missing());
        }
    }
}
