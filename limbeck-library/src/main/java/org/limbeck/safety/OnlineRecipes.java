package org.limbeck.safety;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.limbeck.ddl.AlterAction;
import org.limbeck.ddl.ConstraintDefinition;
import org.limbeck.ddl.DdlStatement;
import org.limbeck.ddl.StatementText;
import org.limbeck.schema.QualifiedName;
import org.limbeck.sql.Statement;

/** Spells the statements of a run, in their order, so that reads and writes go on while they work, where the table is large. */
public final class OnlineRecipes {

    /** A table that has both less than this is done in no time. */
    public static final long SMALL_BYTES = 10L << 20;

    /** See {@link #SMALL_BYTES}. */
    public static final long SMALL_ROWS = 10_000;

    private final Facts facts;
    private final EarlierStatements earlier = new EarlierStatements();

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
        } else if (statement instanceof DdlStatement.Maintenance maintenance) {
            return maintenance.task() == DdlStatement.Maintenance.Task.CLUSTER
                    && maintenance.tables().size() == 1;
        } else if (statement instanceof DdlStatement.AlterRelation alter
                && alter.actions().size() == 1) {
            AlterAction action = alter.actions().get(0);
            return action instanceof AlterAction.AddConstraint
                    || action instanceof AlterAction.SetNotNull
                    || action instanceof AlterAction.SetType
                    || action instanceof AlterAction.AttachPartition
                    || (action instanceof AlterAction.AddColumn add && NewColumn.mayApply(add));
        }
        return false;
    }

    /**
     * The recipe for a statement, if it would hold up writers of a large table, and there is one. In a step that an earlier run began
     * that doesn't depend on what that run left behind, but on what it was about to do.
     *
     * @param expanding whether another column may take the place of one whose type changes
     */
    public Optional<Recipe> recipe(String sql, Begun begun, boolean expanding) {
        Optional<Recipe> recipe = chosen(sql, begun, expanding);
        boolean expanded = recipe.isPresent() && recipe.get().reason().equals(ExpandedColumn.REASON);
        settle(sql, expanded);
        return recipe;
    }

    private Optional<Recipe> chosen(String sql, Begun begun, boolean expanding) {
        if (!begun.isNothing()) {
            Optional<Recipe> recipe = spelled(sql, begun, expanding);
            if (recipe.isPresent() && begun.has(recipe.get().statements().get(0))) {
                return recipe;
            } else if (begun.has(sql)) {
                return Optional.empty();
            }
        }
        return isNeeded(DdlStatement.of(sql)) ? spelled(sql, Begun.NOTHING, expanding) : Optional.empty();
    }

    /** What a statement does counts for those behind it, also where it is sent as it is written. */
    public void settle(String sql) {
        settle(sql, false);
    }

    private void settle(String sql, boolean expanded) {
        DdlStatement statement = DdlStatement.of(sql);
        RelationFacts changed =
                expanded && statement instanceof DdlStatement.AlterRelation alter ? find(alter.name()) : null;
        earlier.add(statement, changed);
        if (statement instanceof DdlStatement.AlterRelation alter) {
            RelationFacts table = find(alter.name());
            for (AlterAction action : alter.actions()) {
                if (table != null && action instanceof AlterAction.SetNotNull set) {
                    earlier.makesNotNull(table, set.column());
                }
            }
        }
    }

    /** Code runs that can do anything to what the statements behind it are about. */
    public void settleCode() {
        earlier.canBeAnything();
    }

    /** @param begun what an earlier run was about to send, which counts where it has changed the database since */
    private Optional<Recipe> spelled(String sql, Begun begun, boolean expanding) {
        DdlStatement statement = DdlStatement.of(sql);
        if (!mayApply(statement)) {
            return Optional.empty();
        } else if (statement instanceof DdlStatement.CreateIndex create) {
            RelationFacts table = find(create.table());
            return table != null && table.kind() == RelationKind.PARTITIONED_TABLE
                    ? new PartitionedIndex(facts, create, begun).recipe(table)
                    : Optional.of(concurrently(sql, "index"));
        } else if (statement instanceof DdlStatement.Reindex reindex) {
            RelationFacts table = tableOf(reindex);
            return table != null && table.withParts(facts.relations()).stream().allMatch(OnlineRecipes::canBeRebuilt)
                    ? Optional.of(concurrently(sql, reindex.index() ? "index" : "table"))
                    : Optional.empty();
        } else if (statement instanceof DdlStatement.Maintenance maintenance) {
            return isClusteredByParts(maintenance)
                    ? Optional.of(Recipe.of(
                            List.of(new Statement(sql, false)),
                            "of a partitioned table it is refused in a transaction"))
                    : Optional.empty();
        } else if (statement instanceof DdlStatement.AlterRelation alter) {
            return Optional.ofNullable(alter(sql, alter, begun, expanding));
        }
        return Optional.empty();
    }

    private boolean isNeeded(DdlStatement statement) {
        if (statement instanceof DdlStatement.CreateIndex create) {
            RelationFacts table = find(create.table());
            return table != null && isLarge(toBuild(table, create));
        } else if (statement instanceof DdlStatement.Reindex reindex) {
            RelationFacts table = tableOf(reindex);
            // Of a partitioned table it is refused in a transaction.
            return table != null && (table.kind() == RelationKind.PARTITIONED_TABLE || isLarge(List.of(table)));
        } else if (statement instanceof DdlStatement.Maintenance maintenance) {
            return isClusteredByParts(maintenance);
        } else if (statement instanceof DdlStatement.AlterRelation alter) {
            AlterAction action = alter.actions().get(0);
            RelationFacts table =
                    find(action instanceof AlterAction.AttachPartition attach ? attach.partition() : alter.name());
            return table != null && isLarge(table.withParts(facts.relations())) && !isThere(table, action);
        }
        return false;
    }

    /** The server commits behind each partition. */
    private boolean isClusteredByParts(DdlStatement.Maintenance cluster) {
        return mayApply(cluster)
                && facts.server().major() >= TableStatements.CLUSTERS_PARTITIONED
                && partitioned(cluster.tables().get(0));
    }

    private boolean partitioned(QualifiedName name) {
        RelationFacts table = find(name);
        return table != null && table.kind() == RelationKind.PARTITIONED_TABLE;
    }

    private static boolean isThere(RelationFacts table, AlterAction action) {
        if (action instanceof AlterAction.AddColumn add) {
            return table.column(add.column().name()) != null;
        }
        ColumnFacts column = action instanceof AlterAction.SetNotNull set ? table.column(set.column()) : null;
        return column != null && column.notNull();
    }

    /** Beside others the server passes over invalid indexes and those of exclusion constraints. */
    private static boolean canBeRebuilt(RelationFacts table) {
        return table.indexes().stream().allMatch(IndexFacts::valid)
                && table.constraints().stream().noneMatch(each -> each.kind() == ConstraintDefinition.Kind.EXCLUDE);
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
        return Recipe.of(List.of(new Statement(spelled, false)), "it is built while writes go on");
    }

    private @Nullable Recipe alter(String sql, DdlStatement.AlterRelation alter, Begun begun, boolean expanding) {
        AlterAction action = alter.actions().get(0);
        RelationFacts table = find(alter.name());
        if (table == null || alter.only() || alter.ifExists()) {
            return null;
        } else if (action instanceof AlterAction.SetNotNull set) {
            return notNull(
                    new NotNullProof(facts.server().major(), alter.name(), set.column()).statements(table, begun));
        } else if (action instanceof AlterAction.AddColumn add) {
            return new NewColumn(facts, begun, earlier, alter, table, add.column()).recipe();
        } else if (action instanceof AlterAction.AttachPartition attach) {
            RelationFacts partition = find(attach.partition());
            return partition == null
                    ? null
                    : new NewPartition(facts, begun, earlier, table, attach, partition).recipe(sql, alter.name());
        } else if (action instanceof AlterAction.SetType set) {
            Recipe expanded =
                    expanding ? new ExpandedColumn(facts, begun, earlier, alter.name(), table, set).recipe(sql) : null;
            return expanded == null ? new WiderColumn(facts, begun, earlier, alter, table).recipe(sql, set) : expanded;
        } else if (action instanceof AlterAction.AddConstraint add) {
            return new NewConstraint(facts, begun, earlier, alter.name(), table, add.constraint()).recipe(sql);
        }
        return null;
    }

    private static @Nullable Recipe notNull(List<Statement> proof) {
        return proof.isEmpty()
                ? null
                : Recipe.of(proof, "rows are checked for null in a transaction of its own, while writes go on");
    }
}
