package org.limbeck.jpa.source;

import java.io.IOException;
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

    static Problem of(List<? extends Diagnostic<? extends JavaFileObject>> diagnostics) {
        List<? extends Diagnostic<? extends JavaFileObject>> errors = diagnostics.stream()
                .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
                .toList();
        if (errors.isEmpty()) {
            return Problem.of(ProblemCode.ENTITIES_NOT_COMPILED, "the sources of the entities do not compile")
                    .hint("compile the project with its build tool, and start again");
        }
        Diagnostic<? extends JavaFileObject> first = errors.get(0);
        List<String> message = first.getMessage(Locale.ENGLISH).lines().toList();
        Place place = place(first);
        Problem problem = Problem.of(
                        ProblemCode.ENTITIES_NOT_COMPILED,
                        (place == null
                                        ? "the sources of the entities do not compile: "
                                        : place.file() + " does not compile: ")
                                + message.get(0))
                .at(place)
                .evidence(line(first))
                .evidence(message)
                .evidence(further(errors));
        if (first.getCode().equals("compiler.err.doesnt.exist")) {
            problem = problem.hint("if the package is in a library, add its jar to the setting class-path");
        }
        return problem;
    }

    /** The line of the source with a mark below the column. */
    private static List<String> line(Diagnostic<? extends JavaFileObject> error) {
        JavaFileObject source = error.getSource();
        if (source == null || error.getPosition() == Diagnostic.NOPOS) {
            return List.of();
        }
        String text;
        try {
            text = source.getCharContent(true).toString();
        } catch (IOException gone) {
            return List.of();
        }
        int position = (int) error.getPosition();
        int start = text.lastIndexOf('\n', position - 1) + 1;
        int end = text.indexOf('\n', position);
        String line = end < 0 ? text.substring(start) : text.substring(start, end);
        String mark = text.substring(start, position).replaceAll("[^\t]", " ") + '^';
        return List.of(line.stripTrailing(), mark);
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
        if (error.getSource() == null) {
            return null;
        }
        int line = error.getLineNumber() == Diagnostic.NOPOS ? 0 : (int) error.getLineNumber();
        return new Place(error.getSource().getName(), line);
    }
}
