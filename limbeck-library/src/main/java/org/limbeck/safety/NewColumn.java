package org.limbeck.safety;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
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
import org.limbeck.operation.UpdateInBatches;
import org.limbeck.schema.Names;
import org.limbeck.schema.QualifiedName;
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

    /** What is the same for all rows that one statement writes, and another for each batch. */
    private static final Set<String> MOMENTS = Set.of(
            "current_date",
            "current_time",
            "current_timestamp",
            "localtime",
            "localtimestamp",
            "now",
            "statement_timestamp",
            "transaction_timestamp");

    /** Whether there may be a recipe. */
    static boolean mayApply(AddColumn action) {
        ColumnDefinition column = action.column();
        Expression value = column.defaultValue();
        return !action.ifNotExists()
                && column.generated() == ColumnDefinition.Generated.NO
                && !column.identity()
                && !column.type().serial()
                && (!column.constraints().isEmpty()
                        || (value != null && !value.functions().isEmpty()));
    }

    /** The recipe for it; null where there is none, or the server does it in no time. */
    @Nullable
    Recipe recipe() {
        Expression value = column.defaultValue();
        List<Recipe.Part> constraints = constraints();
        if (constraints == null) {
            return null;
        }
        List<Recipe.Part> parts = value == null ? null : filled(value);
        if (parts == null) {
            boolean heavy = column.constraints().stream()
                    .anyMatch(each -> value != null || each.kind() != ConstraintDefinition.Kind.FOREIGN_KEY);
            if (!heavy || !isSteady(value)) {
                return null;
            }
            String rest = (value == null ? "" : " DEFAULT " + value.text()) + (column.notNull() ? " NOT NULL" : "");
            parts = new ArrayList<>(List.of(Recipe.Part.of(new Statement(add() + rest, true))));
        }
        String reason = parts.size() == 1
                ? "its constraints are added while writes go on"
                : "the column is filled in batches, while writes go on";
        parts.addAll(constraints);
        return new Recipe(parts, reason);
    }

    private String add() {
        return "ALTER TABLE " + Identifiers.quoted(alter.name()) + " ADD COLUMN " + column.text();
    }

    private @Nullable List<Recipe.Part> filled(Expression value) {
        List<Statement> notNull = column.notNull()
                ? new NotNullProof(facts.server().major(), alter.name(), column.name()).statements()
                : List.of();
        Statement add = new Statement(add(), true);
        if (!isEmpty(add.text()) || column.notNull() == notNull.isEmpty()) {
            return null;
        }
        String quoted = Identifiers.quoted(column.name());
        Recipe.Part batches =
                Recipe.Part.of(new UpdateInBatches(alter.name(), quoted + " = " + value.text(), quoted + " IS NULL"));
        boolean goesOn = begun.has(add) && begun.has(batches.statement());
        if (!goesOn && !isPossible(value)) {
            return null;
        }
        String set = "ALTER TABLE " + Identifiers.quoted(alter.name()) + " ALTER COLUMN " + quoted;
        List<Recipe.Part> parts = new ArrayList<>();
        parts.add(Recipe.Part.of(add));
        parts.add(Recipe.Part.of(new Statement(set + " SET DEFAULT " + value.text(), true)));
        parts.add(batches);
        // Rows whose key was changed meanwhile may have been passed over.
        parts.add(Recipe.Part.of(new Statement(batches.statement().text(), false)));
        notNull.forEach(statement -> parts.add(Recipe.Part.of(statement)));
        return parts;
    }

    /** Whether there is nothing left that the text alone says of nulls. */
    private boolean isEmpty(String statement) {
        return DdlStatement.of(statement) instanceof AlterRelation read
                && read.actions().get(0) instanceof AddColumn add
                && !add.column().notNull();
    }

    /** Whether it is only this table that is changed, and nothing of its own would happen at each change of a row. */
    private boolean isPossible(Expression value) {
        TypeFacts type = facts.types().get(column.type().resolvable());
        return type != null
                && !type.constrained()
                && !type.defaulted()
                && table.kind() == RelationKind.TABLE
                && table.partitions().children().isEmpty()
                && table.partitions().parents().isEmpty()
                && table.hasPrimaryKey()
                && !table.reactsToUpdates()
                && !earlier.mayHaveChanged(alter.name())
                && isVolatile(value);
    }

    /** Whether it is another value for each row, and its functions do nothing besides. */
    private boolean isVolatile(Expression value) {
        boolean found = false;
        for (QualifiedName function : value.functions()) {
            Volatility volatility = volatility(function);
            if (volatility != Volatility.STEADY && !Queries.isHarmless(function)) {
                return false;
            }
            found |= volatility == Volatility.VOLATILE;
        }
        return found && Collections.disjoint(value.names(), MOMENTS);
    }

    private boolean isSteady(@Nullable Expression value) {
        return value == null || value.functions().stream().allMatch(each -> volatility(each) == Volatility.STEADY);
    }

    private Volatility volatility(QualifiedName function) {
        return facts.functions().getOrDefault(function, Volatility.MISSING);
    }

    /** Null where one of them has no recipe. */
    private @Nullable List<Recipe.Part> constraints() {
        List<Recipe.Part> parts = new ArrayList<>();
        for (ConstraintDefinition constraint : column.constraints()) {
            String name = name(constraint);
            Recipe recipe = name == null ? null : recipe(constraint, name);
            if (recipe == null) {
                return null;
            }
            parts.addAll(recipe.parts());
        }
        return parts;
    }

    private @Nullable Recipe recipe(ConstraintDefinition constraint, String name) {
        String sql = "ALTER TABLE " + Identifiers.quoted(alter.name()) + " ADD CONSTRAINT " + Identifiers.quoted(name)
                + " " + ofTable(constraint);
        if (DdlStatement.of(sql) instanceof AlterRelation read && read.actions().get(0) instanceof AddConstraint add) {
            Recipe recipe = new NewConstraint(facts, begun, earlier, read, table, add.constraint()).recipe(sql);
            boolean taken = table.constraint(name) != null;
            return recipe != null && taken && !begun.has(recipe.statements().get(0)) ? null : recipe;
        }
        return null;
    }

    /** The name that the server would choose, where none is given; null where that can't be told. */
    private @Nullable String name(ConstraintDefinition constraint) {
        if (constraint.name() != null) {
            return constraint.name();
        }
        Expression check = constraint.expression();
        boolean ofOthers = check != null
                && (!check.names().contains(column.name())
                        || table.columns().stream()
                                .anyMatch(each -> !each.name().equals(column.name())
                                        && check.names().contains(each.name())));
        String end = switch (constraint.kind()) {
            case CHECK -> "_check";
            case FOREIGN_KEY -> "_fkey";
            default -> "_key";
        };
        String name = table.name() + "_" + column.name() + end;
        boolean tooLong = name.getBytes(StandardCharsets.UTF_8).length > Names.MAXIMUM_BYTES;
        return ofOthers || tooLong || constraint.kind() == ConstraintDefinition.Kind.PRIMARY_KEY ? null : name;
    }

    private String ofTable(ConstraintDefinition constraint) {
        String columns = "(" + Identifiers.quoted(column.name()) + ")";
        return switch (constraint.kind()) {
            case FOREIGN_KEY -> "FOREIGN KEY " + columns + " " + constraint.text();
            case UNIQUE, PRIMARY_KEY -> constraint.text() + " " + columns;
            default -> constraint.text();
        };
    }
}
