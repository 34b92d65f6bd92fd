package org.limbeck.safety;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.limbeck.ddl.AlterAction;
import org.limbeck.ddl.ConstraintDefinition;
import org.limbeck.ddl.DdlStatement.AlterRelation;
import org.limbeck.ddl.DdlStatement.RelationWord;
import org.limbeck.schema.QualifiedName;

/**
 * The effects of ALTER TABLE and its likes.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-altertable.html">ALTER TABLE</a>
 */
record AlterTable(Scope scope) {

    private static final Set<String> SHARED_PARAMETERS = Set.of(
            "fillfactor",
            "toast_tuple_target",
            "parallel_workers",
            "vacuum_truncate",
            "vacuum_index_cleanup",
            "log_autovacuum_min_duration",
            "vacuum_max_eager_freeze_failure_rate");

    private static final int CONSTRAINTS_LOCK_PARTS = 18;

    void apply(AlterRelation statement) {
        RelationFacts table = scope.find(statement.name(), statement.ifExists());
        if (table == null) {
            if (scope.world().created(statement.name())) {
                onNewTable(statement);
            }
            return;
        }
        if (table.kind().isIndex()) {
            scope.effects().unknown("ALTER TABLE of an index is not looked into");
            return;
        }
        LockMode mode = statement.actions().stream()
                .map(action -> mode(statement.word(), action))
                .reduce(LockMode.ACCESS_SHARE, LockMode::or);
        boolean parts = !statement.only() && statement.actions().stream().anyMatch(action -> locksParts(table, action));
        List<RelationFacts> family = parts ? scope.world().withParts(table) : List.of(table);
        family.forEach(relation -> scope.effects()
                .lock(
                        relation,
                        relation.oid() == table.oid() || !sharesParts(table, statement, relation)
                                ? mode
                                : LockMode.SHARE));
        for (AlterAction action : inServersOrder(statement.actions())) {
            List<Long> oids = (!statement.only() && reachesParts(table, action) ? family : List.of(table))
                    .stream().map(RelationFacts::oid).toList();
            apply(statement, action, scope.world().all(oids));
        }
    }

    /** Before PostgreSQL 18, a key that needn't make a column not null leaves partitions readable. */
    private boolean sharesParts(RelationFacts table, AlterRelation statement, RelationFacts part) {
        return table.kind() == RelationKind.PARTITIONED_TABLE
                && scope.world().major() < CONSTRAINTS_LOCK_PARTS
                && statement.actions().size() == 1
                && statement.actions().get(0) instanceof AlterAction.AddConstraint add
                && (add.constraint().kind() == ConstraintDefinition.Kind.UNIQUE
                        || (add.constraint().kind() == ConstraintDefinition.Kind.PRIMARY_KEY
                                && add.constraint().columns().stream()
                                        .allMatch(column -> scope.world().provenNotNull(part, column))));
    }

    /** A new table is nobody else's; but what it refers to is locked. */
    private void onNewTable(AlterRelation statement) {
        for (AlterAction action : statement.actions()) {
            if (action instanceof AlterAction.AddConstraint add) {
                new ConstraintChange(scope).referencedByNewTable(add.constraint());
                keyOfNewTable(statement.name(), add.constraint());
            } else if (action instanceof AlterAction.AddColumn add) {
                add.column().constraints().forEach(new ConstraintChange(scope)::referencedByNewTable);
            } else if (action instanceof AlterAction.Rename rename) {
                scope.world().renameCreated(statement.name(), statement.name().withName(rename.newName()));
            } else if (action instanceof AlterAction.SetSchema set) {
                scope.world()
                        .renameCreated(
                                statement.name(),
                                new QualifiedName(set.schema(), statement.name().name()));
            } else if (action instanceof AlterAction.AttachPartition
                    || action instanceof AlterAction.DetachPartition
                    || action instanceof AlterAction.Inherit) {
                scope.effects().unknown("parts of a table that is made by the same run are not looked into");
            }
        }
    }

    private void keyOfNewTable(QualifiedName table, ConstraintDefinition constraint) {
        String name = constraint.buildsIndex() ? ChosenName.key(table.name(), constraint) : null;
        if (name != null) {
            scope.world().create(table.withName(name));
        }
    }

    /** The server drops first, then changes types, then adds. */
    private static List<AlterAction> inServersOrder(List<AlterAction> actions) {
        List<AlterAction> sorted = new ArrayList<>(actions);
        sorted.sort(Comparator.comparingInt(AlterTable::pass));
        return sorted;
    }

    private static int pass(AlterAction action) {
        if (action instanceof AlterAction.DropColumn || action instanceof AlterAction.DropConstraint) {
            return 0;
        } else if (action instanceof AlterAction.SetType) {
            return 1;
        } else if (action instanceof AlterAction.AddColumn) {
            return 2;
        }
        return action instanceof AlterAction.SetNotNull ? 3 : 4;
    }

