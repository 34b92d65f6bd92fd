package org.limbeck.plan;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.limbeck.graph.GraphStep;
import org.limbeck.sql.Statement;

/**
 * One revision, applied, undone or only stamped.
 *
 * @param kind what happens to the revision
 * @param graphStep where the step goes and how it changes the version table
 * @param message what the revision says of itself, one line
 * @param file the migration's file as the user would type it; empty for a stamp
 * @param checksum of the migration's text; empty for a stamp
 * @param written what the migration says, in its order; none for a stamp
 * @param operations what is run for that
 * @param downgrade the statements that undo an upgrade, as text; null where they can't be said: it can't be undone, it is
 *     undone in Java, or the step is no upgrade
 */
public record Step(
        StepKind kind,
        GraphStep graphStep,
        String message,
        String file,
        String checksum,
        List<PlannedOperation> written,
        List<PlannedOperation> operations,
        @Nullable String downgrade) {

    public Step {
        written = List.copyOf(written);
        operations = List.copyOf(operations);
    }

    /** One that is run as it is written. */
    public Step(
            StepKind kind,
            GraphStep graphStep,
            String message,
            String file,
            String checksum,
            List<PlannedOperation> operations,
            @Nullable String downgrade) {
        this(kind, graphStep, message, file, checksum, operations, operations, downgrade);
    }

    /** The same at another place of the graph. */
    public Step at(GraphStep newGraphStep) {
        return new Step(kind, newGraphStep, message, file, checksum, written, operations, downgrade);
    }

    /** The same, but other operations are run. */
    Step with(List<PlannedOperation> newOperations) {
        return new Step(kind, graphStep, message, file, checksum, written, newOperations, downgrade);
    }

    public String revision() {
        return graphStep.revision();
    }

    /** Whether the whole step fits into one transaction. */
    public boolean transactional() {
        return operations.stream().allMatch(PlannedOperation::transactional);
    }

    /** The statements of all operations that are run, as they stand in the history. */
    public String sql() {
        return text(operations);
    }

    /** The statements of the first operations. */
    public String sql(int count) {
        return text(operations.subList(0, count));
    }

    /** The statements that the migration says. */
    public String writtenSql() {
        return text(written);
    }

    private static String text(List<PlannedOperation> operations) {
        return operations.stream()
                .flatMap(operation -> operation.statements().isEmpty()
                        ? List.of("-- " + operation.recorded().operation().describe()).stream()
                        : operation.statements().stream().map(Statement::text).map(text -> text + ";"))
                .collect(Collectors.joining("\n"));
    }
}
