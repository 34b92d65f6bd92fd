package org.limbeck.cli;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.limbeck.Limbeck;
import org.limbeck.setting.ValueKind;

/** The options that say what a run may take. {@link Invocation#limbeck()} passes them on. */
final class RunOptions {

    private static final String LOCK_BUDGET = "--lock-budget";
    private static final String BUILD_BUDGET = "--build-budget";
    private static final String MAX_LAG = "--max-lag";

    private RunOptions() {}

    static void declare(Declaration declaration) {
        String duration = ValueKind.DURATION.placeholder();
        declaration.value(
                duration,
                "How long a revision goes on trying to get its locks, without anybody having to queue behind it; 10min if it"
                        + " isn't given.",
                LOCK_BUDGET);
        declaration.value(
                duration,
                "How long one statement that works concurrently may take before it is cancelled and cleared away; as long as it"
                        + " takes if it isn't given.",
                BUILD_BUDGET);
        declaration.value(
                duration,
                "How far a standby may fall behind. Changes in batches wait for it, from 5s on if it isn't given; concurrent"
                        + " work is cancelled, never if it isn't given.",
                MAX_LAG);
    }

    /** The same with what is asked for. */
    static Limbeck applied(Invocation invocation, Limbeck limbeck) {
        Duration locks = duration(invocation, LOCK_BUDGET);
        Limbeck patient = locks == null ? limbeck : limbeck.withLockBudget(locks);
        Duration build = duration(invocation, BUILD_BUDGET);
        Limbeck hurried = build == null ? patient : patient.withBuildBudget(build);
        Duration lag = duration(invocation, MAX_LAG);
        return lag == null ? hurried : hurried.withMaxLag(lag);
    }

    private static @Nullable Duration duration(Invocation invocation, String option) {
        String text = invocation.value(option);
        return text == null
                ? null
                : ValueKind.duration(text)
                        .orElseThrow(() -> invocation
                                .usage("\"" + text + "\" is no duration")
                                .hint("write " + ValueKind.DURATION.allowed())
                                .exception());
    }
}
