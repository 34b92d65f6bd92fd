package org.limbeck.safety;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.limbeck.ddl.ConstraintDefinition;
import org.limbeck.ddl.DdlStatement.CreateIndex;
import org.limbeck.schema.QualifiedName;

/**
 * A relation as it is.
 *
 * @param oid its OID
 * @param schema its schema
 * @param name its name
 * @param kind what it is
 * @param bytes the size of its rows, without indexes
 * @param rows how many rows the server estimates; -1 if it doesn't know
 * @param persistence {@code p}, {@code u} for unlogged, {@code t} for temporary
 * @param tablespace its tablespace
 * @param accessMethod how it stores rows; empty for relations without
 * @param columns in their order, none for indexes and sequences
 * @param constraints its own
 * @param indexes its own
 * @param partitions its place among partitions
 * @param sequences the OIDs of sequences that go with its columns, by column
 * @param reads the OIDs of what a view reads
 * @param readBy the OIDs of views that read it
 * @param hindersUpdates whether an update does more than change the row, or is refused: there is a trigger, a rule or forced row
 *     security, it could not be replicated, or who asks has no right to it
 */
public record RelationFacts(
        long oid,
        String schema,
        String name,
        RelationKind kind,
        long bytes,
        long rows,
        char persistence,
        String tablespace,
        String accessMethod,
        List<ColumnFacts> columns,
        List<ConstraintFacts> constraints,
        List<IndexFacts> indexes,
        PartitionFacts partitions,
        Map<Long, String> sequences,
        List<Long> reads,
        List<Long> readBy,
        boolean hindersUpdates) {

    public RelationFacts {
        columns = List.copyOf(columns);
        constraints = List.copyOf(constraints);
        indexes = List.copyOf(indexes);
        sequences = Map.copyOf(sequences);
        reads = List.copyOf(reads);
        readBy = List.copyOf(readBy);
    }

    /** Its name with its schema. */
    QualifiedName qualifiedName() {
        return new QualifiedName(schema, name);
    }

    public @Nullable ColumnFacts column(String column) {
        return columns.stream()
                .filter(each -> each.name().equals(column))
                .findFirst()
                .orElse(null);
    }

    public @Nullable ConstraintFacts constraint(String constraint) {
        return constraints.stream()
                .filter(each -> each.name().equals(constraint))
                .findFirst()
                .orElse(null);
    }

    public @Nullable IndexFacts index(String index) {
        return indexes.stream()
                .filter(each -> each.name().equals(index))
                .findFirst()
                .orElse(null);
    }

    /** Itself and all parts and children below it that are among these. */
    List<RelationFacts> withParts(Map<Long, RelationFacts> relations) {
        Set<Long> seen = new LinkedHashSet<>();
        List<RelationFacts> found = new ArrayList<>();
        collect(relations, seen, found);
        return found;
    }

    private void collect(Map<Long, RelationFacts> relations, Set<Long> seen, List<RelationFacts> found) {
        if (seen.add(oid)) {
            found.add(this);
            for (Long child : partitions.children()) {
                RelationFacts part = relations.get(child);
                if (part != null) {
                    part.collect(relations, seen, found);
                }
            }
        }
    }

    /**
     * An index of its own that a part of the new one can be, so that none is built; null without.
     *
     * @param parent the OID of the new one, where an earlier run has made it; 0 otherwise
     */
    @Nullable
    IndexFacts fitting(CreateIndex create, long parent) {
        return indexes.stream()
                .filter(each -> each.isOf(create) && (each.parent() == 0 || each.parent() == parent))
                .findFirst()
                .orElse(null);
    }

    /** Whether it has an index of its own that may be what the statement makes, in other words than those of the statement. */
    boolean mayFit(CreateIndex create) {
        Set<String> named = new HashSet<>(create.elements().names());
        if (create.predicate() != null) {
            named.addAll(create.predicate().names());
        }
        Set<String> mentioned =
                columns.stream().map(ColumnFacts::name).filter(named::contains).collect(Collectors.toSet());
        return indexes.stream().anyMatch(each -> each.parent() == 0 && each.mayBeOf(create, mentioned));
    }

    boolean hasPrimaryKey() {
        return constraints.stream().anyMatch(each -> each.kind() == ConstraintDefinition.Kind.PRIMARY_KEY);
    }

    /**
     * The index of a key that such a one of the table which it is a part of takes over; null without. To the server it is all the same
     * whether either is the primary one.
     */
    @Nullable
    IndexFacts keyIndex(ConstraintDefinition key) {
        return constraints.stream()
                .filter(each -> isKeyOf(each, key))
                .flatMap(each -> indexes.stream().filter(index -> index.oid() == each.index()))
                .filter(index -> index.parent() == 0 && index.isOf(key))
                .findFirst()
                .orElse(null);
    }

    /** Whether it has a key of these columns, be it its own or that of the table which it is a part of. */
    boolean hasKey(ConstraintDefinition key) {
        return constraints.stream().anyMatch(each -> isKeyOf(each, key));
    }

    private static boolean isKeyOf(ConstraintFacts constraint, ConstraintDefinition key) {
        boolean unique = constraint.kind() == ConstraintDefinition.Kind.UNIQUE
                || constraint.kind() == ConstraintDefinition.Kind.PRIMARY_KEY;
        return unique && constraint.columns().equals(key.columns());
    }

    /** Whether there is, or may be, a row in it. */
    boolean mayHaveRows() {
        return bytes > 0;
    }

    RelationFacts withColumns(List<ColumnFacts> newColumns) {
        return new RelationFacts(
                oid,
                schema,
                name,
                kind,
                bytes,
                rows,
                persistence,
                tablespace,
                accessMethod,
                newColumns,
                constraints,
                indexes,
                partitions,
                sequences,
                reads,
                readBy,
                hindersUpdates);
    }

    RelationFacts withConstraints(List<ConstraintFacts> newConstraints) {
        return new RelationFacts(
                oid,
                schema,
                name,
                kind,
                bytes,
                rows,
                persistence,
                tablespace,
                accessMethod,
                columns,
                newConstraints,
                indexes,
                partitions,
                sequences,
                reads,
                readBy,
                hindersUpdates);
    }

    RelationFacts withIndexes(List<IndexFacts> newIndexes) {
        return new RelationFacts(
                oid,
                schema,
                name,
                kind,
                bytes,
                rows,
                persistence,
                tablespace,
                accessMethod,
                columns,
                constraints,
                newIndexes,
                partitions,
                sequences,
                reads,
                readBy,
                hindersUpdates);
    }

    RelationFacts withName(String newSchema, String newName) {
        return new RelationFacts(
                oid,
                newSchema,
                newName,
                kind,
                bytes,
                rows,
                persistence,
                tablespace,
                accessMethod,
                columns,
                constraints,
                indexes,
                partitions,
                sequences,
                reads,
                readBy,
                hindersUpdates);
    }

    RelationFacts withPartitions(PartitionFacts newPartitions) {
        return new RelationFacts(
                oid,
                schema,
                name,
                kind,
                bytes,
                rows,
                persistence,
                tablespace,
                accessMethod,
                columns,
                constraints,
                indexes,
                newPartitions,
                sequences,
                reads,
                readBy,
                hindersUpdates);
    }
}
