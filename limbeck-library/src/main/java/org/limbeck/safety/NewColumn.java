package org.limbeck.safety;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.limbeck.ddl.AlterAction.AddColumn;
import org.limbeck.ddl.AlterAction.AddConstraint;
import org.limbeck.ddl.ColumnDefinition;
import org.limbeck.ddl.ConstraintDefinition;
import org.limbeck.ddl.DdlStatement;
import org.limbeck.ddl.DdlStatement.AlterRelation;
import org.limbeck.ddl.Expression;
import org.limbeck.sql.Identifiers;
import org.limbeck.sql.Statement;

/**
 * A new column of a large table. Its constraints follow when it has its values, each by its own recipe.
 *
 * @param alter what stands for it all, with the column alone
 * @param table its table, as it is
 */
record NewColumn(
        Facts facts,
        Begun begun,
        EarlierStatements earlier,
        AlterRelation alter,
        RelationFacts table,
        ColumnDefinition column) {

    /** Whether there may be a recipe. */
    static boolean mayApply(AddColumn action) {
        ColumnDefinition column = action.column();
        long keys = column.constraints().stream().filter(ColumnKey::isKey).count();
        return !action.ifNotExists()
                && column.generated() == ColumnDefinition.Generated.NO
                && keys <= 1
                && column.constraints().stream().allMatch(NewColumn::canFollow)
                && (FilledColumn.mayApply(column)
                        || (!column.numbered() && !column.constraints().isEmpty()));
    }

    /** Which name the server would choose for others depends on what else there is. */
    private static boolean canFollow(ConstraintDefinition constraint) {
        return ColumnKey.isPlain(constraint)
                || (constraint.name() != null
                        && (constraint.kind() == ConstraintDefinition.Kind.CHECK
                                || constraint.kind() == ConstraintDefinition.Kind.FOREIGN_KEY));
    }

    /** The recipe for it; null where there is none, or the server does it in no time. */
    @Nullable
    Recipe recipe() {
        boolean fills = FilledColumn.mayApply(column);
        List<Recipe.Part> parts = fills ? filled().parts() : List.of(Recipe.Part.of(added()));
        List<Recipe.Part> constraints = constraints();
        if (parts.isEmpty() || constraints == null) {
            return null;
        }
        boolean possible = (fills ? filled().isPossible() : isHeavy() && isSteady()) && canHaveKeys();
        if (!begun.has(parts.get(0).statement())
                && (!possible || earlier.mayHaveChanged(alter.name()) || !saysNotNullPlainly())) {
            return null;
        }
        List<Recipe.Part> all = new ArrayList<>(parts);
        all.addAll(constraints);
        if (fills) {
            // Last, so that a privilege that the next statement gives is there when it is needed.
            all.addAll(filled().partsBehindConstraints());
        }
        return new Recipe(
                all,
                fills
                        ? "the column is filled in batches, while writes go on"
                        : "its constraints look at rows later, while writes go on");
    }

    private FilledColumn filled() {
        return new FilledColumn(facts, earlier, alter.name(), table, column);
    }

    private String add() {
        return "ALTER TABLE " + Identifiers.quoted(alter.name()) + " ADD COLUMN " + column.text();
    }

    /** With its default and without its constraints. */
    private Statement added() {
        Expression value = column.defaultValue();
        String rest = (value == null ? "" : " DEFAULT " + value.text()) + (column.notNull() ? " NOT NULL" : "");
        return new Statement(add() + rest, true);
    }

    /** Named or not inherited, it would be another one afterwards. */
    private boolean saysNotNullPlainly() {
        return DdlStatement.of(add()) instanceof AlterRelation read
                && read.actions().get(0) instanceof AddColumn add
                && !add.column().notNull();
    }

    /** Whether the server would make its keys, and none of its values can be there twice. */
    private boolean canHaveKeys() {
        return column.constraints().stream()
                .filter(ColumnKey::isKey)
                .allMatch(
                        each -> key(each).isPossible(earlier) && (isEmpty() ? !column.notNull() : filled().isUnique()));
    }

    private ColumnKey key(ConstraintDefinition constraint) {
        return new ColumnKey(facts, alter.name(), table, column, constraint);
    }

    private boolean isEmpty() {
        Expression value = column.defaultValue();
        return !column.numbered() && (value == null || value.text().equalsIgnoreCase("null"));
    }

    /** Whether the server would look at rows for its constraints. A foreign key that is null everywhere is no work. */
    private boolean isHeavy() {
        return column.constraints().stream()
                .anyMatch(each -> !isEmpty() || each.kind() != ConstraintDefinition.Kind.FOREIGN_KEY);
    }

    private boolean isSteady() {
        Expression value = column.defaultValue();
        return value == null
                || value.functions().stream()
                        .allMatch(
                                each -> facts.functions().getOrDefault(each, Volatility.MISSING) == Volatility.STEADY);
    }

    /** Null where one of them has no recipe. */
    private @Nullable List<Recipe.Part> constraints() {
        List<Recipe.Part> parts = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (ConstraintDefinition constraint : column.constraints()) {
            String name = constraint.name();
            boolean another = name == null || names.add(name);
            Recipe recipe = !another
                    ? null
                    : ColumnKey.isKey(constraint) ? key(constraint).recipe() : recipe(constraint, name);
            if (recipe == null) {
                return null;
            }
            parts.addAll(recipe.parts());
        }
        return parts;
    }

    private @Nullable Recipe recipe(ConstraintDefinition constraint, @Nullable String name) {
        if (name == null) {
            return null;
        }
        boolean check = constraint.kind() == ConstraintDefinition.Kind.CHECK;
        String sql = "ALTER TABLE " + Identifiers.quoted(alter.name()) + " ADD CONSTRAINT " + Identifiers.quoted(name)
                + (check ? " " : " FOREIGN KEY (" + Identifiers.quoted(column.name()) + ") ") + constraint.text();
        if (!(DdlStatement.of(sql) instanceof AlterRelation read
                && read.actions().get(0) instanceof AddConstraint add)) {
            return null;
        }
        Recipe recipe = new NewConstraint(facts, begun, earlier, alter.name(), table, add.constraint()).recipe(sql);
        boolean taken = table.constraint(name) != null;
        return recipe != null && taken && !begun.has(recipe.statements().get(0)) ? null : recipe;
    }
}
