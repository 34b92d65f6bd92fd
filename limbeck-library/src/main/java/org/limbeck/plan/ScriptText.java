package org.limbeck.plan;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.limbeck.operation.RunCode;
import org.limbeck.problem.Problem;
import org.limbeck.problem.ProblemCode;
import org.limbeck.sql.Identifiers;
import org.limbeck.sql.Literals;
import org.limbeck.sql.Statement;

/**
 * Writes a plan as a script for {@code psql}, version table and history included.
 *
 * @param oneTransaction whether the whole script is one transaction; otherwise each revision is one
 */
public record ScriptText(Bookkeeping bookkeeping, Author author, boolean oneTransaction) {

    /**
     * The whole script.
     *
     * @throws org.limbeck.problem.LimbeckException {@link ProblemCode#NOT_OFFLINE} where a step needs a database
     */
    public String of(Plan plan) {
        plan.steps().forEach(this::refuseCode);
        StringBuilder script = new StringBuilder("\\set ON_ERROR_STOP on\n\n");
        if (oneTransaction) {
            script.append("BEGIN;\n\n");
        }
        append(script, bookkeeping.createVersionTable());
        append(script, bookkeeping.createHistoryTable());
        append(script, bookkeeping.upgradeHistoryTable());
        append(script, guard(plan.rows()));
        for (Step step : plan.steps()) {
            append(script, step);
        }
        if (oneTransaction) {
            script.append("COMMIT;\n");
        }
        return script.toString();
    }

    private void append(StringBuilder script, Step step) {
        script.append("-- ").append(title(step)).append("\n\n");
        boolean inside = false;
        for (PlannedOperation operation : step.operations()) {
            inside = between(script, inside, operation.transactional());
            for (Statement statement : operation.statements()) {
                append(script, statement.text());
            }
        }
        between(script, inside, true);
        bookkeeping.changeRows(step.graphStep().change()).forEach(statement -> append(script, statement));
        append(script, bookkeeping.insertFinished(step, author));
        between(script, true, false);
    }

    /** Opens or closes a transaction where the next statement needs that; says whether one is open afterwards. */
    private boolean between(StringBuilder script, boolean inside, boolean wanted) {
        if (!oneTransaction && inside != wanted) {
            script.append(wanted ? "BEGIN;\n\n" : "COMMIT;\n\n");
        }
        return wanted;
    }

    private static void append(StringBuilder script, String statement) {
        script.append(statement).append(endsInLineComment(statement) ? "\n;\n\n" : ";\n\n");
    }

    /** A semicolon behind a line comment would be part of the comment. */
    private static boolean endsInLineComment(String statement) {
        return statement.lastIndexOf("--") > statement.lastIndexOf('\n');
    }

    /** The script must not run on a database that stands elsewhere. */
    private String guard(Set<String> rows) {
        String expected = new TreeSet<>(rows)
                .stream().map(Literals::text).collect(Collectors.joining(", ", "ARRAY[", "]::character varying[]"));
        String said = rows.isEmpty() ? "at base" : "at " + String.join(", ", new TreeSet<>(rows));
        return "DO $limbeck$\nBEGIN\n    IF (SELECT coalesce(array_agg(version_num ORDER BY version_num COLLATE \"C\"), "
                + "ARRAY[]::character varying[]) FROM " + Identifiers.quoted(bookkeeping.versionTable())
                + ") <> " + expected + " THEN\n"
                + "        RAISE EXCEPTION 'this script is for a database that is " + said.replace("'", "''") + "';\n"
                + "    END IF;\nEND\n$limbeck$";
    }

    private void refuseCode(Step step) {
        List<PlannedOperation> opaque = step.operations().stream()
                .filter(operation -> operation.recorded().operation() instanceof RunCode)
                .toList();
        if (!opaque.isEmpty()) {
            PlannedOperation first = opaque.get(0);
            throw Problem.of(
                            ProblemCode.NOT_OFFLINE,
                            "revision " + step.revision() + " looks at data (\""
                                    + ((RunCode) first.recorded().operation()).description()
                                    + "\") and cannot be written as a script")
                    .at(first.recorded().place())
                    .hint("to run it on the database itself", "limbeck upgrade " + step.revision())
                    .exception();
        }
    }

    private static String title(Step step) {
        String message = step.message().isEmpty() ? "" : " " + step.message().replace('\n', ' ');
        return step.kind().word() + " " + step.revision() + message;
    }
}
