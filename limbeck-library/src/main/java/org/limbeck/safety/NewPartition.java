package org.limbeck.safety;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.limbeck.ddl.AlterAction.AttachPartition;
import org.limbeck.ddl.ConstraintDefinition;
import org.limbeck.ddl.PartitionBound;
import org.limbeck.schema.Names;
import org.limbeck.schema.QualifiedName;
import org.limbeck.sql.Identifiers;
import org.limbeck.sql.Statement;

/**
 * A large table that becomes a partition. The server would look at all its rows behind its lock; here a check that says what the bounds
 * say is validated before, while writes go on, and dropped when it has proved that there is nothing to look for.
 *
 * @param parent the table that gets it, as it is
 * @param partition the table that it is now
 */
record NewPartition(
        Facts facts,
        Begun begun,
        EarlierStatements earlier,
        RelationFacts parent,
        AttachPartition attach,
        RelationFacts partition) {

    /**
     * The recipe for it; null where there is none, or the server knows already that the rows fit.
     *
     * @param name the parent, as the statement names it
     */
    @Nullable
    Recipe recipe(String sql, QualifiedName name) {
        List<String> terms = BoundTerms.of(parent, attach.bound());
        String own = partition.name() + "_limbeck_partition";
        if (terms.isEmpty() || own.getBytes(StandardCharsets.UTF_8).length > Names.MAXIMUM_BYTES) {
            return null;
        }
        String alter = "ALTER TABLE " + Identifiers.quoted(attach.partition()) + " ";
        String check = Identifiers.quoted(own) + " CHECK (" + String.join(" AND ", terms) + ")";
        Recipe recipe = Recipe.of(
                List.of(
                        new Statement(alter + "ADD CONSTRAINT " + check + " NOT VALID", true),
                        NotNullProof.validate(attach.partition(), own),
                        new Statement(sql, true),
                        new Statement(alter + "DROP CONSTRAINT " + Identifiers.quoted(own), true)),
                "a check proves that its rows fit, and looks at them while writes go on");
        boolean begins = begun.has(recipe.statements().get(0))
                || (isScanned(sql) && canBecomeOne(name) && isFree() && recipe.holdsUpNobody(facts));
        return begins ? recipe : null;
    }

    private boolean isScanned(String sql) {
        return new Classifier(facts).next(sql).kind() == StatementClass.BLOCKING_WORK;
    }

    /** Whether the server will take it in the end: what would come out then is left to the statement as it is written. */
    private boolean canBecomeOne(QualifiedName name) {
        return !earlier.mayHaveTouched(name)
                && !earlier.mayHaveTouched(attach.partition())
                && partition.kind() == RelationKind.TABLE
                && standsAlone(partition)
                && parent.partitions().parents().isEmpty()
                && !parent.partitions().hindered()
                && !partition.partitions().hindered()
                && parent.persistence() == partition.persistence()
                && hasTheSameColumns()
                && parent.constraints().stream().allMatch(this::isMet)
                && partition.constraints().stream().noneMatch(NewPartition::isSpecial)
                && facts.relations().values().stream()
                        .flatMap(table -> table.constraints().stream())
                        .noneMatch(each -> each.referenced() == parent.oid() || each.referenced() == partition.oid());
    }

    private static boolean standsAlone(RelationFacts table) {
        return table.partitions().parents().isEmpty()
                && table.partitions().children().isEmpty();
    }

    private boolean hasTheSameColumns() {
        return parent.columns().size() == partition.columns().size()
                && parent.columns().stream().allMatch(column -> {
                    ColumnFacts own = partition.column(column.name());
                    return own != null
                            && own.type() == column.type()
                            && own.spelling().equals(column.spelling())
                            && own.collation() == column.collation()
                            && (own.notNull() || !column.notNull())
                            && !isGenerated(own)
                            && !isGenerated(column);
                });
    }

    private static boolean isGenerated(ColumnFacts column) {
        return column.generated() || column.virtual();
    }

    /** Whether it has what a constraint of the parent demands of each partition. */
    private boolean isMet(ConstraintFacts constraint) {
        return switch (constraint.kind()) {
            case NOT_NULL -> constraint.valid();
            case EXCLUDE -> false;
            case CHECK ->
                partition.constraints().stream()
                        .anyMatch(each -> each.name().equals(constraint.name()) && isLike(each, constraint));
            default -> partition.constraints().stream().anyMatch(each -> isLike(each, constraint));
        };
    }

    private static boolean isLike(ConstraintFacts own, ConstraintFacts constraint) {
        return own.kind() == constraint.kind()
                && own.definition().equals(constraint.definition())
                && own.referenced() == constraint.referenced()
                && own.valid()
                && own.enforced();
    }

    private static boolean isSpecial(ConstraintFacts own) {
        return own.definition().contains("NO INHERIT")
                || (own.kind() == ConstraintDefinition.Kind.NOT_NULL && !own.valid());
    }

    /** Whether it is the default partition, and may have rows that are to be in this one. */
    private static boolean holdsOthersRows(RelationFacts other) {
        PartitionBound bound = PartitionBound.of(other.partitions().bound());
        return bound.kind() == PartitionBound.Kind.DEFAULT && other.bytes() > 0;
    }

    /** Whether no other partition has rows that it is to have. */
    private boolean isFree() {
        BoundValues values = BoundValues.of(facts, parent);
        return values != null
                && values.isSound(attach.bound())
                && earlier.attached(parent.qualifiedName()).stream()
                        .allMatch(other -> values.areApart(attach.bound(), other))
                && parent.partitions().children().stream()
                        .map(facts.relations()::get)
                        .allMatch(other -> other != null
                                && !holdsOthersRows(other)
                                && values.areApart(
                                        attach.bound(),
                                        PartitionBound.of(other.partitions().bound())));
    }
}
