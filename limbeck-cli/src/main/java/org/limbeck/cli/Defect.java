package org.limbeck.cli;

import org.limbeck.problem.Problem;
import org.limbeck.problem.ProblemCode;

/** What nobody foresaw, put into words. */
final class Defect {

    private Defect() {}

    static Problem problem(Throwable cause) {
        Problem problem = Problem.of(ProblemCode.INTERNAL, "this is a defect in Limbeck: " + said(cause));
        for (StackTraceElement element : cause.getStackTrace()) {
            if (element.getClassName().startsWith("org.limbeck.")) {
                problem = problem.evidence("in " + element.getClassName() + "." + element.getMethodName() + ", line "
                        + element.getLineNumber());
                break;
            }
        }
        return problem.hint("please report it to the project, with what the same command prints with --stacktrace");
    }

    private static String said(Throwable cause) {
        String name = cause.getClass().getSimpleName();
        return cause.getMessage() == null ? name : name + ", " + cause.getMessage();
    }
}