    static LockMode mode(RelationWord word, AlterAction action) {
        if (action instanceof AlterAction.AddConstraint add) {
            return add.constraint().kind() == ConstraintDefinition.Kind.FOREIGN_KEY
                    ? LockMode.SHARE_ROW_EXCLUSIVE
                    : LockMode.ACCESS_EXCLUSIVE;
        } else if (action instanceof AlterAction.DetachPartition detach) {
            return detach.concurrently() || detach.finalizing()
                    ? LockMode.SHARE_UPDATE_EXCLUSIVE
                    : LockMode.ACCESS_EXCLUSIVE;
        } else if (action instanceof AlterAction.Parameters parameters) {
            boolean shared =
                    word != RelationWord.VIEW && parameters.names().stream().allMatch(AlterTable::isSharedParameter);
            return shared ? LockMode.SHARE_UPDATE_EXCLUSIVE : LockMode.ACCESS_EXCLUSIVE;
        } else if (action instanceof AlterAction.Plain plain) {
            return switch (plain.kind()) {
                case SET_STATISTICS, COLUMN_OPTIONS, WITHOUT_CLUSTER -> LockMode.SHARE_UPDATE_EXCLUSIVE;
                case TRIGGER_FIRING -> LockMode.SHARE_ROW_EXCLUSIVE;
                default -> LockMode.ACCESS_EXCLUSIVE;
            };
        }
        boolean shared = action instanceof AlterAction.ValidateConstraint
                || action instanceof AlterAction.AttachPartition
                || action instanceof AlterAction.ClusterOn;
        return shared ? LockMode.SHARE_UPDATE_EXCLUSIVE : LockMode.ACCESS_EXCLUSIVE;
    }

    private static boolean isSharedParameter(String name) {
        String bare = name.startsWith("toast.") ? name.substring("toast.".length()) : name;
        return bare.startsWith("autovacuum_") || SHARED_PARAMETERS.contains(bare);
    }

    /** Since PostgreSQL 18, a constraint's statement locks all children, also where it is not about them. */
    private boolean locksParts(RelationFacts table, AlterAction action) {
        return reachesParts(table, action)
                || (action instanceof AlterAction.AddConstraint && scope.world().major() >= CONSTRAINTS_LOCK_PARTS);
    }

    private static boolean reachesParts(RelationFacts table, AlterAction action) {
        boolean partitioned = table.kind() == RelationKind.PARTITIONED_TABLE;
        if (action instanceof AlterAction.AddConstraint add) {
            ConstraintDefinition.Kind kind = add.constraint().kind();
            boolean inherited = !add.constraint().noInherit()
                    && (kind == ConstraintDefinition.Kind.CHECK || kind == ConstraintDefinition.Kind.NOT_NULL);
            return partitioned || inherited || kind == ConstraintDefinition.Kind.PRIMARY_KEY;
        } else if (action instanceof AlterAction.ValidateConstraint validate) {
            return isInherited(table, validate.constraint());
        } else if (action instanceof AlterAction.DropConstraint drop) {
            return isInherited(table, drop.constraint());
        } else if (action instanceof AlterAction.RenameConstraint rename) {
            return isInherited(table, rename.constraint());
        } else if (action instanceof AlterAction.Plain plain) {
            return switch (plain.kind()) {
                case SET_DEFAULT, DROP_DEFAULT, DROP_EXPRESSION, SET_STATISTICS, SET_STORAGE -> true;
                case TRIGGER_FIRING -> partitioned;
                default -> false;
            };
        }
        return action instanceof AlterAction.AddColumn
                || action instanceof AlterAction.DropColumn
                || action instanceof AlterAction.SetType
                || action instanceof AlterAction.SetNotNull
                || action instanceof AlterAction.DropNotNull
                || action instanceof AlterAction.SetExpression
                || action instanceof AlterAction.RenameColumn;
    }

    private static boolean isInherited(RelationFacts table, String name) {
        ConstraintFacts constraint = table.constraint(name);
        return constraint == null || !constraint.noInherit();
    }

    private void apply(AlterRelation statement, AlterAction action, List<RelationFacts> family) {
        if (action instanceof AlterAction.AddColumn add) {
            family.forEach(relation -> new AddedColumn(scope).apply(relation, add));
        } else if (action instanceof AlterAction.DropColumn drop) {
            family.forEach(relation -> new DroppedColumn(scope).apply(relation, drop));
        } else if (action instanceof AlterAction.SetType set) {
            family.forEach(relation -> new TypeChange(scope).apply(relation, set));
        } else if (action instanceof AlterAction.AddConstraint add) {
            new ConstraintChange(scope).add(family, add.constraint());
        } else if (action instanceof AlterAction.ValidateConstraint validate) {
            new ConstraintChange(scope).validate(family, validate.constraint());
        } else if (action instanceof AlterAction.AlterConstraint alter) {
            new ConstraintChange(scope).alter(family.get(0), alter);
        } else if (action instanceof AlterAction.DropConstraint drop) {
            new DroppedConstraint(scope).apply(family, drop);
        } else if (action instanceof AlterAction.AttachPartition attach) {
            new PartitionChange(scope).attach(family.get(0), attach);
        } else if (action instanceof AlterAction.DetachPartition detach) {
            new PartitionChange(scope).detach(family.get(0), detach);
        } else {
            new SmallChange(scope).apply(statement, action, family);
        }
    }
}
