package org.limbeck.plan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.limbeck.ddl.DdlStatement;
import org.limbeck.operation.ExecuteSql;
import org.limbeck.operation.Operation;
import org.limbeck.safety.Begun;
import org.limbeck.safety.Facts;
import org.limbeck.safety.FactsRequest;
import org.limbeck.safety.OnlineRecipes;
import org.limbeck.safety.Recipe;
import org.limbeck.schema.QualifiedName;
import org.limbeck.sql.Statement;

/**
 * A plan that is rewritten so that reads and writes of large tables go on while it runs.
 *
 * @param plan what runs
 * @param rewritings what was replaced
 */
public record OnlinePlan(Plan plan, List<Rewriting> rewritings) {

    /** A statement that others stand for, and why. */
    public record Rewriting(String revision, String sql, String reason) {}

    /** What the history says of a step that an interrupted run began. */
    public record BegunStep(String revision, String direction, String operations) {

        /** Whether that run was about to send this statement of this revision, which it had looked at then. */
        public boolean says(String ofRevision, String sql) {
            return ofRevision.equals(revision) && new Begun(operations).has(sql);
        }

        private Begun of(Step step) {
            boolean same =
                    step.revision().equals(revision) && step.kind().word().equals(direction);
            return same ? new Begun(operations) : Begun.NOTHING;
        }
    }

    public OnlinePlan {
        rewritings = List.copyOf(rewritings);
    }

    /** What has to be known of the database; nothing if no statement of the plan could be spelled otherwise. */
    public static Optional<FactsRequest> request(Plan plan) {
        List<String> candidates = new ArrayList<>();
        Set<QualifiedName> created = new HashSet<>();
        for (Step step : plan.steps()) {
            for (PlannedOperation operation : step.operations()) {
                boolean literal = operation.recorded().remarks().literal();
                for (Statement statement : operation.statements()) {
                    DdlStatement read = DdlStatement.of(statement.text());
                    if (read instanceof DdlStatement.CreateTable create) {
                        created.add(create.name());
                    } else if (!literal && OnlineRecipes.mayApply(read) && !isAbout(read, created)) {
                        candidates.add(statement.text());
                    }
                }
            }
        }
        return candidates.isEmpty() ? Optional.empty() : Optional.of(FactsRequest.of(candidates));
    }

    private static boolean isAbout(DdlStatement statement, Set<QualifiedName> created) {
        if (statement instanceof DdlStatement.CreateIndex create) {
            return created.contains(create.table());
        }
        return statement instanceof DdlStatement.AlterRelation alter && created.contains(alter.name());
    }

    /**
     * The plan in which each statement that has a recipe is replaced by it.
     *
     * @param interrupted null if no run was interrupted
     */
    public static OnlinePlan of(Plan plan, Facts facts, @Nullable BegunStep interrupted) {
        OnlineRecipes recipes = new OnlineRecipes(facts);
        List<Rewriting> rewritings = new ArrayList<>();
        List<Step> steps = new ArrayList<>();
        for (Step step : plan.steps()) {
            List<PlannedOperation> operations = new ArrayList<>();
            Begun begun = interrupted == null ? Begun.NOTHING : interrupted.of(step);
            for (PlannedOperation operation : step.operations()) {
                operations.addAll(rewritten(step, operation, recipes, begun, rewritings));
            }
            steps.add(step.with(operations));
        }
        return new OnlinePlan(new Plan(plan.rows(), steps), rewritings);
    }

    private static List<PlannedOperation> rewritten(
            Step step, PlannedOperation operation, OnlineRecipes recipes, Begun begun, List<Rewriting> rewritings) {
        if (operation.statements().isEmpty()) {
            recipes.settleCode();
            return List.of(operation);
        } else if (operation.recorded().remarks().literal()) {
            operation.statements().forEach(statement -> recipes.settle(statement.text()));
            return List.of(operation);
        }
        List<PlannedOperation> parts = new ArrayList<>();
        boolean changed = false;
        for (Statement statement : operation.statements()) {
            String sql = statement.text();
            boolean expanding = operation.recorded().remarks().expanding();
            Recipe recipe = recipes.recipe(sql, begun, expanding).orElse(null);
            if (recipe == null) {
                parts.add(part(operation, new ExecuteSql(statement.text(), null), statement));
            } else {
                changed = true;
                if (!recipe.statements().stream().allMatch(each -> each.text().equals(sql))) {
                    rewritings.add(new Rewriting(step.revision(), sql, recipe.reason()));
                }
                recipe.parts().forEach(each -> parts.add(part(operation, each.operation(), each.statement())));
            }
        }
        return changed ? parts : List.of(operation);
    }

    /** Each statement is recorded by itself, so that a run can go on behind it. */
    private static PlannedOperation part(PlannedOperation operation, Operation part, Statement statement) {
        return new PlannedOperation(operation.recorded().with(part), List.of(statement));
    }
}
