package org.limbeck.spring.actuate;

import java.util.List;
import org.limbeck.Current;
import org.limbeck.Limbeck;
import org.limbeck.report.RevisionLine;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;

/** The endpoint {@code limbeck}: the application's revisions, and which of them the database has. */
@Endpoint(id = "limbeck")
public final class LimbeckEndpoint {

    private final Limbeck limbeck;

    public LimbeckEndpoint(Limbeck limbeck) {
        this.limbeck = limbeck;
    }

    /**
     * What the endpoint answers.
     *
     * @param database what to call it, for people
     * @param current the rows of the version table; none for base
     * @param unknown those of them that the application has no migration of
     * @param pending how many revisions an upgrade to the heads would run
     * @param heads the revisions that no other stands on
     * @param revisions all revisions, newest first
     */
    public record Answer(
            String database,
            List<String> current,
            List<String> unknown,
            int pending,
            List<String> heads,
            List<Shown> revisions) {}

    /**
     * A revision.
     *
     * @param file where it stands: a name on the class path, or a file
     * @param applied whether the database has it
     */
    public record Shown(
            String revision,
            String message,
            String file,
            List<String> revises,
            List<String> dependsOn,
            List<String> labels,
            boolean head,
            boolean applied,
            boolean current) {

        static Shown of(RevisionLine line) {
            return new Shown(
                    line.revision(),
                    line.message(),
                    line.file(),
                    line.revises(),
                    line.dependsOn(),
                    line.labels(),
                    line.head(),
                    line.applied(),
                    line.current());
        }
    }

    @ReadOperation
    public Answer revisions() {
        Current current = limbeck.current();
        List<RevisionLine> lines = limbeck.historyWithCurrent(":");
        return new Answer(
                current.database(),
                current.rows(),
                current.unknown(),
                current.pending(),
                lines.stream()
                        .filter(RevisionLine::head)
                        .map(RevisionLine::revision)
                        .toList(),
                lines.stream().map(Shown::of).toList());
    }
}
