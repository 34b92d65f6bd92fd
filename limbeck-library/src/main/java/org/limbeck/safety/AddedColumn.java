package org.limbeck.safety;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.limbeck.ddl.AlterAction.AddColumn;
import org.limbeck.ddl.ColumnDefinition;
import org.limbeck.ddl.ConstraintDefinition;
import org.limbeck.ddl.Expression;

/** The effects of ADD COLUMN. */
record AddedColumn(Scope scope) {

    void apply(RelationFacts table, AddColumn action) {
        ColumnDefinition column = action.column();
        if (table.column(column.name()) != null) {
            if (action.ifNotExists()) {
                scope.effects().because(column.name() + " is there already, but the lock is waited for all the same");
            } else {
                scope.effects().fails("42701", table.name() + " has a column " + column.name() + " already");
            }
            return;
        }
        TypeFacts type = null;
        boolean rewrites = column.numbered();
        if (rewrites) {
            scope.effects().because("each row gets a number of its own");
            scope.world().createSequence(table, column.name());
        } else if (!scope.isNewType(column.type())) {
            type = scope.type(column.type());
            rewrites = constrained(column, type);
        }
        boolean generated = generated(column);
        boolean filled = volatileDefault(column) || generated || rewrites;
        if (filled) {
            scope.effects().rewrite(table);
        }
        refuseNulls(table, column, type, filled);
        column.constraints().forEach(constraint -> constraint(table, column, constraint, filled));
        if (column.notNull() && isVirtual(column)) {
            scope.effects().scan(table);
            scope.effects().because("each row is computed to see whether it is null");
        }
        remember(table, column, type);
    }

    private boolean constrained(ColumnDefinition column, @Nullable TypeFacts type) {
        if (type == null || column.type().array()) {
            return false;
        }
        if (type.defaulted() && column.defaultValue() == null) {
            scope.effects().unknown("the default of the domain " + column.type().name() + " is not looked into");
        }
        if (type.constrained()) {
            scope.effects()
                    .because("the domain " + column.type().name()
                            + " has a constraint, so each row is checked and written anew");
        }
        return type.constrained();
    }

    private boolean isVirtual(ColumnDefinition column) {
        return column.generated() == ColumnDefinition.Generated.VIRTUAL
                || column.generated() == ColumnDefinition.Generated.UNSAID;
    }

    private boolean generated(ColumnDefinition column) {
        if (isVirtual(column) && scope.world().major() < 18) {
            scope.effects().fails("42601", "virtual generated columns are there since PostgreSQL 18");
        }
        boolean stored = column.generated() == ColumnDefinition.Generated.STORED;
        if (stored) {
            scope.effects().because(column.name() + " is stored, so each row is computed and written anew");
        }
        return stored;
    }

    private boolean volatileDefault(ColumnDefinition column) {
        Expression value = column.defaultValue();
        if (value == null || column.generated() != ColumnDefinition.Generated.NO) {
            return false;
        }
        switch (scope.volatility(value)) {
            case VOLATILE -> {
                scope.effects().because("the default " + value.text() + " is another for each row");
                new Queries(scope).sequences(value.sequences());
                return true;
            }
            case MIXED, MISSING ->
                scope.effects().unknown("whether " + value.text() + " is the same for all rows can't be told");
            case STEADY -> scope.effects().because("the default is the same for all rows and stands in the catalog");
        }
        return false;
    }

    private void refuseNulls(RelationFacts table, ColumnDefinition column, @Nullable TypeFacts type, boolean rewrites) {
        boolean given = column.defaultValue() != null || column.numbered() || (type != null && type.defaulted());
        if (column.notNull() && !given) {
            scope.effects().breaksRelease("programs that don't know " + column.name() + " can't insert any more");
            if (table.mayHaveRows()) {
                scope.effects()
                        .fails("23502", table.name() + " has rows, and there is nothing to put into " + column.name());
            }
        } else if (rewrites && column.notNull()) {
            scope.effects().scan(table);
        }
    }

    private void constraint(
            RelationFacts table, ColumnDefinition column, ConstraintDefinition constraint, boolean rewrites) {
        switch (constraint.kind()) {
            case CHECK -> {
                if (!constraint.notEnforced()) {
                    scope.effects().scan(table);
                    scope.effects().because("a check that stands with the column is checked for each row");
                }
            }
            case FOREIGN_KEY -> {
                Expression value = column.defaultValue();
                boolean empty = !rewrites && (value == null || value.text().equalsIgnoreCase("null"));
                new ConstraintChange(scope).reference(List.of(table), constraint, empty);
            }
            default -> {
                scope.effects().build(table, constraint.name());
                scope.effects().because("an index is built for the key");
            }
        }
    }

    private void remember(RelationFacts table, ColumnDefinition column, @Nullable TypeFacts type) {
        scope.world().change(table, now -> {
            List<ColumnFacts> columns = new ArrayList<>(now.columns());
            columns.add(new ColumnFacts(
                    column.name(),
                    type == null ? 0 : type.oid(),
                    column.type(),
                    type == null ? 0 : type.collation(),
                    column.notNull() || column.numbered(),
                    column.generated() == ColumnDefinition.Generated.STORED,
                    isVirtual(column),
                    Set.of()));
            return now.withColumns(columns);
        });
    }
}
