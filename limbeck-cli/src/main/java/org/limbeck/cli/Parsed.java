package org.limbeck.cli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What stood behind a verb.
 *
 * @param options the values of each option that was given, by each of its names; a flag has none
 * @param arguments what was no option
 */
record Parsed(Map<String, List<String>> options, List<String> arguments) {

    Parsed() {
        this(new HashMap<>(), new ArrayList<>());
    }

    boolean has(String option) {
        return options.containsKey(option);
    }

    @Nullable
    String value(String option) {
        List<String> values = values(option);
        return values.isEmpty() ? null : values.get(0);
    }

    List<String> values(String option) {
        return options.getOrDefault(option, List.of());
    }

    /** The values of an option from now on, whatever it is called by. */
    List<String> open(Option option) {
        List<String> values = options.computeIfAbsent(option.longestName(), name -> new ArrayList<>());
        for (String name : option.names()) {
            options.put(name, values);
        }
        return values;
    }
}
