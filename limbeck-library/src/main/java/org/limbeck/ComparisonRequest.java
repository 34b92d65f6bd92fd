package org.limbeck;

/**
 * Two schemas to compare, each as words: {@code database}, {@code revisions}, a database URL, or {@code entities} and
 * folders of SQL files with commas between them.
 *
 * @param actual what there is
 * @param desired what there should be
 * @param behind whether a database that isn't at the heads will do as well
 */
public record ComparisonRequest(String actual, String desired, boolean behind) {

    /** The configured database. */
    public static final String DATABASE = "database";

    /** What the migrations make. */
    public static final String REVISIONS = "revisions";

    /** The entities of the application. */
    public static final String ENTITIES = "entities";

    public ComparisonRequest(String actual, String desired) {
        this(actual, desired, true);
    }
}
