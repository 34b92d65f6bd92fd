package org.limbeck.migration;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.limbeck.problem.LimbeckException;
import org.limbeck.problem.Place;
import org.limbeck.problem.Problem;
import org.limbeck.problem.ProblemCode;
import org.limbeck.schema.NamingConvention;

/**
 * Lets a migration describe itself and keeps what it said, each operation with its line.
 *
 * @param className the migration's class, whose lines are the places
 * @param file its source as the user would type it
 * @param naming names what the migration leaves unnamed
 */
public record Recorder(String className, String file, NamingConvention naming) {

    /**
     * Runs one direction of the migration.
     *
     * @throws LimbeckException {@link ProblemCode#MIGRATION_FAILED} where the migration's own code threw, or the problem
     *     of an operation that can't be, with its line
     */
    public List<RecordedOperation> record(Consumer<Operations> direction) {
        Operations operations = new Operations(naming, this::caller);
        try {
            direction.accept(operations);
        } catch (LimbeckException exception) {
            Problem problem = exception.problem();
            throw (problem.place() == null ? problem.at(place(exception)) : problem).exception(exception);
        } catch (RuntimeException | StackOverflowError | LinkageError | AssertionError exception) {
            throw Problem.of(
                            ProblemCode.MIGRATION_FAILED,
                            "the migration " + className + " failed while it described its operations")
                    .at(place(exception))
                    .evidence(exception.toString())
                    .exception(exception);
        }
        return operations.recorded();
    }

    private @Nullable Place caller() {
        return StackWalker.getInstance()
                .walk(frames -> first(frames.map(StackWalker.StackFrame::toStackTraceElement)))
                .orElse(null);
    }

    private Place place(Throwable thrown) {
        return first(Arrays.stream(thrown.getStackTrace())).orElse(Place.of(file));
    }

    private Optional<Place> first(Stream<StackTraceElement> frames) {
        return frames.filter(frame -> isMigration(frame.getClassName()))
                .findFirst()
                .map(frame -> new Place(file, Math.max(frame.getLineNumber(), 0)));
    }

    private boolean isMigration(String name) {
        return name.equals(className) || name.startsWith(className + "$");
    }
}
