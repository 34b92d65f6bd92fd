package org.limbeck.cli;

import org.limbeck.problem.ProblemCode;

/** What a command tells the shell. */
final class ExitCode {

    static final int DONE = 0;
    static final int FAILED = 1;
    static final int USAGE = 2;
    static final int FINDINGS = 3;
    static final int ANSWER_NEEDED = 4;

    private ExitCode() {}

    static int of(ProblemCode code) {
        return switch (code) {
            case USAGE, UNKNOWN_SETTING, INVALID_SETTING, CONFIGURATION_FILE -> USAGE;
            case NOT_AT_HEADS -> FINDINGS;
            case ANSWER_NEEDED, HAZARDS -> ANSWER_NEEDED;
            default -> FAILED;
        };
    }
}
