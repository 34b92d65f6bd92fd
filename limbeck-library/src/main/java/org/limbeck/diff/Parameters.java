package org.limbeck.diff;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.limbeck.operation.TableChange;

/** Compares parameters by name. */
final class Parameters {

    private Parameters() {}

    static TableChange changed(Map<String, String> from, Map<String, String> to) {
        return new TableChange.StorageParameters(differing(to, from), differing(from, to));
    }

    static TableChange changedOptions(Map<String, String> from, Map<String, String> to) {
        return new TableChange.ForeignOptions(differing(to, from), differing(from, to));
    }

    private static SortedMap<String, String> differing(Map<String, String> these, Map<String, String> those) {
        SortedMap<String, String> differing = new TreeMap<>();
        these.forEach((name, value) -> {
            if (!value.equals(those.get(name))) {
                differing.put(name, value);
            }
        });
        return differing;
    }
}
