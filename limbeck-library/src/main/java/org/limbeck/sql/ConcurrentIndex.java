package org.limbeck.sql;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The index that a statement builds or drops concurrently, in the statement's own spelling.
 *
 * @param table the table of an index that is built; null where one is dropped
 */
public record ConcurrentIndex(String name, @Nullable String table) {

    private static final String WORD = "(?:\"(?:[^\"]|\"\")+\"|[\\p{L}_][\\w$\\x{80}-\\x{10FFFF}]*)";
    private static final String NAME = WORD + "(?:\\s*\\.\\s*" + WORD + ")?";
    private static final Pattern BUILD = pattern("CREATE\\s+(?:UNIQUE\\s+)?INDEX\\s+CONCURRENTLY\\s+"
            + "(?:IF\\s+NOT\\s+EXISTS\\s+)?(" + WORD + ")\\s+ON\\s+(?:ONLY\\s+)?(" + NAME + ")");
    private static final Pattern DROP = pattern("DROP\\s+INDEX\\s+CONCURRENTLY\\s+(?:IF\\s+EXISTS\\s+)?(" + NAME + ")");

    /** Finds the index of a statement; none where it has no name or the statement does something else. */
    public static Optional<ConcurrentIndex> of(Statement statement) {
        if (statement.transactional()) {
            return Optional.empty();
        }
        Matcher build = BUILD.matcher(statement.text());
        if (build.lookingAt()) {
            return Optional.of(new ConcurrentIndex(build.group(1), build.group(2)));
        }
        Matcher drop = DROP.matcher(statement.text());
        return drop.lookingAt() ? Optional.of(new ConcurrentIndex(drop.group(1), null)) : Optional.empty();
    }

    private static Pattern pattern(String regex) {
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE);
    }
}
