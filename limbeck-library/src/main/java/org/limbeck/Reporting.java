package org.limbeck;

import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.limbeck.diff.Renames;
import org.limbeck.problem.LimbeckException;
import org.limbeck.report.html.Part;
import org.limbeck.report.html.Report;
import org.limbeck.report.html.Report.Differences;
import org.limbeck.report.html.Report.NamedSchema;
import org.limbeck.report.html.Report.Standing;
import org.limbeck.setting.Setting;

/** Collects all that there is to say; what can't be had is left out, and the report says why. */
record Reporting(Limbeck limbeck, Workspace workspace) {

    /** How much of the history is told. */
    private static final int STEPS = 2000;

    /** @param source {@code database} or {@code revisions}, as of {@link ComparisonRequest} */
    Report report(String source) {
        Revisions revisions = workspace.someRevisions();
        boolean wanted = source.equals(ComparisonRequest.DATABASE);
        Part<Status> status = wanted ? part(() -> limbeck.status(STEPS)) : Part.missing("no database was asked");
        Status found = status.value();
        List<String> rows = found == null ? List.of() : found.rows();
        boolean there = found != null || !wanted;
        Part<Comparison> comparison =
                there ? part(() -> limbeck.compare(new ComparisonRequest(source, desired(), true))) : status.likewise();
        return new Report(
                name(),
                Instant.now(),
                revisions.lines(revisions.graph().history(), rows),
                found == null ? status.likewise() : Part.of(standing(revisions, found)),
                found == null
                        ? part(() -> new PlanReading(workspace).fromEmpty())
                        : part(() -> limbeck.planUpgrade("heads")),
                there ? schema(source, comparison) : status.likewise(),
                differences(comparison),
                part(() -> limbeck.lint("")),
                found == null ? status.likewise() : Part.of(found.last()));
    }

    private String desired() {
        return workspace.settings().get(Setting.DESIRED).value();
    }

    private String name() {
        return String.valueOf(
                workspace.settings().folder().toAbsolutePath().normalize().getFileName());
    }

    private static Standing standing(Revisions revisions, Status status) {
        return new Standing(
                status.database(),
                status.rows(),
                status.rows().stream()
                        .filter(row -> !revisions.graph().contains(row))
                        .toList(),
                status.working());
    }

    /** What was read to be compared is not read once more. */
    private Part<NamedSchema> schema(String source, Part<Comparison> comparison) {
        Comparison compared = comparison.value();
        if (compared != null) {
            return Part.of(new NamedSchema(compared.actualName(), compared.actual()));
        }
        String name =
                source.equals(ComparisonRequest.DATABASE) ? workspace.database().displayName() : "the revisions";
        return part(() -> new NamedSchema(name, limbeck.schema(source)));
    }

    private static Part<Differences> differences(Part<Comparison> comparison) {
        Comparison compared = comparison.value();
        return compared == null
                ? new Part<>(null, comparison.missing())
                : Part.of(new Differences(
                        compared.actualName(), compared.desiredName(), compared.difference(Renames.NONE)));
    }

    private static <T> Part<T> part(Supplier<T> reading) {
        try {
            return Part.of(reading.get());
        } catch (LimbeckException missing) {
            return Part.missing(missing.problem());
        }
    }
}
