package org.limbeck.safety;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.limbeck.schema.Names;

/** Names of what a partition gets by itself. */
final class PartName {

    private PartName() {}

    /**
     * The name of the whole and that of the partition. Where both are too long together, a digest of them stands for the rest, for
     * others may begin alike.
     */
    static String of(String whole, RelationFacts part) {
        String name = whole + "_" + part.name();
        if (name.getBytes(StandardCharsets.UTF_8).length <= Names.MAXIMUM_BYTES) {
            return name;
        }
        String digest = String.format(Locale.ROOT, "_%08x", name.hashCode());
        return Names.shortened(name, Names.MAXIMUM_BYTES - digest.length()) + digest;
    }
}
