package org.limbeck.safety;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.limbeck.ddl.AlterAction;
import org.limbeck.ddl.ConstraintDefinition;
import org.limbeck.ddl.DdlStatement;
import org.limbeck.ddl.StatementText;
import org.limbeck.schema.Names;
import org.limbeck.schema.QualifiedName;
import org.limbeck.sql.Identifiers;
import org.limbeck.sql.Statement;

/** Spells the statements of a run, in their order, so that reads and writes go on while they work, where the table is large. */
public final class OnlineRecipes {

    /** A table that has both less than this is done in no time. */
    public static final long SMALL_BYTES = 10L << 20;

    /** See {@link #SMALL_BYTES}. */
    public static final long SMALL_ROWS = 10_000;

    private static final int NOT_NULL_CONSTRAINTS = 18;
    private static final int FOREIGN_KEYS_OF_PARTITIONS = 18;

    private final Facts facts;
    private final Set<Column> settled = new HashSet<>();

    /** A column that an earlier statement of the run makes not null. */
    private record Column(long table, String name) {}

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

    /**
     * The recipe for a statement, if it would hold up writers of a large table, and there is one. In a step that an earlier run began
     * that doesn't depend on what that run left behind, but on what it was about to do.
     *
     * @param begun the statements of the step as the earlier run recorded them; empty where none began it
     */
    public Optional<Recipe> recipe(String sql, String begun) {
        Optional<Recipe> recipe = chosen(sql, begun);
        settle(sql);
        return recipe;
    }

    private Optional<Recipe> chosen(String sql, String begun) {
        if (!begun.isEmpty()) {
            Optional<Recipe> recipe = spelled(sql, begun);
            if (recipe.isPresent()
                    && begun.contains(recipe.get().statements().get(0).text())) {
                return recipe;
            } else if (begun.contains(sql)) {
                return Optional.empty();
            }
        }
        return isNeeded(DdlStatement.of(sql)) ? spelled(sql, "") : Optional.empty();
    }

    /** What a statement does counts for those behind it, also where it is sent as it is written. */
    public void settle(String sql) {
        if (DdlStatement.of(sql) instanceof DdlStatement.AlterRelation alter) {
            RelationFacts table = find(alter.name());
            for (AlterAction action : alter.actions()) {
                if (table != null && action instanceof AlterAction.SetNotNull set) {
                    settled.add(new Column(table.oid(), set.column()));
                }
            }
        }
    }

    /** @param begun what an earlier run was about to send, which counts where it has changed the database since */
    private Optional<Recipe> spelled(String sql, String begun) {
        DdlStatement statement = DdlStatement.of(sql);
        if (!mayApply(statement)) {
            return Optional.empty();
        } else if (statement instanceof DdlStatement.CreateIndex create) {
            RelationFacts table = find(create.table());
            return table != null && table.kind() == RelationKind.PARTITIONED_TABLE
                    ? new PartitionedIndex(facts, create, begun).recipe(table)
                    : Optional.of(concurrently(sql, "index"));
        } else if (statement instanceof DdlStatement.Reindex reindex) {
            return Optional.of(concurrently(sql, reindex.index() ? "index" : "table"));
        } else if (statement instanceof DdlStatement.AlterRelation alter) {
            return Optional.ofNullable(alter(sql, alter, begun));
        }
        return Optional.empty();
    }

