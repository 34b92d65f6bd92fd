package org.limbeck.schema;

/**
 * Where a table belongs in a partitioned one.
 *
 * @param bound which rows it takes, for example {@code FOR VALUES FROM ('2026-01-01') TO ('2027-01-01')} or {@code
 *     DEFAULT}
 */
public record Partition(QualifiedName parent, String bound) {}
