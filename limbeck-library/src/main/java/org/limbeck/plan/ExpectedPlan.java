package org.limbeck.plan;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.limbeck.safety.StatementEffect;

/**
 * What somebody read and agreed to: a plan that was written down.
 *
 * @param from the rows of the version table that it starts from
 * @param to the rows at its end
 * @param steps what runs, in order
 */
public record ExpectedPlan(Set<String> from, Set<String> to, List<ExpectedStep> steps) {

    /** One revision of it. */
    public record ExpectedStep(String revision, String direction, List<ExpectedStatement> statements) {

        public ExpectedStep {
            statements = List.copyOf(statements);
        }
    }

    /** A statement, and the code of the class that it had. */
    public record ExpectedStatement(String sql, String kind) {}

    public ExpectedPlan {
        from = new LinkedHashSet<>(from);
        to = new LinkedHashSet<>(to);
        steps = List.copyOf(steps);
    }

    /** What has moved since, one sentence each without a full stop; none if it still holds. */
    public List<String> differences(Plan plan, List<AssessedStep> assessed) {
        List<String> differences = new ArrayList<>();
        if (!plan.rows().equals(from)) {
            differences.add("the database is at " + named(plan.rows()) + ", and was at " + named(from));
        }
        for (int i = 0; i < Math.max(steps.size(), assessed.size()); i++) {
            if (i >= assessed.size()) {
                differences.add(steps.get(i).revision() + " would not run any more");
            } else if (i >= steps.size()) {
                differences.add(assessed.get(i).step().revision() + " would run too");
            } else {
                compare(steps.get(i), assessed.get(i), differences);
            }
        }
        return differences;
    }

    private static String named(Set<String> rows) {
        return rows.isEmpty() ? "no revision" : String.join(", ", rows);
    }

    private static void compare(ExpectedStep expected, AssessedStep actual, List<String> differences) {
        String revision = actual.step().revision();
        if (!expected.revision().equals(revision)
                || !expected.direction().equals(actual.step().kind().word())) {
            differences.add("instead of " + expected.direction() + " " + expected.revision() + " there would be "
                    + actual.step().kind().word() + " " + revision);
            return;
        }
        List<StatementEffect> effects = actual.operations().stream()
                .flatMap(operation -> operation.effects().stream())
                .toList();
        List<String> before =
                expected.statements().stream().map(ExpectedStatement::sql).toList();
        if (!before.equals(effects.stream().map(StatementEffect::sql).toList())) {
            differences.add("the statements of " + revision + " are others");
            return;
        }
        long done = actual.operations().stream()
                .filter(AssessedOperation::done)
                .mapToLong(operation -> operation.effects().size())
                .sum();
        for (int i = (int) done; i < effects.size(); i++) {
            String was = expected.statements().get(i).kind();
            String is = effects.get(i).kind().code();
            if (!was.equals(is)) {
                differences.add("in " + revision + ", " + effects.get(i).sql() + " is now " + is + " ("
                        + effects.get(i).kind().meaning() + "), and was " + was);
            }
        }
    }
}
