package org.limbeck.safety;

import java.util.ArrayList;
import java.util.List;
import org.limbeck.ddl.AlterAction.AttachPartition;
import org.limbeck.ddl.AlterAction.DetachPartition;
import org.limbeck.ddl.ConstraintDefinition;
import org.limbeck.ddl.PartitionBound;

/** The effects of making a table a partition, and of the reverse. */
record PartitionChange(Scope scope) {

    void attach(RelationFacts parent, AttachPartition attach) {
        RelationFacts partition = scope.find(attach.partition(), false);
        if (partition == null && !scope.world().created(attach.partition())) {
            return;
        }
        if (attach.bound().kind() != PartitionBound.Kind.DEFAULT) {
            defaultPartition(parent, attach.bound());
        }
        if (partition == null) {
            referencedByParent(parent);
            return;
        }
        scope.lockWithParts(partition, LockMode.ACCESS_EXCLUSIVE);
        if (!proven(parent, partition, attach.bound())) {
            scope.scanWithParts(partition);
            scope.effects()
                    .because("no valid check of " + partition.name()
                            + " says what the bounds say, so all rows are read");
        }
        indexes(parent, partition);
        foreignKeys(parent, partition);
    }

    /** Rows of the default partition may belong to the new one. */
    void defaultPartition(RelationFacts parent, PartitionBound bound) {
        RelationFacts rest = scope.world().find(parent.partitions().defaultPartition());
        if (rest == null) {
            return;
        }
        scope.lockWithParts(rest, LockMode.ACCESS_EXCLUSIVE);
        List<String> terms = BoundTerms.of(parent, bound);
        boolean excluded = !terms.isEmpty()
                && rest.constraints().stream()
                        .filter(each -> each.kind() == ConstraintDefinition.Kind.CHECK && each.valid())
                        .map(each -> CheckTerms.of(each.definition()).negated())
                        .anyMatch(each -> !each.terms().isEmpty() && new CheckTerms(terms).include(each.terms()));
        if (!excluded) {
            scope.scanWithParts(rest);
            scope.effects()
                    .because("all rows of the default partition " + rest.name()
                            + " are read to see that none belongs to the new one");
        }
    }

    void referencedByParent(RelationFacts parent) {
        for (ConstraintFacts constraint : parent.constraints()) {
            RelationFacts referenced = scope.world().find(constraint.referenced());
            if (constraint.isForeignKey() && referenced != null) {
                scope.lockWithParts(referenced, LockMode.SHARE_ROW_EXCLUSIVE);
            }
        }
    }

    private boolean proven(RelationFacts parent, RelationFacts partition, PartitionBound bound) {
        List<String> terms = BoundTerms.of(parent, bound);
        if (terms.isEmpty()) {
            return bound.kind() == PartitionBound.Kind.DEFAULT
                    && parent.partitions().children().isEmpty();
        }
        List<String> known = new ArrayList<>();
        for (ConstraintFacts constraint : partition.constraints()) {
            if (constraint.kind() == ConstraintDefinition.Kind.CHECK && constraint.valid() && constraint.enforced()) {
                known.addAll(CheckTerms.of(constraint.definition()).terms());
            }
        }
        if (parent.partitions().partition()) {
            // What its own bounds say counts too.
            return false;
        }
        String key = parent.partitions().key().get(0);
        if (scope.world().provenNotNull(partition, key)) {
            known.add(BoundTerms.notNull(key));
        }
        return new CheckTerms(known).include(terms);
    }

    private void indexes(RelationFacts parent, RelationFacts partition) {
        for (IndexFacts index : parent.indexes()) {
            boolean there = partition.indexes().stream()
                    .anyMatch(each ->
                            each.shape().equals(index.shape()) && each.unique() == index.unique() && each.valid());
            scope.effects().lock(index, LockMode.SHARE_UPDATE_EXCLUSIVE);
            if (!there) {
                scope.world()
                        .withParts(partition)
                        .forEach(part -> scope.effects().build(part, null));
                scope.effects().because(partition.name() + " lacks an index like " + index.name() + ", which is built");
            }
        }
    }

    private void foreignKeys(RelationFacts parent, RelationFacts partition) {
        for (ConstraintFacts constraint : parent.constraints()) {
            RelationFacts referenced = scope.world().find(constraint.referenced());
            if (!constraint.isForeignKey() || referenced == null) {
                continue;
            }
            boolean there = partition.constraints().stream()
                    .anyMatch(each -> each.isForeignKey()
                            && each.valid()
                            && each.referenced() == constraint.referenced()
                            && each.columns().equals(constraint.columns()));
            scope.lockWithParts(referenced, LockMode.SHARE_ROW_EXCLUSIVE);
            if (!there) {
                scope.scanWithParts(partition);
                scope.scanWithParts(referenced);
                scope.effects().because("each row's key is looked up in " + referenced.name());
            }
        }
    }

    void detach(RelationFacts parent, DetachPartition detach) {
        RelationFacts partition = scope.find(detach.partition(), false);
        if (partition == null) {
            return;
        }
        RelationFacts rest = scope.world().find(parent.partitions().defaultPartition());
        if (rest != null && detach.concurrently()) {
            scope.effects().fails("55000", parent.name() + " has a default partition");
        } else if (rest != null) {
            scope.effects().lock(rest, LockMode.ACCESS_EXCLUSIVE);
        }
        scope.lockWithParts(partition, LockMode.ACCESS_EXCLUSIVE);
        if (detach.concurrently()) {
            scope.effects().waitsForOthers();
            scope.effects().because("it waits until no transaction uses " + parent.name() + " as it was");
        }
        scope.effects().breaksRelease("programs don't find the rows of " + partition.name() + " in " + parent.name());
    }
}
