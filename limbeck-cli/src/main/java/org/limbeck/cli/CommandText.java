package org.limbeck.cli;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.limbeck.setting.Setting;

/**
 * The words of the command line, before it is known what they mean.
 *
 * @param verb the first word that is neither an option nor an option's value; null if there is none
 * @param rest the others in their order
 * @param literal what stands behind {@code --}: no options, whatever they look like
 */
record CommandText(@Nullable String verb, List<String> rest, List<String> literal) {

    static CommandText of(String... args) {
        Set<String> withValue = new HashSet<>();
        withValue.add("-c");
        withValue.add(Declaration.CONFIG);
        withValue.add(Declaration.FORMAT);
        for (Setting setting : Setting.values()) {
            withValue.add(setting.option());
        }
        String verb = null;
        List<String> rest = new ArrayList<>(args.length);
        List<String> words = List.of(args);
        int dashes = words.indexOf("--");
        int end = dashes < 0 ? args.length : dashes;
        for (int i = 0; i < end; i++) {
            if (verb == null && !args[i].startsWith("-")) {
                verb = args[i];
                continue;
            }
            rest.add(args[i]);
            if (verb == null && withValue.contains(args[i]) && i + 1 < end) {
                rest.add(args[++i]);
            }
        }
        return new CommandText(verb, rest, words.subList(Math.min(end + 1, args.length), args.length));
    }

    /** Whether an option stands there, even where the rest makes no sense. */
    boolean has(String option) {
        return rest.contains(option);
    }

    /** Whether an option has a value, even where the rest makes no sense. */
    boolean has(String option, String value) {
        int index = rest.indexOf(option);
        return rest.contains(option + "=" + value)
                || (index >= 0 && index + 1 < rest.size() && rest.get(index + 1).equals(value));
    }
}
