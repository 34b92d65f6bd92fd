package org.limbeck.diff;

import java.util.ArrayList;
import java.util.List;
import org.limbeck.operation.Operation;
import org.limbeck.schema.Schema;

/** Compares two schemas. */
public final class Differ {

    private Differ() {}

    /** Says what makes a schema out of nothing, in the order in which it runs. */
    public static List<Operation> creation(Schema schema, DiffOptions options) {
        Findings findings = new Findings();
        Schema complete = Completion.of(Schema.EMPTY, schema, options, findings);
        return Comparison.operations(Schema.EMPTY, complete, options, findings);
    }

    /**
     * Says what makes the actual schema the desired one, and what leads back.
     *
     * @param actual what there is, as the catalog gives it
     * @param desired what is to be, as the catalog gives it
     */
    public static Difference compare(Schema actual, Schema desired, DiffOptions options) {
        Findings findings = new Findings();
        Schema there = Ignored.without(actual, options.ignored());
        Schema wanted = Ignored.without(desired, options.ignored());
        AppliedRenames renamed = AppliedRenames.of(there, options.renames());
        Schema complete = Completion.of(renamed.schema(), wanted, options, findings);
        if (renamed.operations().isEmpty() && isSame(there, complete)) {
            return new Difference(List.of(), List.of(), List.of(), List.of(), List.of(), findings.problems());
        }
        List<RenameQuestion> questions = RenameFinder.questions(renamed.schema(), complete, options.renames());
        NameMatching matched = NameMatching.of(renamed.schema(), complete, renamed.outdated());
        List<Operation> renames = new ArrayList<>(renamed.operations());
        renames.addAll(matched.operations());

        List<Operation> upgrade = new ArrayList<>(renames);
        upgrade.addAll(Comparison.operations(matched.actual(), matched.desired(), options, findings));
        List<Operation> downgrade = new ArrayList<>();
        if (!upgrade.isEmpty()) {
            downgrade.addAll(Comparison.operations(matched.desired(), matched.actual(), options, new Findings()));
        }
        downgrade.addAll(AppliedRenames.undone(renames));
        return new Difference(upgrade, downgrade, questions, findings.losses(), findings.notes(), findings.problems());
    }

    /** Whether there is nothing that could be found, as mostly. */
    private static boolean isSame(Schema one, Schema other) {
        return one.objects().equals(other.objects())
                && one.comments().equals(other.comments())
                && one.owners().equals(other.owners())
                && one.grants().equals(other.grants())
                && one.invalidIndexes().equals(other.invalidIndexes());
    }
}
