package org.limbeck.cli;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.limbeck.problem.LimbeckException;
import org.limbeck.problem.Nearest;
import org.limbeck.problem.Problem;
import org.limbeck.problem.ProblemCode;
import org.limbeck.report.Paint;
import org.limbeck.report.ProblemText;

/** One command line, from its words to the exit code. */
final class Command {

    private final Surroundings surroundings;
    private final CommandText text;
    private @Nullable Invocation invocation;

    private Command(Surroundings surroundings, CommandText text) {
        this.surroundings = surroundings;
        this.text = text;
    }

    /** Does what the words say; everything that goes wrong is printed. */
    static int run(Surroundings surroundings, String... args) {
        return new Command(surroundings, CommandText.of(args)).run();
    }

    private int run() {
        try {
            int code = attempt();
            surroundings.out().flush();
            StandardOutput output = surroundings.output();
            IOException failure = output == null ? null : output.failure();
            return failure == null ? code : report(incomplete(failure), failure);
        } finally {
            surroundings.out().flush();
            surroundings.err().flush();
            if (invocation != null) {
                invocation.ended();
            }
        }
    }

    private int attempt() {
        try {
            return dispatch();
        } catch (LimbeckException exception) {
            return report(exception.problem(), exception);
        } catch (RuntimeException | LinkageError | StackOverflowError | OutOfMemoryError defect) {
            return report(Defect.problem(defect), defect);
        }
    }

    private static Problem incomplete(IOException failure) {
        return Problem.of(ProblemCode.FILE_NOT_WRITTEN, "the standard output could not be written")
                .evidence(String.valueOf(failure.getMessage()))
                .hint("what was written so far is incomplete");
    }

    private int dispatch() {
        String name = text.verb();
        if (name == null) {
            return withoutVerb();
        }
        Verb verb = Verbs.find(name);
        if (verb == null) {
            throw unknownVerb(name);
        }
        if (verb.connects()) {
            DriverStart.aside();
        }
        Declaration declaration = Declaration.of(verb);
        Parser parser = new Parser("limbeck " + verb.name(), declaration);
        if (text.has("-h") || text.has(Declaration.HELP)) {
            surroundings.out().print(Help.of(verb, declaration));
            return ExitCode.DONE;
        }
        SystemEncoding.check(surroundings, text);
        Parsed parsed = parser.parse(text.rest());
        try (Invocation started = new Invocation(surroundings, parser, parsed, text.literal(), verb.printsMarkdown())) {
            invocation = started;
            return verb.run(started);
        }
    }

    private int withoutVerb() {
        Parser parser = new Parser("limbeck", Declaration.global());
        Parsed parsed = parser.parse(text.rest());
        if (parsed.has(Declaration.VERSION)) {
            surroundings.out().println(Help.version());
            return ExitCode.DONE;
        }
        boolean asked = parsed.has(Declaration.HELP);
        (asked ? surroundings.out() : surroundings.err()).print(Help.overview());
        return asked ? ExitCode.DONE : ExitCode.USAGE;
    }

    private LimbeckException unknownVerb(String name) {
        // It may be the value of an option that there isn't: then that is what is wrong.
        new Parser("limbeck", Declaration.global()).parse(text.rest());
        Problem problem = Problem.of(ProblemCode.USAGE, "there is no command \"" + name + "\"");
        String nearest = Nearest.of(name, Verbs.names());
        if (nearest != null) {
            problem = problem.hint("did you mean", "limbeck " + nearest);
        }
        return problem.hint("to see all commands", "limbeck --help").exception();
    }

    private int report(Problem problem, Throwable cause) {
        surroundings.out().flush();
        boolean json = text.has(Declaration.FORMAT, "json");
        Problem spelled = problem.spelling(surroundings.spelling());
        surroundings.err().print(json ? JsonText.of(spelled) : new ProblemText(paint()).of(spelled));
        if (text.has(Declaration.STACKTRACE)) {
            cause.printStackTrace(surroundings.err());
        }
        return ExitCode.of(problem.code());
    }

    private Paint paint() {
        return Colors.of(surroundings, text, invocation == null ? null : invocation.loadedSettings());
    }
}
