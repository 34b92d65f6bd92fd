package org.limbeck.safety;

import java.util.ArrayList;
import java.util.List;
import org.limbeck.ddl.DdlStatement.DropObjects;
import org.limbeck.schema.QualifiedName;

/** The effects of DROP for relations, schemas and types. */
record DroppedRelation(Scope scope) {

    void apply(DropObjects drop) {
        switch (drop.kind()) {
            case "schema" -> drop.names().forEach(name -> schema(name.name(), drop.cascade()));
            case "type", "domain" -> type(drop);
            case "index" -> drop.names().forEach(name -> new IndexStatements(scope).drop(name, drop));
            default -> relations(drop);
        }
    }

    private void relations(DropObjects drop) {
        List<RelationFacts> dropped = new ArrayList<>();
        for (QualifiedName name : drop.names()) {
            RelationFacts relation = scope.find(name, drop.ifExists());
            if (relation != null) {
                dropped.addAll(scope.world().withParts(relation));
            } else {
                scope.world().dropCreated(name);
            }
        }
        dropped.forEach(relation -> drop(relation, dropped, drop.cascade()));
    }

    private void schema(String name, boolean cascade) {
        List<RelationFacts> members =
                scope.world().all(scope.world().facts().members().getOrDefault(name, List.of()));
        if (!members.isEmpty() && !cascade) {
            scope.effects().fails("2BP01", "the schema " + name + " isn't empty");
        }
        scope.effects().breaksRelease("programs that use " + name + " fail");
        members.forEach(relation -> drop(relation, members, true));
    }

    private void type(DropObjects drop) {
        if (drop.cascade()) {
            scope.effects().unknown("which columns would be dropped with the type is not looked into");
        }
        scope.effects().breaksRelease("programs that use the type fail");
    }

    private void drop(RelationFacts relation, List<RelationFacts> together, boolean cascade) {
        scope.effects().lock(relation, LockMode.ACCESS_EXCLUSIVE);
        scope.effects().lockIndexes(relation, LockMode.ACCESS_EXCLUSIVE);
        scope.world()
                .all(relation.sequences().keySet())
                .forEach(sequence -> scope.effects().lock(sequence, LockMode.ACCESS_EXCLUSIVE));
        if (relation.kind() == RelationKind.TABLE || relation.kind() == RelationKind.PARTITIONED_TABLE) {
            scope.effects().losesData("the rows of " + relation.name() + " are gone");
        }
        scope.effects().breaksRelease("programs that use " + relation.name() + " fail");
        for (ConstraintFacts constraint : relation.constraints()) {
            if (constraint.isForeignKey()) {
                new DroppedConstraint(scope).lockReferenced(constraint);
            }
        }
        referencing(relation, together, cascade);
        parents(relation);
        if (!relation.readBy().isEmpty()) {
            readers(relation, cascade);
        }
        scope.world().drop(relation);
    }

    private void referencing(RelationFacts relation, List<RelationFacts> together, boolean cascade) {
        for (World.Reference reference : scope.world().referencesTo(relation)) {
            if (together.contains(reference.table())) {
                continue;
            }
            if (!cascade) {
                scope.effects()
                        .fails(
                                "2BP01",
                                "the foreign key " + reference.constraint().name() + " of "
                                        + reference.table().name() + " needs it");
            }
            scope.effects().lock(reference.table(), LockMode.ACCESS_EXCLUSIVE);
            scope.effects().because("the foreign key " + reference.constraint().name() + " goes too");
            new DroppedConstraint(scope).forget(reference.table(), reference.constraint());
        }
    }

    private void parents(RelationFacts relation) {
        if (!relation.partitions().partition()) {
            return;
        }
        for (RelationFacts parent : scope.world().all(relation.partitions().parents())) {
            scope.effects().lock(parent, LockMode.ACCESS_EXCLUSIVE);
            RelationFacts rest = scope.world().find(parent.partitions().defaultPartition());
            if (rest != null) {
                scope.effects().lock(rest, LockMode.ACCESS_EXCLUSIVE);
            }
        }
    }

    /** Views that read it go too, and those that read them. */
    void readers(RelationFacts relation, boolean cascade) {
        for (RelationFacts reader : scope.world().all(relation.readBy())) {
            if (!cascade) {
                scope.effects().fails("2BP01", "the view " + reader.name() + " reads it");
            }
            scope.effects().lock(reader, LockMode.ACCESS_EXCLUSIVE);
            scope.effects().breaksRelease("the view " + reader.name() + " goes too");
            readers(reader, cascade);
            scope.world().drop(reader);
        }
    }
}