    private boolean isNeeded(DdlStatement statement) {
        if (statement instanceof DdlStatement.CreateIndex create) {
            RelationFacts table = find(create.table());
            return table != null && isLarge(toBuild(table, create));
        } else if (statement instanceof DdlStatement.Reindex reindex) {
            RelationFacts table = tableOf(reindex);
            return table != null && isLarge(List.of(table));
        } else if (statement instanceof DdlStatement.AlterRelation alter) {
            RelationFacts table = find(alter.name());
            return table != null
                    && isLarge(table.withParts(facts.relations()))
                    && !isNotNull(table, alter.actions().get(0));
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

    /** A table or a partitioned one. */
    private @Nullable RelationFacts find(QualifiedName name) {
        Long oid = facts.names().get(name);
        RelationFacts table = oid == null ? null : facts.relations().get(oid);
        boolean known =
                table != null && (table.kind() == RelationKind.TABLE || table.kind() == RelationKind.PARTITIONED_TABLE);
        return known ? table : null;
    }

    private List<RelationFacts> toBuild(RelationFacts table, DdlStatement.CreateIndex create) {
        if (create.only() || table.kind() != RelationKind.PARTITIONED_TABLE) {
            return List.of(table);
        }
        return table.withParts(facts.relations()).stream()
                .filter(part -> part.fitting(create, 0) == null)
                .toList();
    }

    private static boolean isLarge(List<RelationFacts> tables) {
        long bytes = 0;
        long rows = 0;
        for (RelationFacts table : tables) {
            if (table.kind().storesRows()) {
                bytes += table.bytes();
                rows += Math.max(0, table.rows());
            }
        }
        return isLarge(bytes, rows);
    }

    /** Whether work on so much takes longer than others can wait. */
    public static boolean isLarge(long bytes, long rows) {
        return bytes >= SMALL_BYTES || rows >= SMALL_ROWS;
    }

    private static Recipe concurrently(String sql, String word) {
        String spelled = StatementText.withWordBehind(sql, word, "CONCURRENTLY");
        return new Recipe(List.of(new Statement(spelled, false)), "it is built while writes go on");
    }

    private @Nullable Recipe alter(String sql, DdlStatement.AlterRelation alter, String begun) {
        AlterAction action = alter.actions().get(0);
        String table = Identifiers.quoted(alter.name());
        RelationFacts relation = find(alter.name());
        if (relation == null || alter.only() || alter.ifExists()) {
            return null;
        } else if (action instanceof AlterAction.SetNotNull set) {
            return recipe(notNull(table, alter.name().name(), set.column()));
        } else if (action instanceof AlterAction.AddConstraint add) {
            ConstraintDefinition constraint = add.constraint();
            String name = constraint.name();
            if (name == null || constraint.notValid() || constraint.notEnforced()) {
                return null;
            }
            boolean parts = relation.kind() == RelationKind.PARTITIONED_TABLE;
            return switch (constraint.kind()) {
                case CHECK, NOT_NULL -> validatedLater(sql, table, name);
                case FOREIGN_KEY ->
                    parts && facts.server().major() < FOREIGN_KEYS_OF_PARTITIONS
                            ? null
                            : validatedLater(sql, table, name);
                case UNIQUE, PRIMARY_KEY -> parts ? null : key(sql, relation, table, constraint, begun);
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

    private static @Nullable Recipe recipe(List<Statement> notNull) {
        return notNull.isEmpty()
                ? null
                : new Recipe(notNull, "rows are checked for null in a transaction of its own, while writes go on");
    }

    /** Nothing where the name of the constraint that it takes would be too long. */
    private List<Statement> notNull(String table, String bareTable, String column) {
        String quoted = Identifiers.quoted(column);
        boolean constraints = facts.server().major() >= NOT_NULL_CONSTRAINTS;
        String name = bareTable + "_" + column + (constraints ? "_not_null" : "_limbeck_not_null");
        if (name.getBytes(StandardCharsets.UTF_8).length > Names.MAXIMUM_BYTES) {
            return List.of();
        }
        String alter = "ALTER TABLE " + table + " ";
        String add = alter + "ADD CONSTRAINT " + Identifiers.quoted(name);
        if (constraints) {
            return List.of(new Statement(add + " NOT NULL " + quoted + " NOT VALID", true), validate(table, name));
        }
        return List.of(
                new Statement(add + " CHECK (" + quoted + " IS NOT NULL) NOT VALID", true),
                validate(table, name),
                new Statement(alter + "ALTER COLUMN " + quoted + " SET NOT NULL", true),
                new Statement(alter + "DROP CONSTRAINT " + Identifiers.quoted(name), true));
    }

    /** Only the plain form: whatever else can stand with a key would have to move to the index or stay with the constraint. */
    private @Nullable Recipe key(
            String sql, RelationFacts relation, String table, ConstraintDefinition definition, String begun) {
        boolean primary = definition.kind() == ConstraintDefinition.Kind.PRIMARY_KEY;
        String quoted = Identifiers.quoted(String.valueOf(definition.name()));
        String begin = "ALTER TABLE " + table + " ADD CONSTRAINT " + quoted + (primary ? " PRIMARY KEY " : " UNIQUE ");
        String columns = "(" + Identifiers.quoted(definition.columns()) + ")";
        if (definition.usingIndex() != null || !StatementText.isSame(sql, begin + columns)) {
            return null;
        }
        List<Statement> statements = new ArrayList<>();
        for (String name : primary ? definition.columns() : List.<String>of()) {
            ColumnFacts column = relation.column(name);
            List<Statement> notNull = notNull(table, relation.name(), name);
            if (column == null || notNull.isEmpty()) {
                return null;
            }
            boolean wasNullable =
                    !column.notNull() || begun.contains(notNull.get(0).text());
            if (wasNullable && !settled.contains(new Column(relation.oid(), name))) {
                statements.addAll(notNull);
            }
        }
        statements.add(
                new Statement("CREATE UNIQUE INDEX CONCURRENTLY " + quoted + " ON " + table + " " + columns, false));
        statements.add(new Statement(begin + "USING INDEX " + quoted, true));
        return new Recipe(statements, "the index is built while writes go on");
    }
}
