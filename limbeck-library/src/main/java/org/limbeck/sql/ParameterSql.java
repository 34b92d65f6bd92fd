package org.limbeck.sql;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes storage parameters of tables, indexes and views, and options of what is foreign. */
final class ParameterSql {

    /** What stands without quotes: numbers and words such as {@code on} and {@code local}. */
    private static final Pattern BARE = Pattern.compile("-?[0-9]+(?:\\.[0-9]+)?|[a-z_][a-z0-9_]*");

    private ParameterSql() {}

    /** {@code WITH (…)} with a space before it; nothing where there are none. */
    static String with(Map<String, String> parameters) {
        return parameters.isEmpty() ? "" : " WITH (" + assignments(parameters) + ")";
    }

    static String assignments(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(entry -> name(entry.getKey()) + " = " + value(entry.getValue()))
                .collect(Collectors.joining(", "));
    }

    /** What makes one set of parameters another, each part of {@code ALTER TABLE} or {@code ALTER MATERIALIZED VIEW}. */
    static List<String> changes(Map<String, String> to, Map<String, String> from) {
        List<String> actions = new ArrayList<>();
        if (!to.isEmpty()) {
            actions.add("SET (" + assignments(to) + ")");
        }
        List<String> gone =
                from.keySet().stream().filter(name -> !to.containsKey(name)).toList();
        if (!gone.isEmpty()) {
            actions.add("RESET (" + names(gone) + ")");
        }
        return actions;
    }

    /** {@code OPTIONS (…)} with a space before it; nothing where there are none. */
    static String options(Map<String, String> options) {
        return options.isEmpty()
                ? ""
                : options.entrySet().stream()
                        .map(ParameterSql::option)
                        .collect(Collectors.joining(", ", " OPTIONS (", ")"));
    }

    /** What makes one set of options another; nothing where they are the same. */
    static String optionChanges(Map<String, String> to, Map<String, String> from) {
        List<String> changes = new ArrayList<>();
        for (Map.Entry<String, String> entry : to.entrySet()) {
            String before = from.get(entry.getKey());
            if (!entry.getValue().equals(before)) {
                changes.add((before == null ? "ADD " : "SET ") + option(entry));
            }
        }
        from.keySet().stream()
                .filter(name -> !to.containsKey(name))
                .forEach(name -> changes.add("DROP " + Identifiers.quoted(name)));
        return changes.isEmpty() ? "" : "OPTIONS (" + String.join(", ", changes) + ")";
    }

    private static String option(Map.Entry<String, String> option) {
        return Identifiers.quoted(option.getKey()) + " " + Literals.text(option.getValue());
    }

    private static String names(Collection<String> names) {
        return names.stream().map(ParameterSql::name).collect(Collectors.joining(", "));
    }

    /** A parameter of the TOAST table has a dot in its name. */
    private static String name(String name) {
        int dot = name.indexOf('.');
        return dot < 0
                ? Identifiers.quoted(name)
                : Identifiers.quoted(name.substring(0, dot)) + "." + Identifiers.quoted(name.substring(dot + 1));
    }

    private static String value(String value) {
        return BARE.matcher(value).matches() ? value : Literals.text(value);
    }
}
