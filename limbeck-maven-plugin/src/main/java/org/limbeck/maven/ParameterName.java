package org.limbeck.maven;

import java.util.Locale;
import org.limbeck.cli.CommandParameter;

/** How a parameter of a command is called in Maven. */
final class ParameterName {

    private ParameterName() {}

    /** The element in a {@code configuration}, for example {@code fromRevisions}. */
    static String element(CommandParameter parameter) {
        StringBuilder name = new StringBuilder();
        for (String word : parameter.name().split("-", -1)) {
            name.append(name.isEmpty() ? word : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
        }
        return name.toString();
    }

    /** The property, for example {@code limbeck.from-revisions}. */
    static String property(String parameter) {
        return Goals.PREFIX + "." + parameter;
    }
}
