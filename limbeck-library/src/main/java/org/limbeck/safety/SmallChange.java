package org.limbeck.safety;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.limbeck.ddl.AlterAction;
import org.limbeck.ddl.AlterAction.Plain;
import org.limbeck.ddl.ConstraintDefinition;
import org.limbeck.ddl.DdlStatement.AlterRelation;
import org.limbeck.ddl.DdlStatement.RelationWord;
import org.limbeck.schema.QualifiedName;

/** The effects of the actions of ALTER TABLE that are about one thing only. */
record SmallChange(Scope scope) {

    void apply(AlterRelation statement, AlterAction action, List<RelationFacts> family) {
        RelationFacts table = family.get(0);
        if (action instanceof AlterAction.SetNotNull set) {
            family.forEach(relation -> setNotNull(relation, set.column()));
        } else if (action instanceof AlterAction.DropNotNull drop) {
            dropNotNull(family, drop.column());
        } else if (action instanceof AlterAction.SetExpression set) {
            family.forEach(relation -> setExpression(relation, set.column()));
        } else if (action instanceof AlterAction.ChangeIdentity identity) {
            identity(table, identity);
        } else if (action instanceof AlterAction.RenameColumn rename) {
            renameColumn(family, rename);
        } else if (action instanceof AlterAction.RenameConstraint rename) {
            renameConstraint(table, rename);
        } else if (action instanceof AlterAction.Rename rename) {
            rename(statement, table, table.schema(), rename.newName());
        } else if (action instanceof AlterAction.SetSchema set) {
            scope.world().all(table.sequences().keySet()).forEach(this::lockExclusively);
            rename(statement, table, set.schema(), table.name());
        } else if (action instanceof AlterAction.Inherit inherit) {
            inherit(inherit);
        } else if (action instanceof AlterAction.Plain plain) {
            plain(plain);
        } else {
            new StorageChange(scope).apply(table, action);
        }
    }

    private void lockExclusively(RelationFacts relation) {
        scope.effects().lock(relation, LockMode.ACCESS_EXCLUSIVE);
    }

    private @Nullable ColumnFacts column(RelationFacts table, String name) {
        ColumnFacts column = table.column(name);
        if (column == null) {
            scope.effects().fails("42703", table.name() + " has no column " + name);
        }
        return column;
    }

    private void setNotNull(RelationFacts table, String name) {
        if (column(table, name) == null) {
            return;
        }
        if (!scope.world().provenNotNull(table, name)) {
            scope.effects().scan(table);
            scope.effects().because("no valid check says that " + name + " is never null, so all rows are read");
        }
        scope.world().changeColumn(table, name, column -> column.withNotNull(true));
    }

    private void dropNotNull(List<RelationFacts> family, String name) {
        if (column(family.get(0), name) == null) {
            return;
        }
        boolean primary = family.get(0).constraints().stream()
                .anyMatch(each -> each.kind() == ConstraintDefinition.Kind.PRIMARY_KEY
                        && each.columns().contains(name));
        if (primary) {
            scope.effects().fails("42P16", name + " is part of the primary key");
        }
        scope.effects().breaksRelease("programs that read " + name + " may meet null");
        family.forEach(relation -> scope.world().changeColumn(relation, name, column -> column.withNotNull(false)));
    }

    private void setExpression(RelationFacts table, String name) {
        ColumnFacts column = column(table, name);
        if (scope.world().major() < 17) {
            scope.effects().fails("42601", "SET EXPRESSION is there since PostgreSQL 17");
        } else if (column != null && !column.virtual()) {
            scope.effects().rewrite(table);
            scope.effects().because(name + " is stored, so each row is computed anew");
        }
    }

    private void identity(RelationFacts table, AlterAction.ChangeIdentity identity) {
        if (column(table, identity.column()) == null) {
            return;
        }
        if (identity.change() == AlterAction.ChangeIdentity.Change.ADD) {
            scope.world().createSequence(table, identity.column());
        }
        LockMode mode = switch (identity.change()) {
            case ADD -> LockMode.ACCESS_SHARE;
            case SET -> LockMode.SHARE_ROW_EXCLUSIVE;
            case DROP -> LockMode.ACCESS_EXCLUSIVE;
        };
        table.sequences().forEach((oid, column) -> {
            RelationFacts sequence = scope.world().find(oid);
            if (sequence != null && column.equals(identity.column()) && mode != LockMode.ACCESS_SHARE) {
                scope.effects().lock(sequence, mode);
            }
        });
    }

    private void renameColumn(List<RelationFacts> family, AlterAction.RenameColumn rename) {
        if (family.get(0).kind() != RelationKind.VIEW && column(family.get(0), rename.column()) == null) {
            return;
        }
        scope.effects().breaksRelease("programs that run now know the column as " + rename.column());
        family.forEach(relation -> scope.world().renameColumn(relation, rename.column(), rename.newName()));
    }

    private void renameConstraint(RelationFacts table, AlterAction.RenameConstraint rename) {
        ConstraintFacts constraint = table.constraint(rename.constraint());
        if (constraint == null) {
            scope.effects().fails("42704", table.name() + " has no constraint " + rename.constraint());
            return;
        }
        table.indexes().stream()
                .filter(index -> index.oid() == constraint.index() && !constraint.isForeignKey())
                .forEach(index -> {
                    scope.effects().lock(index, LockMode.SHARE_UPDATE_EXCLUSIVE);
                    scope.world()
                            .renameIndex(
                                    new World.IndexPlace(table, index),
                                    new QualifiedName(null, index.name()),
                                    rename.newName());
                });
        scope.world()
                .change(
                        table,
                        now -> now.withConstraints(now.constraints().stream()
                                .map(each -> each.equals(constraint) ? each.withName(rename.newName()) : each)
                                .toList()));
    }

    private void rename(AlterRelation statement, RelationFacts table, String schema, String name) {
        if (statement.word() != RelationWord.SEQUENCE) {
            scope.effects().breaksRelease("programs that run now know it as " + statement.name());
        }
        scope.world().rename(table, statement.name(), schema, name);
    }

    private void inherit(AlterAction.Inherit inherit) {
        QualifiedName name = inherit.parent();
        RelationFacts parent = scope.find(name, false);
        if (parent != null) {
            scope.effects().lock(parent, inherit.add() ? LockMode.SHARE_UPDATE_EXCLUSIVE : LockMode.ACCESS_SHARE);
        }
    }

    private void plain(Plain plain) {
        if (plain.kind() == Plain.Kind.ENABLE_ROW_SECURITY) {
            scope.effects().breaksRelease("users for whom no policy says otherwise see no rows any more");
        }
    }
}
