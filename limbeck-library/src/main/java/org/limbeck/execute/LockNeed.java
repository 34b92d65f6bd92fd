package org.limbeck.execute;

import java.util.List;
import java.util.Set;
import org.limbeck.sql.Statement;

/**
 * What a transaction waits for, and how long it works behind that, as far as the words of its statements say so. A wrong
 * guess costs only time: a cap that was too tight is widened, and in the end left out.
 *
 * @see <a href="https://www.postgresql.org/docs/current/explicit-locking.html">Explicit Locking</a>
 */
enum LockNeed {
    /** No lock that a reader or writer of an existing table would queue behind. */
    GENTLE,
    /** Such a lock, for a change of the catalog that takes milliseconds. */
    INSTANT,
    /** Such a lock, for nobody knows how long. */
    UNKNOWN;

    private static final int MOST_WORDS = 200;

    private static final Set<String> OF_ROWS = Set.of(
            "INSERT", "UPDATE", "DELETE", "MERGE", "SELECT", "WITH", "SET", "VALUES", "TABLE", "SHOW", "ANALYZE");

    /** What a table has to be looked through, or written anew, for; or else what says too little. */
    private static final Set<String> LABOUR = Set.of(
            "TYPE",
            "GENERATED",
            "ATTACH",
            "LOGGED",
            "UNLOGGED",
            "TABLESPACE",
            "ACCESS",
            "EXPRESSION",
            "CONCURRENTLY",
            "SERIAL",
            "BIGSERIAL",
            "SMALLSERIAL",
            "FINALIZE");

    private static final Set<String> CONSTRAINTS =
            Set.of("CHECK", "UNIQUE", "PRIMARY", "FOREIGN", "REFERENCES", "EXCLUDE");

    /** The need of a transaction with all of these statements. */
    static LockNeed of(List<Statement> statements) {
        LockNeed need = GENTLE;
        boolean rows = false;
        for (Statement statement : statements) {
            List<String> words = statement.words(MOST_WORDS);
            need = need.and(ofOne(words));
            rows = rows || (!words.isEmpty() && OF_ROWS.contains(words.get(0)));
        }
        // A lock that was taken for a moment is kept while rows are changed.
        return rows ? need.and(need == INSTANT ? UNKNOWN : need) : need;
    }

    /** The need of both together. */
    LockNeed and(LockNeed other) {
        return compareTo(other) < 0 ? other : this;
    }

    private static LockNeed ofOne(List<String> words) {
        if (words.isEmpty() || OF_ROWS.contains(words.get(0))) {
            return GENTLE;
        }
        return switch (words.get(0)) {
            case "CREATE" -> ofCreate(words);
            case "ALTER" -> ofAlter(words);
            case "DROP", "COMMENT", "GRANT", "REVOKE" -> INSTANT;
            default -> UNKNOWN;
        };
    }

    private static LockNeed ofCreate(List<String> words) {
        if ((words.contains("INDEX") && !words.contains("TABLE")) || words.contains("MATERIALIZED")) {
            return UNKNOWN;
        }
        if (words.contains("TABLE")) {
            return words.contains("REFERENCES") || words.contains("PARTITION") || words.contains("INHERITS")
                    ? UNKNOWN
                    : GENTLE;
        }
        return words.contains("TRIGGER") || words.contains("POLICY") || words.contains("RULE") || words.contains("VIEW")
                ? INSTANT
                : GENTLE;
    }

    private static LockNeed ofAlter(List<String> words) {
        if (words.size() < 2 || !words.get(1).equals("TABLE")) {
            return INSTANT;
        }
        if (words.contains("VALIDATE")) {
            return GENTLE;
        }
        boolean unproved = words.stream().anyMatch(CONSTRAINTS::contains)
                && !follows(words, "NOT", "VALID")
                && !follows(words, "USING", "INDEX");
        boolean labour = words.stream().anyMatch(LABOUR::contains)
                || follows(words, "SET", "NOT")
                || (words.contains("DEFAULT") && words.contains("ADD"));
        return unproved || labour ? UNKNOWN : INSTANT;
    }

    private static boolean follows(List<String> words, String first, String second) {
        for (int i = 0; i + 1 < words.size(); i++) {
            if (words.get(i).equals(first) && words.get(i + 1).equals(second)) {
                return true;
            }
        }
        return false;
    }
}
