package org.limbeck.execute;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.limbeck.plan.Author;
import org.limbeck.plan.Bookkeeping;
import org.limbeck.plan.Interruption;
import org.limbeck.plan.Plan;
import org.limbeck.plan.Step;
import org.limbeck.problem.Problem;
import org.limbeck.problem.ProblemCode;

/**
 * The history's row of a step that takes several transactions and was begun.
 *
 * @param written what its migration said; null where that is the same as its operations
 * @param foundBefore what the catalog said before the statement was sent that may have had any effect
 */
record Unfinished(
        long id,
        Interruption interruption,
        @Nullable String written,
        @Nullable String foundBefore) {

    /** The row that an interrupted run left. */
    static Optional<Unfinished> find(Session session) throws SQLException {
        return find(session.connection(), session.bookkeeping());
    }

    static Optional<Unfinished> find(Connection connection, Bookkeeping bookkeeping) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(bookkeeping.selectUnfinished())) {
            if (!row.next()) {
                return Optional.empty();
            }
            String foundBefore = row.getString("found_before");
            Interruption interruption = new Interruption(
                    row.getString("revision"),
                    row.getString("direction"),
                    row.getString("operations"),
                    row.getInt("operations_done"),
                    row.getString("in_flight"),
                    BatchPosition.rows(foundBefore),
                    row.getString("failure"));
            return Optional.of(new Unfinished(row.getLong("id"), interruption, row.getString("written"), foundBefore));
        }
    }

    static Unfinished begin(Session session, Step step, Author author) throws SQLException {
        try (Statement statement = session.connection().createStatement();
                ResultSet row = statement.executeQuery(session.bookkeeping().insertBegun(step, author))) {
            row.next();
            Interruption nothing =
                    new Interruption(step.revision(), step.kind().word(), step.sql(), 0, null, null, null);
            return new Unfinished(row.getLong(1), nothing, null, null);
        }
    }

    int operationsDone() {
        return interruption.operationsDone();
    }

    @Nullable
    String inFlight() {
        return interruption.inFlight();
    }

    boolean isContinuedBy(Step step) {
        return interruption.isContinuedBy(step);
    }

    /**
     * Refuses a plan that would leave an interrupted step behind, half done.
     *
     * @param oneTransaction whether the whole run is one transaction, which can't go on behind what is committed
     */
    void refuseUnlessContinuedBy(Plan plan, boolean oneTransaction, Session session, Set<String> rows) {
        Optional<Step> again = plan.steps().stream().filter(interruption::isOf).findFirst();
        if (again.isEmpty()) {
            throw refusal(session, rows, List.of("another target is asked for"), "to finish it", interruption.command())
                    .exception();
        } else if (oneTransaction) {
            throw refusal(
                            session,
                            rows,
                            List.of("what is committed can't be part of one transaction for the whole run"),
                            "to go on behind what was done",
                            interruption.command() + " --transaction revision")
                    .exception();
        } else if (!isContinuedBy(again.get())) {
            throw refusal(session, rows, again.get()).exception();
        }
    }

    private Problem refusal(Session session, Set<String> rows, Step again) {
        boolean sameFile = again.writtenSql().equals(written == null ? interruption.operations() : written);
        boolean literally = written != null && again.sql().equals(again.writtenSql());
        List<String> evidence = new ArrayList<>();
        if (literally) {
            evidence.add("that run had spelled its statements so that reads and writes go on,"
                    + " and this one would send them as they are written");
        } else if (sameFile) {
            evidence.add("what was done would be spelled otherwise now");
        }
        if (!sameFile) {
            evidence.add(
                    interruption.isBeginningOf(again)
                            ? "it had sent this, which may have left something, and nothing is sent by itself in its"
                                    + " place now: "
                                    + inFlight()
                            : "what was done has changed in its file since");
        }
        return refusal(
                session,
                rows,
                evidence,
                literally
                        ? "to go on as it was begun, without --literal and limbeck:literally"
                        : "to finish it, corrected behind what was done",
                interruption.command());
    }

    private Problem refusal(Session session, Set<String> rows, List<String> evidence, String hint, String command) {
        return Problem.of(
                        ProblemCode.UNFINISHED_REVISION,
                        "the " + interruption.direction() + " of " + interruption.revision() + " was interrupted after "
                                + operationsDone()
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
