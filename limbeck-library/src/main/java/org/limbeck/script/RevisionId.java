package org.limbeck.script;

import java.security.SecureRandom;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.limbeck.problem.Place;
import org.limbeck.problem.Problem;
import org.limbeck.problem.ProblemCode;

/** Identifiers of revisions. */
public final class RevisionId {

    /** The width of the column that holds them in the version table. */
    public static final int MAX_LENGTH = 32;

    private static final Set<String> RESERVED = Set.of("head", "heads", "base", "current");
    private static final String NOT_ALLOWED = "@-+:,";
    private static final long TWELVE_DIGITS = 0xFFFF_FFFF_FFFFL;

    private RevisionId() {}

    /** Twelve random hexadecimal digits. */
    public static String random() {
        return random(new SecureRandom());
    }

    /** Twelve hexadecimal digits from the given source. */
    public static String random(RandomGenerator generator) {
        return String.format("%012x", generator.nextLong() & TWELVE_DIGITS);
    }

    /**
     * Checks an identifier that somebody chose.
     *
     * @param place where it stands, null if it came from a command line
     * @return the identifier
     * @throws org.limbeck.problem.LimbeckException with {@code INVALID_REVISION_ID}
     */
    public static String check(String id, @Nullable Place place) {
        String fault = fault(id);
        if (!fault.isEmpty()) {
            throw Problem.of(
                            ProblemCode.INVALID_REVISION_ID, "\"" + id + "\" cannot be a revision identifier: " + fault)
                    .at(place)
                    .hint("an identifier has 1 to " + MAX_LENGTH + " characters, none of them @ - + : , or white space")
                    .exception();
        }
        return id;
    }

    private static String fault(String id) {
        if (id.isEmpty()) {
            return "it is empty";
        }
        if (id.length() > MAX_LENGTH) {
            return "it has " + id.length() + " characters and the version table holds " + MAX_LENGTH;
        }
        if (RESERVED.contains(id)) {
            return "the word has a meaning of its own";
        }
        for (int i = 0; i < id.length(); i++) {
            char c = id.charAt(i);
            if (NOT_ALLOWED.indexOf(c) >= 0) {
                return "it contains " + c;
            }
            if (Character.isWhitespace(c) || Character.isISOControl(c)) {
                return "it contains white space";
            }
        }
        return "";
    }
}
