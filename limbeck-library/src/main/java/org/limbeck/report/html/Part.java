package org.limbeck.report.html;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.limbeck.problem.Hint;
import org.limbeck.problem.Problem;

/**
 * A part of a report, or why it isn't there.
 *
 * @param value null where it is missing
 * @param missing null where it is there
 */
public record Part<T>(@Nullable T value, @Nullable Missing missing) {

    /**
     * Why something isn't there.
     *
     * @param code of the problem; null where nobody asked for it
     * @param sentence lower case, without a full stop
     * @param evidence lines that show it
     * @param hints how to get it
     */
    public record Missing(@Nullable String code, String sentence, List<String> evidence, List<Hint> hints) {

        public Missing {
            evidence = List.copyOf(evidence);
            hints = List.copyOf(hints);
        }
    }

    public static <T> Part<T> of(T value) {
        return new Part<>(value, null);
    }

    /** Missing because of a problem. */
    public static <T> Part<T> missing(Problem problem) {
        return new Part<>(
                null, new Missing(problem.code().id(), problem.sentence(), problem.evidence(), problem.hints()));
    }

    /** Missing because nobody asked for it. */
    public static <T> Part<T> missing(String sentence) {
        return new Part<>(null, new Missing(null, sentence, List.of(), List.of()));
    }

    /** Missing for the same reason as another part, which must be missing. */
    public <S> Part<S> likewise() {
        return new Part<>(null, missing);
    }
}
