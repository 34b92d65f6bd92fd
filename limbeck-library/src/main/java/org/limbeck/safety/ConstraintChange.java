package org.limbeck.safety;

import java.util.List;
import org.limbeck.ddl.AlterAction.AlterConstraint;
import org.limbeck.ddl.ConstraintDefinition;
import org.limbeck.ddl.Expression;
import org.limbeck.schema.QualifiedName;

/** The effects of adding, validating and changing constraints. */
record ConstraintChange(Scope scope) {

    void add(List<RelationFacts> family, ConstraintDefinition constraint) {
        RelationFacts table = family.get(0);
        if (constraint.name() != null && table.constraint(constraint.name()) != null) {
            scope.effects().fails("42710", table.name() + " has a constraint " + constraint.name() + " already");
            return;
        }
        switch (constraint.kind()) {
            case FOREIGN_KEY -> foreignKey(family, constraint);
            case CHECK -> check(family, constraint);
            case NOT_NULL -> notNull(family, constraint);
            default -> new KeyConstraint(scope).add(family, constraint);
        }
    }

    private static boolean checksNothing(ConstraintDefinition constraint) {
        return constraint.notValid() || constraint.notEnforced();
    }

    private void check(List<RelationFacts> family, ConstraintDefinition constraint) {
        if (constraint.notEnforced() && scope.world().major() < 18) {
            scope.effects().fails("42601", "NOT ENFORCED is there since PostgreSQL 18");
        }
        for (RelationFacts relation : family) {
            if (!checksNothing(constraint)) {
                scope.effects().scan(relation);
                scope.effects().because("all rows are checked");
            }
            remember(relation, constraint, mentioned(relation, constraint), 0);
        }
    }

    private static List<String> mentioned(RelationFacts relation, ConstraintDefinition check) {
        Expression expression = check.expression();
        return relation.columns().stream()
                .map(ColumnFacts::name)
                .filter(name -> expression != null && expression.names().contains(name))
                .toList();
    }

    private void notNull(List<RelationFacts> family, ConstraintDefinition constraint) {
        if (scope.world().major() < 18) {
            scope.effects().fails("42601", "NOT NULL as a constraint is there since PostgreSQL 18");
            return;
        }
        String column = constraint.columns().get(0);
        for (RelationFacts relation : family) {
            if (!checksNothing(constraint)) {
                if (!scope.world().provenNotNull(relation, column)) {
                    scope.effects().scan(relation);
                    scope.effects().because("all rows are checked");
                }
                scope.world().changeColumn(relation, column, each -> each.withNotNull(true));
            }
            remember(relation, constraint, constraint.columns(), 0);
        }
    }

    private void foreignKey(List<RelationFacts> family, ConstraintDefinition constraint) {
        boolean partitioned = family.get(0).kind() == RelationKind.PARTITIONED_TABLE;
        if (partitioned && constraint.notValid() && scope.world().major() < 18) {
            scope.effects()
                    .fails("42809", "a partitioned table takes foreign keys that aren't valid since PostgreSQL 18");
            return;
        }
        reference(family, constraint, checksNothing(constraint));
    }

    /** A foreign key of existing tables; {@code unchecked} if their rows can't violate it or aren't looked at. */
    void reference(List<RelationFacts> family, ConstraintDefinition constraint, boolean unchecked) {
        QualifiedName name = constraint.referenced();
        RelationFacts referenced = name == null ? null : scope.find(name, false);
        if (referenced == null) {
            return;
        }
        scope.lockWithParts(referenced, LockMode.SHARE_ROW_EXCLUSIVE);
        for (RelationFacts relation : family) {
            boolean adopted = relation.oid() != family.get(0).oid()
                    && relation.constraints().stream()
                            .anyMatch(each -> each.isForeignKey()
                                    && each.valid()
                                    && each.referenced() == referenced.oid()
                                    && each.columns().equals(constraint.columns()));
            if (adopted) {
                scope.lockWithParts(referenced, LockMode.ACCESS_EXCLUSIVE);
            } else if (!unchecked && relation.kind().storesRows()) {
                scope.effects().scan(relation);
                scope.scanWithParts(referenced);
                scope.effects().because("each row's key is looked up in " + referenced.name());
            }
            remember(relation, constraint, constraint.columns(), referenced.oid());
        }
    }

    /** A new table has no rows to look up. */
    void referencedByNewTable(ConstraintDefinition constraint) {
        QualifiedName name = constraint.referenced();
        if (name == null || scope.world().created(name)) {
            return;
        }
        RelationFacts referenced = scope.find(name, false);
        if (referenced != null) {
            scope.lockWithParts(referenced, LockMode.SHARE_ROW_EXCLUSIVE);
            scope.effects().because("the foreign key needs triggers on " + referenced.name());
        }
    }

    private void remember(
            RelationFacts relation, ConstraintDefinition constraint, List<String> columns, long referenced) {
        String definition = constraint.expression() == null
                ? ""
                : "CHECK (" + constraint.expression().text() + ")" + (constraint.noInherit() ? " NO INHERIT" : "");
        scope.world()
                .addConstraint(
                        relation,
                        new ConstraintFacts(
                                constraint.name() == null ? "" : constraint.name(),
                                constraint.kind(),
                                columns,
                                definition,
                                !checksNothing(constraint),
                                !constraint.notEnforced(),
                                referenced,
                                0,
                                true));
    }

    void validate(List<RelationFacts> family, String name) {
        ConstraintFacts first = family.get(0).constraint(name);
        if (first == null) {
            scope.effects().fails("42704", family.get(0).name() + " has no constraint " + name);
            return;
        }
        if (first.valid()) {
            scope.effects().because("it is valid already");
            return;
        }
        RelationFacts referenced = scope.world().find(first.referenced());
        if (referenced != null) {
            scope.effects().lock(referenced, LockMode.ROW_SHARE);
            scope.scanWithParts(referenced);
        }
        for (RelationFacts relation : family) {
            scope.effects().scan(relation);
            scope.world()
                    .change(
                            relation,
                            now -> now.withConstraints(now.constraints().stream()
                                    .map(each -> each.name().equals(name) ? each.validated() : each)
                                    .toList()));
            if (first.kind() == ConstraintDefinition.Kind.NOT_NULL) {
                first.columns()
                        .forEach(
                                column -> scope.world().changeColumn(relation, column, each -> each.withNotNull(true)));
            }
        }
    }

    void alter(RelationFacts table, AlterConstraint alter) {
        ConstraintFacts constraint = table.constraint(alter.constraint());
        if (constraint == null) {
            scope.effects().fails("42704", table.name() + " has no constraint " + alter.constraint());
            return;
        }
        RelationFacts referenced = scope.world().find(constraint.referenced());
        if (alter.enforced() && !constraint.enforced() && referenced != null) {
            scope.lockWithParts(referenced, LockMode.SHARE_ROW_EXCLUSIVE);
            scope.effects().scan(table);
            scope.scanWithParts(referenced);
            scope.effects().because("each row's key is looked up in " + referenced.name());
        }
    }
}
