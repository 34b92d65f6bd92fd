package org.limbeck.safety;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.limbeck.ddl.AlterAction;
import org.limbeck.ddl.ConstraintDefinition;
import org.limbeck.ddl.DdlStatement;
import org.limbeck.ddl.StatementText;
import org.limbeck.schema.Names;
import org.limbeck.schema.QualifiedName;
import org.limbeck.sql.Identifiers;
import org.limbeck.sql.Statement;

/** Spells statements so that reads and writes go on while they work, where the table is large. */
public final class OnlineRecipes {

    /** A table that has both less than this is done in no time. */
    public static final long SMALL_BYTES = 10L << 20;

    /** See {@link #SMALL_BYTES}. */
    public static final long SMALL_ROWS = 10_000;

    private static final int NOT_NULL_CONSTRAINTS = 18;

    private final Facts facts;

    /** For a database that the facts describe. */
    public OnlineRecipes(Facts facts) {
        this.facts = facts;
    }

    /** Whether there may be a recipe, if the table is large; needs no database. */
    public static boolean mayApply(DdlStatement statement) {
        if (statement instanceof DdlStatement.CreateIndex create) {
            return !create.concurrently() && create.name() != null;
        } else if (statement instanceof DdlStatement.Reindex reindex) {
            return !reindex.concurrently();
        } else if (statement instanceof DdlStatement.AlterRelation alter
                && alter.actions().size() == 1) {
            AlterAction action = alter.actions().get(0);
            return action instanceof AlterAction.AddConstraint || action instanceof AlterAction.SetNotNull;
        }
        return false;
    }

    /** The recipe for a statement, if it would hold up writers of a large table, and there is one. */
    public Optional<Recipe> recipe(String sql) {
        return isNeeded(DdlStatement.of(sql)) ? spelled(sql) : Optional.empty();
    }

    /**
     * The recipe for a statement of a step that an earlier run began: whether there is one doesn't depend on what that run left behind,
     * but on what it was about to do.
     *
     * @param begun the statements of the step as the earlier run recorded them
     */
    public Optional<Recipe> recipe(String sql, String begun) {
        Optional<Recipe> recipe = spelled(sql);
        if (recipe.isPresent()
                && begun.contains(recipe.get().statements().get(0).text())) {
            return recipe;
        }
        return begun.contains(sql) ? Optional.empty() : recipe(sql);
    }

    private Optional<Recipe> spelled(String sql) {
        DdlStatement statement = DdlStatement.of(sql);
        if (!mayApply(statement)) {
            return Optional.empty();
        } else if (statement instanceof DdlStatement.CreateIndex) {
            return Optional.of(concurrently(sql, "index"));
        } else if (statement instanceof DdlStatement.Reindex reindex) {
            return Optional.of(concurrently(sql, reindex.index() ? "index" : "table"));
        } else if (statement instanceof DdlStatement.AlterRelation alter) {
            return Optional.ofNullable(alter(sql, alter));
        }
        return Optional.empty();
    }

    private boolean isNeeded(DdlStatement statement) {
        if (statement instanceof DdlStatement.CreateIndex create) {
            return isLarge(plainTable(create.table()));
        } else if (statement instanceof DdlStatement.Reindex reindex) {
            return isLarge(tableOf(reindex));
        } else if (statement instanceof DdlStatement.AlterRelation alter) {
            RelationFacts table = plainTable(alter.name());
            return isLarge(table)
                    && !(table != null && isNotNull(table, alter.actions().get(0)));
        }
        return false;
    }

    private static boolean isNotNull(RelationFacts table, AlterAction action) {
        ColumnFacts column = action instanceof AlterAction.SetNotNull set ? table.column(set.column()) : null;
        return column != null && column.notNull();
    }

    private @Nullable RelationFacts tableOf(DdlStatement.Reindex reindex) {
        Long oid = facts.names().get(reindex.name());
        if (oid == null || !reindex.index()) {
            return oid == null ? null : facts.relations().get(oid);
        }
        return facts.relations().values().stream()
                .filter(table -> table.indexes().stream().anyMatch(index -> index.oid() == oid))
                .findFirst()
                .orElse(null);
    }

    private @Nullable RelationFacts plainTable(QualifiedName name) {
        Long oid = facts.names().get(name);
        RelationFacts table = oid == null ? null : facts.relations().get(oid);
        return table != null && table.kind() == RelationKind.TABLE ? table : null;
    }

    private static boolean isLarge(@Nullable RelationFacts table) {
        return table != null && isLarge(table.bytes(), table.rows());
    }

