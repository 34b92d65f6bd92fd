package org.limbeck.execute;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.limbeck.operation.UpdateInBatches;
import org.limbeck.plan.PlannedOperation;
import org.limbeck.problem.Problem;
import org.limbeck.problem.ProblemCode;

/**
 * Changes many rows in short transactions, each of which says how far it came. The next run goes on behind that, so that no
 * row is changed twice.
 */
final class BatchRun {

    private static final Duration SHORT = Duration.ofMillis(100);
    private static final Duration LONG = Duration.ofMillis(200);
    private static final int FIRST = 1000;
    private static final int FEWEST = 10;
    private static final int MOST = 100_000;
    /** So that in a deadlock it is never the others who are told of it. */
    private static final String BEFORE_DEADLOCK = "SELECT set_config('lock_timeout',"
            + " (extract(epoch FROM current_setting('deadlock_timeout')::interval) * 900)::int::text, true)";

    /** Whether somebody wants to change a row that this transaction has changed. */
    private static final String WAITED_FOR = "SELECT EXISTS (SELECT FROM pg_locks WHERE NOT granted"
            + " AND locktype = 'transactionid' AND transactionid = pg_current_xact_id_if_assigned()::xid)";

    private final StepSending sending;
    private final LockPatience patience;
    private final long id;
    private final int index;
    private final BatchOrder statements;
    private BatchPosition position = new BatchPosition(0, "", "");
    private int size = FIRST;
    private boolean hindered;

    private BatchRun(StepSending sending, LockPatience patience, long id, int index, BatchOrder statements) {
        this.sending = sending;
        this.patience = patience;
        this.id = id;
        this.index = index;
        this.statements = statements;
    }

    /** @throws org.limbeck.problem.LimbeckException where the table has no primary key, or a batch fails */
    static void run(
            StepSending sending,
            LockPatience patience,
            long id,
            int index,
            UpdateInBatches operation,
            @Nullable Unfinished interrupted)
            throws SQLException {
        BatchStatements byKey = BatchStatements.of(sending.session().connection(), operation);
        PlannedOperation planned = sending.step().operations().get(index);
        boolean hasKey = !byKey.columns().isEmpty();
        if (!hasKey && !operation.withoutKey()) {
            throw Problem.of(
                            ProblemCode.INVALID_OPERATION,
                            operation.table() + " has no primary key, so that its rows have no order to go through")
                    .at(planned.recorded().place())
                    .databaseState(sending.failure().state())
                    .hint("change its rows in one transaction", "op.execute(\"UPDATE ...\");")
                    .exception();
        }
        BatchOrder statements = hasKey ? byKey : new BlockOrder(operation);
        new BatchRun(sending, patience, id, index, statements).run(planned, interrupted);
    }

    private void run(PlannedOperation planned, @Nullable Unfinished interrupted) throws SQLException {
        String statement = planned.statements().get(0).text();
        BatchPosition reached = reached(statement, interrupted);
        if (reached != null) {
            position = reached;
        } else {
            String last = catalog().value(statements.last());
            if (last == null) {
                return;
            }
            position = new BatchPosition(0, last, null);
            record(statement);
        }
        String estimate = catalog().value(statements.estimate());
        BatchClock clock = new BatchClock(
                statements.operation().table().toString(),
                position.rows(),
                estimate == null ? 0 : Long.parseLong(estimate));
        Rest rest = new Rest(sending, patience);
        while (!position.isEnd()) {
            long begin = System.nanoTime();
            int before = size;
            patience.of(sending.step(), index, index + 1).run(limits -> batch(limits, planned, statement));
            Duration took = Duration.ofNanos(System.nanoTime() - begin);
            if (before == size) {
                adapt(took);
            }
            clock.progress(position.rows()).ifPresent(patience.listener()::progressed);
            if (!position.isEnd()) {
                rest.after(took, hindered);
            }
        }
    }

    /** Null where nothing was done, or in another order, since the table's key is another now. */
    private @Nullable BatchPosition reached(String statement, @Nullable Unfinished interrupted) {
        if (interrupted == null || interrupted.foundBefore() == null || !statement.equals(interrupted.inFlight())) {
            return null;
        }
        BatchPosition reached = BatchPosition.of(interrupted.foundBefore());
        return statements.knows(reached.bound()) ? reached : null;
    }

    /** One transaction; a failed one leaves the size halved, for what is shorter gets in the way of fewer. */
    private void batch(LockLimits limits, PlannedOperation planned, String statement) throws SQLException {
        int rows = size;
        size = Math.max(FEWEST, size / 2);
        sending.session().connection().setAutoCommit(false);
        BatchPosition next = position;
        try (Statement sent = sending.session().connection().createStatement()) {
            sent.setEscapeProcessing(false);
            for (String limit : limits.statements()) {
                sent.execute(limit);
            }
            sent.execute(BEFORE_DEADLOCK);
            try (ResultSet row = sent.executeQuery(statements.batch(position.cursor(), position.bound(), rows))) {
                row.next();
                String place = row.getString(1);
                // The rows up to the bound may have been deleted meanwhile.
                next = position.behind(place == null ? position.bound() : place, row.getLong(2));
            }
            sent.execute(sending.session().bookkeeping().updateInFlight(id, statement, next.text()));
            try (ResultSet row = sent.executeQuery(WAITED_FOR)) {
                row.next();
                hindered = row.getBoolean(1);
            }
        } catch (SQLException failure) {
            throw sending.failure().statement(index, planned.statements().get(0), failure);
        }
        sending.commit();
        position = next;
        size = rows;
    }

    private void adapt(Duration took) {
        if (hindered || took.compareTo(LONG) > 0) {
            size = Math.max(FEWEST, size / 2);
        } else if (took.compareTo(SHORT) < 0) {
            size = Math.min(MOST, size + Math.max(1, size / 5));
        }
    }

    private void record(String statement) throws SQLException {
        catalog().execute(sending.session().bookkeeping().updateInFlight(id, statement, position.text()));
    }

    private Catalog catalog() {
        return new Catalog(sending.session().connection());
    }
}
