package org.limbeck.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.limbeck.problem.Problem;
import org.limbeck.problem.ProblemCode;

final class EditVerb implements Verb {

    @Override
    public String name() {
        return "edit";
    }

    @Override
    public String summary() {
        return "Open a migration in your editor ($VISUAL or $EDITOR).";
    }

    @Override
    public void declare(Declaration declaration) {
        declaration
                .argument(
                        "<revision>",
                        0,
                        1,
                        "An identifier or the beginning of one, head or current; head if none is given.")
                .example("limbeck edit", "the newest one")
                .example("limbeck edit 8d40", "by the beginning of its identifier");
    }

    @Override
    public int run(Invocation invocation) {
        List<String> arguments = invocation.arguments();
        Path file = invocation.limbeck().file(arguments.isEmpty() ? "head" : arguments.get(0));
        List<String> command = new ArrayList<>(editor(invocation));
        command.add(file.toString());
        return ChildProgram.run(
                invocation, command, Map.of(), problem -> problem.hint("to open it by hand", file.toString()));
    }

    /** The program with its options, as in {@code code --wait}. */
    private static List<String> editor(Invocation invocation) {
        Map<String, String> environment = invocation.surroundings().environment();
        String visual = environment.getOrDefault("VISUAL", "").strip();
        String editor =
                visual.isEmpty() ? environment.getOrDefault("EDITOR", "").strip() : visual;
        if (editor.isEmpty()) {
            throw Problem.of(ProblemCode.TOOL_MISSING, "neither VISUAL nor EDITOR names an editor")
                    .hint("for example", "export EDITOR=vi")
                    .exception();
        }
        return List.of(editor.split("\\s+", -1));
    }
}
