package org.limbeck.plan;

import java.util.ArrayList;
import java.util.List;
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
     */
    public static List<AssessedStep> of(Plan plan, Facts facts, boolean oneTransaction) {
        Classifier classifier = new Classifier(facts);
        List<AssessedStep> steps = new ArrayList<>();
        for (Step step : plan.steps()) {
            List<AssessedOperation> operations = new ArrayList<>();
            for (PlannedOperation operation : step.operations()) {
                operations.add(new AssessedOperation(operation, effects(classifier, operation)));
            }
            steps.add(new AssessedStep(step, operations));
            if (!oneTransaction) {
                classifier.commit();
            }
        }
        return steps;
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