    /** Whether work on so much takes longer than others can wait. */
    public static boolean isLarge(long bytes, long rows) {
        return bytes >= SMALL_BYTES || rows >= SMALL_ROWS;
    }

    private static Recipe concurrently(String sql, String word) {
        String spelled = StatementText.withWordBehind(sql, word, "CONCURRENTLY");
        return new Recipe(List.of(new Statement(spelled, false)), "it is built while writes go on");
    }

    private @Nullable Recipe alter(String sql, DdlStatement.AlterRelation alter) {
        AlterAction action = alter.actions().get(0);
        String table = Identifiers.quoted(alter.name());
        if (alter.only() || alter.ifExists()) {
            return null;
        } else if (action instanceof AlterAction.SetNotNull set) {
            return notNull(sql, table, alter.name().name(), set.column());
        } else if (action instanceof AlterAction.AddConstraint add) {
            ConstraintDefinition constraint = add.constraint();
            String name = constraint.name();
            if (name == null || constraint.notValid() || constraint.notEnforced()) {
                return null;
            }
            return switch (constraint.kind()) {
                case CHECK, FOREIGN_KEY, NOT_NULL -> validatedLater(sql, table, name);
                case UNIQUE, PRIMARY_KEY -> key(sql, alter.name(), table, name, constraint);
                case EXCLUDE -> null;
            };
        }
        return null;
    }

    private static Recipe validatedLater(String sql, String table, String name) {
        return new Recipe(
                List.of(new Statement(StatementText.withEnd(sql, " NOT VALID"), true), validate(table, name)),
                "existing rows are checked in a transaction of its own, while writes go on");
    }

    /** It must not run in the transaction that took the lock for the constraint. */
    private static Statement validate(String table, String name) {
        return new Statement("ALTER TABLE " + table + " VALIDATE CONSTRAINT " + Identifiers.quoted(name), false);
    }

    private @Nullable Recipe notNull(String sql, String table, String bareTable, String column) {
        String quoted = Identifiers.quoted(column);
        boolean constraints = facts.server().major() >= NOT_NULL_CONSTRAINTS;
        String name = bareTable + "_" + column + (constraints ? "_not_null" : "_limbeck_not_null");
        if (name.getBytes(StandardCharsets.UTF_8).length > Names.MAXIMUM_BYTES) {
            return null;
        }
        String add = "ALTER TABLE " + table + " ADD CONSTRAINT " + Identifiers.quoted(name);
        List<Statement> statements = new ArrayList<>();
        if (constraints) {
            statements.add(new Statement(add + " NOT NULL " + quoted + " NOT VALID", true));
            statements.add(validate(table, name));
        } else {
            statements.add(new Statement(add + " CHECK (" + quoted + " IS NOT NULL) NOT VALID", true));
            statements.add(validate(table, name));
            statements.add(new Statement(sql, true));
            statements.add(
                    new Statement("ALTER TABLE " + table + " DROP CONSTRAINT " + Identifiers.quoted(name), true));
        }
        return new Recipe(statements, "rows are checked for null in a transaction of its own, while writes go on");
    }

    /** Only the plain form: whatever else can stand with a key would have to move to the index or stay with the constraint. */
    private @Nullable Recipe key(
            String sql, QualifiedName name, String table, String constraint, ConstraintDefinition definition) {
        String kind = definition.kind() == ConstraintDefinition.Kind.UNIQUE ? "UNIQUE" : "PRIMARY KEY";
        String quoted = Identifiers.quoted(constraint);
        String begin = "ALTER TABLE " + table + " ADD CONSTRAINT " + quoted + " " + kind + " ";
        String columns = "(" + Identifiers.quoted(definition.columns()) + ")";
        if (definition.usingIndex() != null || !StatementText.isSame(sql, begin + columns)) {
            return null;
        }
        List<Statement> statements = new ArrayList<>();
        statements.add(
                new Statement("CREATE UNIQUE INDEX CONCURRENTLY " + quoted + " ON " + table + " " + columns, false));
        if (definition.kind() == ConstraintDefinition.Kind.PRIMARY_KEY && nullable(name, definition)) {
            // Nothing but a proof that lasts would be found again by a run that goes on.
            return null;
        }
        statements.add(new Statement(begin + "USING INDEX " + quoted, true));
        return new Recipe(statements, "the index is built while writes go on");
    }

    private boolean nullable(QualifiedName name, ConstraintDefinition definition) {
        RelationFacts table = plainTable(name);
        return table == null
                || definition.columns().stream().anyMatch(column -> {
                    ColumnFacts facts = table.column(column);
                    return facts == null || !facts.notNull();
                });
    }
}
