package org.limbeck.diff;

import org.jspecify.annotations.Nullable;
import org.limbeck.schema.Check;
import org.limbeck.schema.Column;
import org.limbeck.schema.Constraint;
import org.limbeck.schema.Index;
import org.limbeck.schema.NamingConvention;
import org.limbeck.schema.Table;

/** Tells the names that the server chose from those that somebody chose. */
final class ServerNames {

    /** Two names that begin alike for so long were cut to make room for a number. */
    private static final int SURE = 20;

    private ServerNames() {}

    static boolean made(Table table, Constraint constraint) {
        String name = Elements.nameOf(constraint);
        if (constraint instanceof Check) {
            return isNumbered(name, table.name().name() + "_check")
                    || table.columns().stream()
                            .map(Column::name)
                            .anyMatch(column -> isNumbered(name, table.name().name() + "_" + column + "_check"));
        }
        return isNumbered(
                name,
                NamingConvention.POSTGRESQL
                        .named(table.name(), constraint.named(null))
                        .name());
    }

    static boolean made(Index index) {
        return isNumbered(
                String.valueOf(index.name()),
                NamingConvention.POSTGRESQL.named(index.named(null)).name());
    }

    /** Whether it is the name, with a number behind it where the name was taken. */
    private static boolean isNumbered(String name, @Nullable String expected) {
        if (name.equals(expected) || expected == null) {
            return expected != null;
        }
        int end = name.length();
        while (end > 0 && Character.isDigit(name.charAt(end - 1))) {
            end--;
        }
        String plain = name.substring(0, end);
        return end < name.length()
                && (plain.equals(expected)
                        || (plain.regionMatches(0, expected, 0, SURE)
                                && plain.length() > SURE
                                && plain.endsWith(expected.substring(expected.lastIndexOf('_')))));
    }
}
