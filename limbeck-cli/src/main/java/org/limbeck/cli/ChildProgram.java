package org.limbeck.cli;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.limbeck.problem.Problem;
import org.limbeck.problem.ProblemCode;

/** Hands the terminal to another program until it ends. */
final class ChildProgram {

    private ChildProgram() {}

    /**
     * Runs a program.
     *
     * @param environment variables that it gets besides those of this process
     * @param advice what to do where there is no such program
     * @return its exit code
     */
    static int run(
            Invocation invocation,
            List<String> command,
            Map<String, String> environment,
            UnaryOperator<Problem> advice) {
        invocation.out().flush();
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(invocation.folder().toFile())
                .inheritIO();
        builder.environment().putAll(environment);
        Process process;
        try {
            process = builder.start();
        } catch (IOException missing) {
            throw advice.apply(Problem.of(
                                    ProblemCode.TOOL_MISSING, "the program " + command.get(0) + " could not be started")
                            .evidence(String.valueOf(missing.getMessage())))
                    .exception(missing);
        }
        InterruptKey.leaveToChild();
        while (true) {
            try {
                return process.waitFor();
            } catch (InterruptedException ignored) {
                // The terminal is the program's now; this process has nothing else to do than to wait.
            }
        }
    }
}
