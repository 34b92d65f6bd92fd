package org.limbeck.safety;

import java.util.List;

/**
 * How a relation stands among partitions and in inheritance.
 *
 * @param parents the OIDs of the tables it is a part or a child of
 * @param children the OIDs of its own parts or children
 * @param partition whether it is a partition
 * @param defaultPartition the OID of its default partition; 0 without
 * @param strategy {@code r}, {@code l} or {@code h} of a partitioned table; a blank otherwise
 * @param key the columns that divide a partitioned table; an empty name stands for an expression, and for a column that is compared
 *     otherwise than by itself
 * @param bound which rows a partition holds, as the server prints it; empty for what is none
 * @param hindered whether something besides columns and constraints may forbid that it gets a partition or becomes one: triggers,
 *     identities, a type that it is made from, or the rights of who asks
 */
public record PartitionFacts(
        List<Long> parents,
        List<Long> children,
        boolean partition,
        long defaultPartition,
        char strategy,
        List<String> key,
        String bound,
        boolean hindered) {

    /** A relation that stands alone. */
    public static final PartitionFacts NONE =
            new PartitionFacts(List.of(), List.of(), false, 0, ' ', List.of(), "", false);

    public PartitionFacts {
        parents = List.copyOf(parents);
        children = List.copyOf(children);
        key = List.copyOf(key);
    }
}
