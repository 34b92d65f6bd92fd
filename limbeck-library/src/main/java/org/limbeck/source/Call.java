package org.limbeck.source;

import java.util.ArrayList;
import java.util.List;

/**
 * A call under construction: on one line where it fits, otherwise one argument a line.
 *
 * @param head what stands before the parenthesis
 */
record Call(String head, List<String> arguments) {

    private static final int WIDEST_LINE = 100;
    private static final String INDENT = "        ";

    static Call of(String head, String... arguments) {
        return new Call(head, List.of(arguments));
    }

    Call with(List<String> more) {
        List<String> all = new ArrayList<>(arguments);
        all.addAll(more);
        return new Call(head, all);
    }

    String text() {
        String oneLine = head + "(" + String.join(", ", arguments) + ")";
        if (oneLine.length() <= WIDEST_LINE || arguments.isEmpty()) {
            return oneLine;
        }
        return head + "(\n" + INDENT + String.join(",\n" + INDENT, arguments) + ")";
    }
}
