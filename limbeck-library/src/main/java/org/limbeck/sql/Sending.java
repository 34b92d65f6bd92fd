package org.limbeck.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * How a statement can be sent, told from its first words: whether the server refuses it inside a transaction, and whether
 * it may answer with rows.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-commands.html">SQL Commands</a>
 */
final class Sending {

    private static final Set<String> DATABASE_OBJECTS = Set.of("DATABASE", "TABLESPACE", "SUBSCRIPTION");

    private static final Set<String> FOR_TRANSACTION = Set.of("LOCAL", "TRANSACTION", "CONSTRAINTS");

    private Sending() {}

    static boolean inTransaction(String sql) {
        List<String> words = firstWords(sql, 12);
        String first = word(words, 0);
        String second = word(words, 1);
        return switch (first) {
            case "VACUUM", "CLUSTER" -> first.equals("CLUSTER") && words.size() > 1;
            case "ALTER" ->
                !(second.equals("SYSTEM")
                        || (second.equals("DATABASE") && words.contains("TABLESPACE"))
                        || (words.contains("DETACH") && words.contains("CONCURRENTLY")));
            case "CREATE", "DROP" -> !DATABASE_OBJECTS.contains(second) && !concurrentIndex(words);
            case "REINDEX" ->
                !words.contains("CONCURRENTLY")
                        && !words.contains("SCHEMA")
                        && !words.contains("DATABASE")
                        && !words.contains("SYSTEM");
            case "REFRESH" -> true;
            default -> true;
        };
    }

    static boolean mayReturnRows(String sql) {
        List<String> words = firstWords(sql, 1);
        return switch (word(words, 0)) {
            case "CREATE", "ALTER", "DROP", "COMMENT", "GRANT", "REVOKE", "TRUNCATE", "DO", "SET", "LOCK" -> false;
            case "INSERT", "UPDATE", "DELETE" -> sql.toUpperCase(Locale.ROOT).contains("RETURNING");
            default -> true;
        };
    }

    static boolean changesSettings(String sql) {
        return switch (word(firstWords(sql, 1), 0)) {
            case "SET", "DO", "CALL" -> true;
            default -> sql.toLowerCase(Locale.ROOT).contains("set_config");
        };
    }

    static boolean setsForSession(String sql) {
        List<String> words = firstWords(sql, 2);
        return word(words, 0).equals("SET") && !FOR_TRANSACTION.contains(word(words, 1));
    }

    static boolean controlsTransaction(String sql) {
        List<String> words = firstWords(sql, 3);
        return switch (word(words, 0)) {
            case "BEGIN", "COMMIT", "END", "ABORT" -> true;
            case "START", "PREPARE" -> word(words, 1).equals("TRANSACTION");
            case "ROLLBACK" -> !words.contains("TO");
            default -> false;
        };
    }

    private static boolean concurrentIndex(List<String> words) {
        int index = words.indexOf("INDEX");
        return index >= 1 && index <= 2 && word(words, index + 1).equals("CONCURRENTLY");
    }

    private static String word(List<String> words, int position) {
        return position < words.size() ? words.get(position) : "";
    }

    /** The first words outside comments, in upper case; a quoted name or a sign ends nothing and counts as no word. */
    static List<String> firstWords(String sql, int atMost) {
        List<String> words = new ArrayList<>();
        int position = 0;
        while (position < sql.length() && words.size() < atMost) {
            char character = sql.charAt(position);
            if (sql.startsWith("--", position)) {
                int end = sql.indexOf('\n', position);
                position = end < 0 ? sql.length() : end + 1;
            } else if (sql.startsWith("/*", position)) {
                int end = sql.indexOf("*/", position);
                position = end < 0 ? sql.length() : end + 2;
            } else if (character == '"' || character == '\'') {
                int end = sql.indexOf(character, position + 1);
                position = end < 0 ? sql.length() : end + 1;
            } else if (Character.isLetter(character) || character == '_') {
                int start = position;
                while (position < sql.length()
                        && (Character.isLetterOrDigit(sql.charAt(position)) || sql.charAt(position) == '_')) {
                    position++;
                }
                words.add(sql.substring(start, position).toUpperCase(Locale.ROOT));
            } else {
                position++;
            }
        }
        return words;
    }
}
