package org.limbeck.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.limbeck.ddl.DdlStatement;
import org.limbeck.operation.UpdateInBatches;
import org.limbeck.safety.Classifier;
import org.limbeck.safety.Facts;
import org.limbeck.safety.FactsRequest;
import org.limbeck.safety.StatementEffect;
import org.limbeck.sql.Statement;

/** Says what each statement of a plan would do, from the facts of the database that it would meet. */
public final class Assessment {

    private static final String BATCHES = "it is done in batches, each of them a short transaction";

    private Assessment() {}

    /** What has to be known for it. */
    public static FactsRequest request(Plan plan) {
        return FactsRequest.of(plan.steps().stream()
                .flatMap(step -> step.operations().stream())
                .flatMap(operation -> operation.statements().stream())
                .map(Statement::text)
                .toList());
    }

    /**
     * The effects of all statements.
     *
     * @param oneTransaction whether the whole run is one transaction, so that locks are kept to its end
     * @param interruption what an earlier run began, and this one may go on with; null for nothing
     */
    public static List<AssessedStep> of(
            Plan plan, Facts facts, boolean oneTransaction, @Nullable Interruption interruption) {
        Classifier classifier = new Classifier(facts);
        List<AssessedStep> steps = new ArrayList<>();
        for (Step step : plan.steps()) {
            List<AssessedOperation> operations = new ArrayList<>();
            boolean goesOn = interruption != null && !oneTransaction && interruption.isContinuedBy(step);
            Interruption begun = goesOn ? interruption : null;
            for (PlannedOperation operation : step.operations()) {
                operations.add(assessed(classifier, operation, operations.size(), begun));
            }
            steps.add(new AssessedStep(step, operations));
            if (!oneTransaction) {
                classifier.commit();
            }
        }
        return steps;
    }

    private static AssessedOperation assessed(
            Classifier classifier, PlannedOperation operation, int index, @Nullable Interruption begun) {
        if (begun != null && index < begun.operationsDone()) {
            return new AssessedOperation(operation, true, done(classifier, operation));
        } else if (begun != null && index == begun.operationsDone() && begun.sentSomething()) {
            return new AssessedOperation(operation, false, sent(classifier, operation, begun));
        }
        return new AssessedOperation(operation, false, effects(classifier, operation));
    }

    private static List<StatementEffect> done(Classifier classifier, PlannedOperation operation) {
        return operation.statements().isEmpty()
                ? List.of(
                        classifier.done("-- " + operation.recorded().operation().describe()))
                : operation.statements().stream()
                        .map(statement -> classifier.done(statement.text()))
                        .toList();
    }

    /** What the interrupted run left of it is no hindrance. */
    private static List<StatementEffect> sent(
            Classifier classifier, PlannedOperation operation, Interruption interruption) {
        if (DdlStatement.of(String.valueOf(interruption.inFlight())) instanceof DdlStatement.CreateIndex build
                && build.name() != null) {
            classifier.clearAway(build.name());
        }
        Long rows = interruption.rowsDone();
        String reason = rows == null
                ? "an earlier run sent it; what that left is finished or cleared away first"
                : String.format(Locale.ROOT, "%,d rows are done already", rows);
        return effects(classifier, operation).stream()
                .map(effect -> effect.because(reason))
                .toList();
    }

    private static List<StatementEffect> effects(Classifier classifier, PlannedOperation operation) {
        if (operation.statements().isEmpty()) {
            return List.of(
                    classifier.code("-- " + operation.recorded().operation().describe()));
        }
        List<StatementEffect> effects = new ArrayList<>();
        for (Statement statement : operation.statements()) {
            if (statement.transactional()) {
                effects.add(classifier.next(statement.text()));
            } else {
                classifier.commit();
                StatementEffect effect = classifier.next(statement.text());
                effects.add(
                        operation.recorded().operation() instanceof UpdateInBatches ? effect.because(BATCHES) : effect);
                classifier.commit();
            }
        }
        return effects;
    }
}
