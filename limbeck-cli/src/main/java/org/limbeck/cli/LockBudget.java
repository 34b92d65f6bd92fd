package org.limbeck.cli;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.limbeck.setting.ValueKind;

/** The option that says how long a run goes on trying to get its locks. {@link Invocation#limbeck()} passes it on. */
final class LockBudget {

    private static final String OPTION = "--lock-budget";

    private LockBudget() {}

    static void declare(Declaration declaration) {
        declaration.value(
                ValueKind.DURATION.placeholder(),
                "How long a revision goes on trying to get its locks, without anybody having to queue behind it; 10min if it"
                        + " isn't given.",
                OPTION);
    }

    /** What is asked for; null for nothing. */
    static @Nullable Duration of(Invocation invocation) {
        String text = invocation.value(OPTION);
        return text == null
                ? null
                : ValueKind.duration(text)
                        .orElseThrow(() -> invocation
                                .usage("\"" + text + "\" is no duration")
                                .hint("write " + ValueKind.DURATION.allowed())
                                .exception());
    }
}
