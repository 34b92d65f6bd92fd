package org.limbeck.problem;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * One thing that went wrong, told so that somebody can act on it.
 *
 * @param code what kind of problem it is; {@code limbeck explain CODE} prints its page
 * @param sentence one sentence with the names involved, lower case, without a full stop
 * @param place where it stands in the user's files
 * @param evidence lines that show it: the candidates, the failing statement, the server's message
 * @param databaseState the state that the database is in now, one sentence
 * @param hints what to do next, best first
 */
public record Problem(
        ProblemCode code,
        String sentence,
        @Nullable Place place,
        List<String> evidence,
        @Nullable String databaseState,
        List<Hint> hints) {

    public Problem {
        evidence = List.copyOf(evidence);
        hints = List.copyOf(hints);
    }

    public static Problem of(ProblemCode code, String sentence) {
        return new Problem(code, sentence, null, List.of(), null, List.of());
    }

    public Problem at(@Nullable Place newPlace) {
        return new Problem(code, sentence, newPlace, evidence, databaseState, hints);
    }

    public Problem evidence(List<String> lines) {
        return new Problem(code, sentence, place, joined(evidence, lines), databaseState, hints);
    }

    public Problem evidence(String... lines) {
        return evidence(List.of(lines));
    }

    public Problem databaseState(@Nullable String newState) {
        return new Problem(code, sentence, place, evidence, newState, hints);
    }

    /** Adds a hint that is a sentence. */
    public Problem hint(String sentenceOfHint) {
        return hint(sentenceOfHint, "");
    }

    /** Adds a hint with a command to paste. */
    public Problem hint(String purpose, String command) {
        return new Problem(
                code, sentence, place, evidence, databaseState, joined(hints, List.of(new Hint(purpose, command))));
    }

    /** The same with its commands as they are typed elsewhere. */
    public Problem spelling(UnaryOperator<String> command) {
        List<Hint> spelled = hints.stream()
                .map(hint -> new Hint(hint.purpose(), command.apply(hint.command())))
                .toList();
        return new Problem(code, sentence, place, evidence, databaseState, spelled);
    }

    public LimbeckException exception() {
        return new LimbeckException(this, null);
    }

    public LimbeckException exception(Throwable cause) {
        return new LimbeckException(this, cause);
    }

    private static <T> List<T> joined(List<T> first, List<T> second) {
        List<T> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }
}
