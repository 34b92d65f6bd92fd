package org.limbeck.cli;

import java.util.Objects;
import org.limbeck.problem.Problem;
import org.limbeck.problem.ProblemCode;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

final class CompletionVerb implements Verb {

    @Override
    public String name() {
        return "completion";
    }

    @Override
    public String summary() {
        return "Print a script that completes commands and options in a shell.";
    }

    @Override
    public void declare(Declaration declaration) {
        declaration
                .argument("<shell>", 1, 1, "bash or zsh")
                .example("source <(limbeck completion bash)", "in ~/.bashrc")
                .example("source <(limbeck completion zsh)", "in ~/.zshrc");
    }

    @Override
    public int run(Invocation invocation) {
        String shell = invocation.arguments().get(0);
        if (!shell.equals("bash") && !shell.equals("zsh")) {
            throw Problem.of(ProblemCode.USAGE, "there is no completion for \"" + shell + "\"")
                    .hint("there are bash and zsh")
                    .exception();
        }
        CommandSpec spec = PicocliModel.of(Declaration.global());
        for (String name : Verbs.names()) {
            Verb verb = Objects.requireNonNull(Verbs.find(name));
            spec.addSubcommand(name, PicocliModel.of(Declaration.of(verb)));
        }
        // The script serves both shells: in zsh it switches on what bash's completion needs.
        invocation.out().print(AutoComplete.bash("limbeck", new CommandLine(spec)));
        return ExitCode.DONE;
    }
}
