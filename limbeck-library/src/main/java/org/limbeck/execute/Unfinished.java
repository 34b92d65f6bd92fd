package org.limbeck.execute;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.limbeck.plan.Author;
import org.limbeck.plan.Plan;
import org.limbeck.plan.Step;
import org.limbeck.plan.StepKind;
import org.limbeck.problem.Problem;
import org.limbeck.problem.ProblemCode;

/**
 * The history's row of a step that takes several transactions and was begun.
 *
 * @param operations the text of all its operations
 * @param written what its migration said; null where that is the same
 * @param operationsDone how many of them are committed
 * @param inFlight the statement behind those that was sent and may have had any effect; empty where an older Limbeck didn't
 *     record it, null for none
 * @param foundBefore what the catalog said before it was sent
 */
record Unfinished(
        long id,
        String revision,
        String direction,
        String operations,
        @Nullable String written,
        int operationsDone,
        @Nullable String inFlight,
        @Nullable String foundBefore) {

    /** The row that an interrupted run left. */
    static Optional<Unfinished> find(Session session) throws SQLException {
        try (Statement statement = session.connection().createStatement();
                ResultSet row = statement.executeQuery(session.bookkeeping().selectUnfinished())) {
            return row.next()
                    ? Optional.of(new Unfinished(
                            row.getLong("id"),
                            row.getString("revision"),
                            row.getString("direction"),
                            row.getString("operations"),
                            row.getString("written"),
                            row.getInt("operations_done"),
                            row.getString("in_flight"),
                            row.getString("found_before")))
                    : Optional.empty();
        }
    }

    static Unfinished begin(Session session, Step step, Author author) throws SQLException {
        try (Statement statement = session.connection().createStatement();
                ResultSet row = statement.executeQuery(session.bookkeeping().insertBegun(step, author))) {
            row.next();
            return new Unfinished(row.getLong(1), step.revision(), step.kind().word(), step.sql(), null, 0, null, null);
        }
    }

    /** Whether the step begins with what was done; behind that it may have been corrected. */
    boolean isContinuedBy(Step step) {
        return isOf(step) && beginsWithWhatWasDone(step) && settlesWhatWasSent(step);
    }

    private boolean isOf(Step step) {
        return step.revision().equals(revision) && step.kind().word().equals(direction);
    }

    private boolean beginsWithWhatWasDone(Step step) {
        if (step.operations().size() < operationsDone) {
            return false;
        }
        String done = step.sql(operationsDone);
        return done.isEmpty() || operations.equals(done) || operations.startsWith(done + "\n");
    }

    /** What a statement left that was sent by itself is cleared away by one that is sent so in its place. */
    private boolean settlesWhatWasSent(Step step) {
        return inFlight == null
                || inFlight.isEmpty()
                || (operationsDone < step.operations().size()
                        && !step.operations().get(operationsDone).transactional());
    }

    /**
     * Refuses a plan that would leave an interrupted step behind, half done.
     *
     * @param oneTransaction whether the whole run is one transaction, which can't go on behind what is committed
     */
    void refuseUnlessContinuedBy(Plan plan, boolean oneTransaction, Session session, Set<String> rows) {
        Optional<Step> again = plan.steps().stream().filter(this::isOf).findFirst();
        if (again.isEmpty()) {
            throw refusal(session, rows, List.of("another target is asked for"), "to finish it", command())
                    .exception();
        } else if (oneTransaction) {
            throw refusal(
                            session,
                            rows,
                            List.of("what is committed can't be part of one transaction for the whole run"),
                            "to go on behind what was done",
                            command() + " --transaction revision")
                    .exception();
        } else if (!isContinuedBy(again.get())) {
            throw refusal(session, rows, again.get()).exception();
        }
    }

    private String command() {
        return "limbeck " + direction + " " + revision + (direction.equals(StepKind.DOWNGRADE.word()) ? "-1" : "");
    }

    private Problem refusal(Session session, Set<String> rows, Step again) {
        boolean sameFile = again.writtenSql().equals(written == null ? operations : written);
        boolean literally = written != null && again.sql().equals(again.writtenSql());
        List<String> evidence = new ArrayList<>();
        if (literally) {
            evidence.add("that run had spelled its statements so that reads and writes go on,"
                    + " and this one would send them as they are written");
        }
        if (!sameFile) {
            evidence.add(
                    beginsWithWhatWasDone(again)
                            ? "it had sent this, which may have left something, and nothing is sent by itself in its"
                                    + " place now: "
                                    + inFlight
                            : "what was done has changed in its file since");
        }
        return refusal(
                session,
                rows,
                evidence,
                literally
                        ? "to go on as it was begun, without --literal and limbeck:literally"
                        : "to finish it, corrected behind what was done",
                command());
    }

    private Problem refusal(Session session, Set<String> rows, List<String> evidence, String hint, String command) {
        return Problem.of(
                        ProblemCode.UNFINISHED_REVISION,
                        "the " + direction + " of " + revision + " was interrupted after " + operationsDone
                                + " of its operations, and this run would not go on with it")
                .evidence(evidence)
                .databaseState("Nothing was changed by this run: " + session.database() + " is still " + Where.at(rows)
                        + ", with those operations in it.")
                .hint(hint, command)
                .hint(
                        "or undo those operations by hand, and then",
                        "DELETE FROM " + session.bookkeeping().historyTable() + " WHERE finished_at IS NULL;");
    }
}
