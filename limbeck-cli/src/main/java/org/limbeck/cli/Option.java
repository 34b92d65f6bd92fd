package org.limbeck.cli;

import java.util.List;

/**
 * An option of a verb.
 *
 * @param names all that it can be called by, short or long, with their hyphens
 * @param label what stands for its value in help; empty for a flag
 * @param hidden whether the help of a verb leaves it out
 */
record Option(List<String> names, Kind kind, String label, String description, boolean hidden) {

    /** How often an option has a value. */
    enum Kind {
        /** It is there or not. */
        FLAG,
        /** One value. */
        VALUE,
        /** One value each time it is given. */
        VALUES
    }

    boolean takesValue() {
        return kind != Kind.FLAG;
    }

    String longestName() {
        String longest = names.get(0);
        for (String name : names) {
            if (name.length() > longest.length()) {
                longest = name;
            }
        }
        return longest;
    }
}
