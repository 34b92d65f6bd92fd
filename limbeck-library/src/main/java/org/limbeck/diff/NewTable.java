package org.limbeck.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.limbeck.operation.AddConstraint;
import org.limbeck.operation.CreateTable;
import org.limbeck.schema.Check;
import org.limbeck.schema.Constraint;
import org.limbeck.schema.ForeignKey;
import org.limbeck.schema.Table;
import org.limbeck.schema.TableOptions;

/**
 * Creates a table, and adds what can't be said while it is created: the server takes every constraint of a new table for
 * validated, and an index that tells the rows apart or clusters them comes after the table.
 */
final class NewTable {

    private NewTable() {}

    static List<Step> steps(Table table) {
        List<Constraint> now = new ArrayList<>();
        List<Constraint> later = new ArrayList<>();
        table.constraints().forEach(constraint -> (isValidated(constraint) ? now : later).add(constraint));
        String identity = table.options().replicaIdentity();
        boolean hasLaterIdentity = identity != null && identity.startsWith("USING INDEX ");
        TableOptions options = table.options().clusteredOn(null).firing(Map.of());
        Table created = new Table(
                table.name(),
                table.columns(),
                now,
                hasLaterIdentity ? options.identifiedBy(null) : options,
                table.comment());
        List<Step> steps = new ArrayList<>();
        steps.add(Step.creating(Phase.TABLE, Elements.of(created), new CreateTable(created, Set.of())));
        for (Constraint constraint : later) {
            steps.add(Step.creating(
                    Phase.FOREIGN_KEY,
                    Set.of(Elements.of(table, constraint)),
                    new AddConstraint(table.name(), constraint)));
        }
        if (hasLaterIdentity) {
            steps.add(IndexMarks.identity(table, null));
        }
        if (table.options().clusterOn() != null) {
            steps.add(IndexMarks.cluster(table, null));
        }
        return steps;
    }

    private static boolean isValidated(Constraint constraint) {
        return constraint instanceof Check check
                ? check.validated()
                : !(constraint instanceof ForeignKey key) || key.validated();
    }
}
