package org.limbeck.safety;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.limbeck.ddl.AlterAction.AddColumn;
import org.limbeck.ddl.AlterAction.AddConstraint;
import org.limbeck.ddl.ColumnDefinition;
import org.limbeck.ddl.ConstraintDefinition;
import org.limbeck.ddl.DdlStatement;
import org.limbeck.ddl.DdlStatement.AlterRelation;
import org.limbeck.ddl.Expression;
import org.limbeck.operation.UpdateInBatches;
import org.limbeck.sql.Identifiers;
import org.limbeck.sql.Statement;

/**
 * A new column of a large table. Where its default is another value for each row, it is empty at first, gets its default for rows to
 * come, and is filled in batches, while the server itself would write the table anew behind a lock. Its constraints follow, each by
 * its own recipe.
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

    /** A call that gives each row another value, never null, and does nothing besides. */
    private static final Pattern VOLATILE = Pattern.compile(
            "(pg_catalog\\.)?(clock_timestamp|gen_random_uuid|nextval|random|timeofday|uuidv4|uuidv7)"
                    + "\\(('[^']*'(::regclass)?)?\\)(::[a-z0-9_]+)?",
            Pattern.CASE_INSENSITIVE);

    /** Whether there may be a recipe. */
    static boolean mayApply(AddColumn action) {
        ColumnDefinition column = action.column();
        return !action.ifNotExists()
                && column.generated() == ColumnDefinition.Generated.NO
                && !column.identity()
                && !column.type().serial()
                && column.constraints().stream().allMatch(NewColumn::canFollow)
                && (isVolatile(column) || !column.constraints().isEmpty());
    }

    /** Which name the server would choose for others depends on what else there is. */
    private static boolean canFollow(ConstraintDefinition constraint) {
        return constraint.name() != null
                && (constraint.kind() == ConstraintDefinition.Kind.CHECK
                        || constraint.kind() == ConstraintDefinition.Kind.FOREIGN_KEY);
    }

    private static boolean isVolatile(ColumnDefinition column) {
        Expression value = column.defaultValue();
        return value != null && VOLATILE.matcher(value.text()).matches();
    }

    /** The recipe for it; null where there is none, or the server does it in no time. */
    @Nullable
    Recipe recipe() {
        boolean fills = isVolatile(column);
        List<Recipe.Part> parts = fills ? filled() : List.of(Recipe.Part.of(added()));
        List<Recipe.Part> constraints = constraints();
        if (parts.isEmpty() || constraints == null) {
            return null;
        }
        boolean possible = fills ? canBeFilled() : isHeavy() && isSteady();
        if (!begun.has(parts.get(0).statement())
                && (!possible || earlier.mayHaveChanged(alter.name()) || !saysNotNullPlainly())) {
            return null;
        }
        List<Recipe.Part> all = new ArrayList<>(parts);
        all.addAll(constraints);
        return new Recipe(
                all,
                fills
                        ? "the column is filled in batches, while writes go on"
                        : "its constraints look at rows later, while writes go on");
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

    /** Nothing where it can't be made not null. */
    private List<Recipe.Part> filled() {
        List<Statement> notNull = column.notNull()
                ? new NotNullProof(facts.server().major(), alter.name(), column.name()).statements()
                : List.of();
        Expression value = column.defaultValue();
        if (value == null || column.notNull() == notNull.isEmpty()) {
            return List.of();
        }
        String quoted = Identifiers.quoted(column.name());
        Recipe.Part batches =
                Recipe.Part.of(new UpdateInBatches(alter.name(), quoted + " = " + value.text(), quoted + " IS NULL"));
        String change = "ALTER TABLE " + Identifiers.quoted(alter.name()) + " ALTER COLUMN " + quoted;
        List<Recipe.Part> parts = new ArrayList<>();
        parts.add(Recipe.Part.of(new Statement(add(), true)));
        parts.add(Recipe.Part.of(new Statement(change + " SET DEFAULT " + value.text(), true)));
        parts.add(batches);
        // Rows whose key was changed meanwhile may have been passed over.
        parts.add(Recipe.Part.of(new Statement(batches.statement().text(), false)));
        notNull.forEach(statement -> parts.add(Recipe.Part.of(statement)));
        return parts;
    }

    /** Named or not inherited, it would be another one afterwards. */
    private boolean saysNotNullPlainly() {
        return DdlStatement.of(add()) instanceof AlterRelation read
                && read.actions().get(0) instanceof AddColumn add
                && !add.column().notNull();
    }

    /** Whether each row of this table alone can be changed, whatever is in it, and nothing else happens then. */
    private boolean canBeFilled() {
        TypeFacts type = facts.types().get(column.type().resolvable());
        return type != null
                && !type.constrained()
                && !type.defaulted()
                && column.type().arguments().isEmpty()
                && table.kind() == RelationKind.TABLE
                && table.partitions().children().isEmpty()
                && table.partitions().parents().isEmpty()
                && table.hasPrimaryKey()
                && !table.hindersUpdates()
                && table.constraints().stream().allMatch(each -> each.valid() || each.isForeignKey());
    }

    /** Whether the server would look at rows for its constraints. A foreign key that is null everywhere is no work. */
    private boolean isHeavy() {
        Expression value = column.defaultValue();
        boolean empty = value == null || value.text().equalsIgnoreCase("null");
        return column.constraints().stream()
                .anyMatch(each -> !empty || each.kind() != ConstraintDefinition.Kind.FOREIGN_KEY);
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
            String name = String.valueOf(constraint.name());
            Recipe recipe = names.add(name) ? recipe(constraint, name) : null;
            if (recipe == null) {
                return null;
            }
            parts.addAll(recipe.parts());
        }
        return parts;
    }

    private @Nullable Recipe recipe(ConstraintDefinition constraint, String name) {
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
