package org.limbeck.verify;

import java.util.List;

/**
 * Something that is not as it should be, or worth knowing.
 *
 * @param sentence what, in one sentence, lower case, without a full stop
 * @param details lines that show it
 */
public record Finding(String sentence, List<String> details) {

    public Finding {
        details = List.copyOf(details);
    }

    static Finding of(String sentence, String... details) {
        return new Finding(sentence, List.of(details));
    }
}
