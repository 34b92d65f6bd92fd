package org.limbeck.safety;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.limbeck.ddl.DdlStatement.CreateTable;
import org.limbeck.ddl.DdlStatement.Maintenance;
import org.limbeck.ddl.DdlStatement.Truncate;
import org.limbeck.schema.QualifiedName;

/** The effects of statements about whole tables. */
record TableStatements(Scope scope) {

    /** The version since which a partitioned table can be clustered. */
    static final int CLUSTERS_PARTITIONED = 15;

    void create(CreateTable create) {
        if (scope.world().find(create.name()) != null || scope.world().created(create.name())) {
            if (create.ifNotExists()) {
                scope.effects().because(create.name() + " is there already, so nothing happens");
            } else {
                scope.effects().fails("42P07", "there is a relation " + create.name() + " already");
            }
            return;
        }
        ConstraintChange constraints = new ConstraintChange(scope);
        scope.world().create(create.name());
        ChosenName.keys(create).forEach(scope.world()::create);
        create.columns().forEach(column -> column.constraints().forEach(constraints::referencedByNewTable));
        create.constraints().forEach(constraints::referencedByNewTable);
        create.likes().forEach(name -> lock(name, LockMode.ACCESS_SHARE));
        create.inherits().forEach(name -> lock(name, LockMode.SHARE_UPDATE_EXCLUSIVE));
        partition(create);
        if (create.query() != null) {
            new Queries(scope).read(create.query(), true);
        }
    }

    private void lock(QualifiedName name, LockMode mode) {
        RelationFacts relation = scope.find(name, false);
        if (relation != null) {
            scope.effects().lock(relation, mode);
        }
    }

    private void partition(CreateTable create) {
        QualifiedName name = create.partitionOf();
        RelationFacts parent = name == null ? null : scope.find(name, false);
        if (parent == null || create.bound() == null) {
            return;
        }
        scope.effects().lock(parent, LockMode.ACCESS_EXCLUSIVE);
        scope.effects().because("a partition that is made in place needs " + parent.name() + " for itself");
        new PartitionChange(scope).defaultPartition(parent, create.bound());
        new PartitionChange(scope).referencedByParent(parent);
    }

    void truncate(Truncate truncate) {
        Set<RelationFacts> tables = new LinkedHashSet<>();
        for (QualifiedName name : truncate.tables()) {
            RelationFacts table = scope.find(name, false);
            if (table != null) {
                tables.addAll(truncate.only() ? List.of(table) : scope.world().withParts(table));
            }
        }
        for (RelationFacts table : List.copyOf(tables)) {
            referencing(table, tables, truncate.cascade());
        }
        for (RelationFacts table : tables) {
            scope.effects().lock(table, LockMode.ACCESS_EXCLUSIVE);
            scope.effects().lockIndexes(table, LockMode.ACCESS_EXCLUSIVE);
            scope.effects().losesData("the rows of " + table.name() + " are gone");
        }
    }

    private void referencing(RelationFacts table, Set<RelationFacts> tables, boolean cascade) {
        for (World.Reference reference : scope.world().referencesTo(table)) {
            if (tables.contains(reference.table())) {
                continue;
            }
            if (!cascade) {
                scope.effects().fails("0A000", reference.table().name() + " refers to " + table.name());
            } else if (tables.add(reference.table())) {
                referencing(reference.table(), tables, true);
            }
        }
    }

    void maintain(Maintenance maintenance) {
        if (maintenance.tables().isEmpty()) {
            scope.effects().unknown("it is about every table of the database");
        }
        for (QualifiedName name : maintenance.tables()) {
            RelationFacts named = scope.find(name, false);
            if (named != null) {
                clustersPartitioned(named, maintenance.task());
                List<RelationFacts> tables = maintenance.task() == Maintenance.Task.CLUSTER
                        ? scope.world().withPartitions(named)
                        : scope.world().withParts(named);
                tables.forEach(table -> maintain(table, maintenance.task()));
            }
        }
    }

    private void clustersPartitioned(RelationFacts table, Maintenance.Task task) {
        if (task != Maintenance.Task.CLUSTER || table.kind() != RelationKind.PARTITIONED_TABLE) {
            return;
        } else if (scope.world().major() < CLUSTERS_PARTITIONED) {
            scope.effects().fails("0A000", "a partitioned table can be clustered since PostgreSQL 15");
        }
        scope.effects().refusesTransaction("one partition after the other is committed");
    }

    private void maintain(RelationFacts table, Maintenance.Task task) {
        switch (task) {
            case ANALYZE -> {
                scope.effects().lock(table, LockMode.SHARE_UPDATE_EXCLUSIVE);
                scope.effects().because("it reads a sample");
            }
            case VACUUM -> {
                scope.effects().lock(table, LockMode.SHARE_UPDATE_EXCLUSIVE);
                scope.effects().scan(table);
            }
            default -> {
                scope.effects().lock(table, LockMode.ACCESS_EXCLUSIVE);
                scope.effects().rewrite(table);
                scope.effects().because("all rows are written anew");
            }
        }
    }
}
