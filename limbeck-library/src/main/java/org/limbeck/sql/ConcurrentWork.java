package org.limbeck.sql;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a statement does concurrently, in several transactions of the server's own, so that an interruption leaves it half
 * done. The names are in the statement's own spelling.
 *
 * @param name the index that is built or dropped, what is indexed anew, or the partition
 * @param table the table of an index that is built, or the table that loses a partition; null otherwise
 */
public record ConcurrentWork(
        Kind kind, String name, @Nullable String table) {

    /** What is done. */
    public enum Kind {
        /** {@code CREATE INDEX CONCURRENTLY}, of an index with a name. */
        BUILD,
        /** {@code DROP INDEX CONCURRENTLY}. */
        DROP,
        /** {@code REINDEX INDEX CONCURRENTLY} or {@code REINDEX TABLE CONCURRENTLY}. */
        REINDEX,
        /** {@code ALTER TABLE ... DETACH PARTITION ... CONCURRENTLY}. */
        DETACH
    }

    private static final String WORD = "(?:\"(?:[^\"]|\"\")+\"|[\\p{L}_][\\w$\\x{80}-\\x{10FFFF}]*)";
    private static final String NAME = WORD + "(?:\\s*\\.\\s*" + WORD + ")?";
    private static final Pattern BUILD = pattern("CREATE\\s+(?:UNIQUE\\s+)?INDEX\\s+CONCURRENTLY\\s+"
            + "(?:IF\\s+NOT\\s+EXISTS\\s+)?(" + WORD + ")\\s+ON\\s+(?:ONLY\\s+)?(" + NAME + ")");
    private static final Pattern DROP = pattern("DROP\\s+INDEX\\s+CONCURRENTLY\\s+(?:IF\\s+EXISTS\\s+)?(" + NAME + ")");
    private static final Pattern REINDEX =
            pattern("REINDEX\\s+(?:\\([^)]*\\)\\s*)?(?:INDEX|TABLE)\\s+(?:CONCURRENTLY\\s+)?(" + NAME + ")");
    private static final Pattern DETACH = pattern("ALTER\\s+TABLE\\s+(?:IF\\s+EXISTS\\s+)?(?:ONLY\\s+)?(" + NAME
            + ")\\s+DETACH\\s+PARTITION\\s+(" + NAME + ")\\s+CONCURRENTLY");

    /** Finds the work of a statement; none where it does something else, or names nothing. */
    public static Optional<ConcurrentWork> of(Statement statement) {
        if (statement.transactional()) {
            return Optional.empty();
        }
        Matcher build = BUILD.matcher(statement.text());
        if (build.lookingAt()) {
            return Optional.of(new ConcurrentWork(Kind.BUILD, build.group(1), build.group(2)));
        }
        Matcher drop = DROP.matcher(statement.text());
        if (drop.lookingAt()) {
            return Optional.of(new ConcurrentWork(Kind.DROP, drop.group(1), null));
        }
        Matcher reindex = REINDEX.matcher(statement.text());
        if (reindex.lookingAt()) {
            return Optional.of(new ConcurrentWork(Kind.REINDEX, reindex.group(1), null));
        }
        Matcher detach = DETACH.matcher(statement.text());
        return detach.lookingAt()
                ? Optional.of(new ConcurrentWork(Kind.DETACH, detach.group(2), detach.group(1)))
                : Optional.empty();
    }

    private static Pattern pattern(String regex) {
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE);
    }
}
