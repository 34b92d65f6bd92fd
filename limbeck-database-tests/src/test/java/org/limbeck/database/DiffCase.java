package org.limbeck.database;

import java.util.Arrays;
import java.util.List;

/**
 * Two states of a database, each as the statements that make it.
 *
 * @param before what makes the first state
 * @param after what makes the second
 * @param since the first version that knows the statements
 */
record DiffCase(String name, List<String> before, List<String> after, int since) {

    /** Both from one text, the statements with semicolons between them, one inside as {@code \\;}; {@code always} makes a part of both. */
    static DiffCase of(String name, String always, String before, String after) {
        return new DiffCase(name, statements(always + ";" + before), statements(always + ";" + after), Servers.OLDEST);
    }

    DiffCase since(int major) {
        return new DiffCase(name, before, after, major);
    }

    private static List<String> statements(String text) {
        return Arrays.stream(text.split("(?<!\\\\);\\s*"))
                .map(statement -> statement.strip().replace("\\;", ";"))
                .filter(statement -> !statement.isEmpty())
                .toList();
    }

    @Override
    public String toString() {
        return name;
    }
}
