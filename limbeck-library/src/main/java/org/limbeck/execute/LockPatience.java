package org.limbeck.execute;

import java.util.List;
import org.limbeck.plan.Plan;
import org.limbeck.plan.PlannedOperation;
import org.limbeck.plan.Step;

/** How a run goes about what others do at the same time. */
record LockPatience(Session session, Monitor monitor, RunLimits limits, RunListener listener) {

    /** For the transaction of some operations of a step, from {@code start} to before {@code end}. */
    LockAttempts of(Step step, int start, int end) {
        return new LockAttempts(
                session, monitor, limits.locks(), need(step.operations().subList(start, end)), notice(step));
    }

    /** Who says for whom a step waits. */
    BlockedNotice notice(Step step) {
        String title = "the " + step.kind().word() + " of " + (step.revision() + " " + step.message()).strip();
        return new BlockedNotice(listener, title, step.kind().word());
    }

    /** For a whole run in one transaction. */
    LockAttempts of(Plan plan) {
        List<PlannedOperation> all = plan.steps().stream()
                .flatMap(step -> step.operations().stream())
                .toList();
        BlockedNotice notice =
                new BlockedNotice(listener, "the whole run", plan.kind().word());
        return new LockAttempts(session, monitor, limits.locks(), need(all), notice);
    }

    private static LockNeed need(List<PlannedOperation> operations) {
        return LockNeed.of(operations.stream()
                .flatMap(operation -> operation.statements().stream())
                .toList());
    }
}
