package org.limbeck.sql;

import org.limbeck.schema.SequenceOptions;

/** Writes how a sequence counts. */
final class SequenceSql {

    private SequenceSql() {}

    /** The options that are given, each with a space and the prefix before it. */
    static String options(SequenceOptions options, String prefix) {
        StringBuilder sql = new StringBuilder();
        String before = " " + prefix;
        if (options.increment() != null) {
            sql.append(before).append("INCREMENT BY ").append(options.increment());
        }
        if (options.minimum() != null) {
            sql.append(before).append("MINVALUE ").append(options.minimum());
        }
        if (options.maximum() != null) {
            sql.append(before).append("MAXVALUE ").append(options.maximum());
        }
        if (options.start() != null) {
            sql.append(before).append("START WITH ").append(options.start());
        }
        if (options.cache() != null) {
            sql.append(before).append("CACHE ").append(options.cache());
        }
        if (options.cycle() != null) {
            sql.append(before).append(options.cycle() ? "CYCLE" : "NO CYCLE");
        }
        return sql.toString();
    }

    /** The options in parentheses, as {@code GENERATED AS IDENTITY} takes them; nothing where none is given. */
    static String inParentheses(SequenceOptions options) {
        return options.equals(SequenceOptions.NONE)
                ? ""
                : " (" + options(options, "").strip() + ")";
    }
}
