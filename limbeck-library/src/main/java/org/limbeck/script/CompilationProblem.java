package org.limbeck.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import org.jspecify.annotations.Nullable;
import org.limbeck.problem.Place;
import org.limbeck.problem.Problem;
import org.limbeck.problem.ProblemCode;

/** What the compiler complains of, with the first error in full. */
final class CompilationProblem {

    private static final int FURTHER_ERRORS = 5;

    private CompilationProblem() {}

    static Problem of(List<? extends Diagnostic<? extends JavaFileObject>> diagnostics, SourceFiles sources) {
        List<? extends Diagnostic<? extends JavaFileObject>> errors = diagnostics.stream()
                .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
                .toList();
        Diagnostic<? extends JavaFileObject> first = errors.get(0);
        List<String> message = first.getMessage(Locale.ENGLISH).lines().toList();
        String file = file(first);
        Problem problem = Problem.of(
                        ProblemCode.COMPILATION_FAILED,
                        (file.isEmpty() ? "the migrations do not compile: " : file + " does not compile: ")
                                + message.get(0))
                .at(place(first))
                .evidence(line(first, sources))
                .evidence(message)
                .evidence(further(errors));
        if (first.getCode().equals("compiler.err.doesnt.exist")) {
            problem = problem.hint("if the package is in a library, add its jar to the setting class-path");
        }
        return problem;
    }

    /** The line of the source with a mark below the column. */
    private static List<String> line(Diagnostic<? extends JavaFileObject> error, SourceFiles sources) {
        if (error.getSource() == null || error.getLineNumber() == Diagnostic.NOPOS) {
            return List.of();
        }
        String line = sources.textOf(file(error))
                .lines()
                .skip(error.getLineNumber() - 1)
                .findFirst()
                .orElse("");
        StringBuilder mark = new StringBuilder();
        // javac counts a tab as the columns up to the next stop; the position in the text needs no such rule.
        int column = column(error, sources);
        for (int i = 0; i < column && i < line.length(); i++) {
            mark.append(line.charAt(i) == '\t' ? '\t' : ' ');
        }
        return List.of(line.stripTrailing(), mark.append('^').toString());
    }

    private static int column(Diagnostic<? extends JavaFileObject> error, SourceFiles sources) {
        int position = (int) Math.max(0, error.getPosition());
        String text = sources.textOf(file(error));
        return position - (text.lastIndexOf('\n', position - 1) + 1);
    }

    private static List<String> further(List<? extends Diagnostic<? extends JavaFileObject>> errors) {
        List<String> lines = new ArrayList<>();
        int more = errors.size() - 1;
        if (more > 0) {
            lines.add(more == 1 ? "1 more error:" : more + " more errors:");
        }
        for (int i = 1; i <= more && i <= FURTHER_ERRORS; i++) {
            Place place = place(errors.get(i));
            String message =
                    errors.get(i).getMessage(Locale.ENGLISH).lines().findFirst().orElse("");
            lines.add(place == null ? message : place + ": " + message);
        }
        if (more > FURTHER_ERRORS) {
            lines.add("...");
        }
        return lines;
    }

    private static @Nullable Place place(Diagnostic<? extends JavaFileObject> error) {
        String file = file(error);
        int line = error.getLineNumber() == Diagnostic.NOPOS ? 0 : (int) error.getLineNumber();
        return file.isEmpty() ? null : new Place(file, line);
    }

    private static String file(Diagnostic<? extends JavaFileObject> error) {
        return error.getSource() == null ? "" : error.getSource().getName();
    }
}
