package org.limbeck.catalog;

import java.util.Map;
import java.util.stream.Collectors;
import org.limbeck.sql.Identifiers;
import org.limbeck.sql.Literals;

/** Small things about the texts that the server prints. */
final class Expressions {

    private Expressions() {}

    /** The key of an index without the parentheses that the server puts around all but calls of functions. */
    static String bare(String key) {
        return key.startsWith("(") && key.endsWith(")") ? key.substring(1, key.length() - 1) : key;
    }

    /** Parameters in parentheses, as {@code WITH} and operator classes take them. */
    static String options(Map<String, String> options) {
        return options.entrySet().stream()
                .map(option -> Identifiers.quoted(option.getKey()) + "=" + Literals.text(option.getValue()))
                .collect(Collectors.joining(", ", " (", ")"));
    }
}
