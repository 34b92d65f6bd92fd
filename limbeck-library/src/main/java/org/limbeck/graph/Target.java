package org.limbeck.graph;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A target as it is written. */
sealed interface Target {

    /** As it was written. */
    String text();

    /**
     * A name: an identifier, a label, {@code head}, {@code heads} or {@code base}, perhaps with a branch before it.
     */
    record Absolute(String text) implements Target {}

    /**
     * Some steps up or down.
     *
     * @param branch the name before the {@code @}
     * @param start where the steps start; null stands for the rows of the version table
     * @param steps how many, below zero for down
     */
    record Relative(
            String text, @Nullable String branch, @Nullable String start, int steps) implements Target {

        static final Pattern PATTERN = Pattern.compile("(?:(.+)@)?([^@:+-]+)?([+-]\\d{1,9})");
    }

    /** Reads a target. What is a name as a whole is a name, even if it looks like steps. */
    static Target parse(String text, Names names) {
        // Without a sign there are no steps, and no need to load regular expressions.
        if ((text.indexOf('+') < 0 && text.indexOf('-') < 0) || names.exact(text) != Names.NONE) {
            return new Absolute(text);
        }
        Matcher relative = Relative.PATTERN.matcher(text);
        return relative.matches()
                ? new Relative(text, relative.group(1), relative.group(2), Integer.parseInt(relative.group(3)))
                : new Absolute(text);
    }
}
