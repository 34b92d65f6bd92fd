package org.limbeck.cli;

import java.util.List;
import org.limbeck.problem.Problem;
import org.limbeck.problem.ProblemCode;
import org.limbeck.problem.ProblemPage;

final class ExplainVerb implements Verb {

    @Override
    public String name() {
        return "explain";
    }

    @Override
    public String summary() {
        return "Explain a kind of problem: how it comes about and what to do.";
    }

    @Override
    public void declare(Declaration declaration) {
        declaration
                .argument("<code>", 0, 1, "The code, as it stands in front of a problem; without it all are listed.")
                .example("limbeck explain L012", "one of them")
                .example("limbeck explain", "all codes");
    }

    @Override
    public int run(Invocation invocation) {
        List<String> arguments = invocation.arguments();
        if (arguments.isEmpty()) {
            for (ProblemCode code : ProblemCode.values()) {
                invocation.out().println(invocation.outPaint().name(code.id()) + "  " + code.title());
            }
            return ExitCode.DONE;
        }
        String wanted = arguments.get(0);
        ProblemCode code = ProblemCode.byId(wanted)
                .orElseThrow(() -> Problem.of(ProblemCode.USAGE, "there is no problem with the code \"" + wanted + "\"")
                        .hint("to see all", "limbeck explain")
                        .exception());
        invocation.out().print(ProblemPage.of(code));
        return ExitCode.DONE;
    }
}
