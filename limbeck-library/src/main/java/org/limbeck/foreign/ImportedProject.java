package org.limbeck.foreign;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.limbeck.takeover.Mapping;

/**
 * A project of another tool as revisions; nothing is written yet.
 *
 * @param tool how people call the tool
 * @param revisions in the order of the graph, lowest first
 * @param carried what was carried over, in words, such as {@code 3 undo migrations}
 * @param leftOut what could not be carried over
 * @param settings lines for {@code limbeck.properties} that these revisions need, besides where they are
 * @param mapping what the revisions were; null where the tool's version table is used as it is
 */
public record ImportedProject(
        String tool,
        List<ImportedRevision> revisions,
        List<String> carried,
        List<LeftOut> leftOut,
        List<String> settings,
        @Nullable Mapping mapping) {

    public ImportedProject {
        revisions = List.copyOf(revisions);
        carried = List.copyOf(carried);
        leftOut = List.copyOf(leftOut);
        settings = List.copyOf(settings);
    }
}
