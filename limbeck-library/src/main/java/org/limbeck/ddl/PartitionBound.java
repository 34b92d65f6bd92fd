package org.limbeck.ddl;

import java.util.List;

/**
 * Which rows a partition holds.
 *
 * @param kind how the table is divided
 * @param from the values of FROM, or of IN, as written
 * @param to the values of TO
 */
public record PartitionBound(Kind kind, List<String> from, List<String> to) {

    /** The ways to divide a table. */
    public enum Kind {
        RANGE,
        LIST,
        HASH,
        DEFAULT
    }

    /** Reads what the server prints; one that can't be read counts as one of a hash. */
    public static PartitionBound of(String text) {
        try {
            return new PartitionBoundReader(Tokens.of(text)).bound();
        } catch (UnclearStatement unusual) {
            return new PartitionBound(Kind.HASH, List.of(), List.of());
        }
    }

    public PartitionBound {
        from = List.copyOf(from);
        to = List.copyOf(to);
    }
}
