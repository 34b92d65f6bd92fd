package org.limbeck;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.limbeck.setting.Language;

/**
 * A revision that is to be written.
 *
 * @param message what it will do, one line
 * @param id its identifier; null for a new random one
 * @param heads what it stands on, by default the one head; {@code base} for nothing
 * @param splice whether what it stands on need not be a head
 * @param labels names for its branch
 * @param dependsOn revisions of other branches that it needs
 * @param location one of the configured folders; null for that of its parent, or the first
 * @param language null for the configured one
 */
public record RevisionRequest(
        String message,
        @Nullable String id,
        List<String> heads,
        boolean splice,
        List<String> labels,
        List<String> dependsOn,
        @Nullable Path location,
        @Nullable Language language) {

    public RevisionRequest {
        heads = List.copyOf(heads);
        labels = List.copyOf(labels);
        dependsOn = List.copyOf(dependsOn);
    }

    public static RevisionRequest of(String message) {
        return new RevisionRequest(message, null, List.of("head"), false, List.of(), List.of(), null, null);
    }
}
