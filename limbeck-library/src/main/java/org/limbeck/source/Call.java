package org.limbeck.source;

import java.util.ArrayList;
import java.util.List;

/**
 * A call under construction: on one line where it fits, otherwise one argument a line. A last argument of several lines
 * begins on the line of the call, so that text blocks and nested calls stand no deeper than they must.
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
        String text = head + "(" + String.join(", ", arguments) + ")";
        long severalLines =
                arguments.stream().filter(argument -> argument.contains("\n")).count();
        if (severalLines == 0) {
            return text.length() <= WIDEST_LINE || arguments.isEmpty() ? text : oneArgumentALine();
        }
        boolean onlyTheLast =
                severalLines == 1 && arguments.get(arguments.size() - 1).contains("\n");
        return onlyTheLast && text.indexOf('\n') <= WIDEST_LINE ? text : oneArgumentALine();
    }

    private String oneArgumentALine() {
        List<String> lines = arguments.stream().map(Call::indented).toList();
        return head + "(\n" + String.join(",\n", lines) + ")";
    }

    private static String indented(String argument) {
        StringBuilder lines = new StringBuilder();
        for (String line : argument.split("\n", -1)) {
            lines.append(lines.isEmpty() ? "" : "\n")
                    .append(line.isEmpty() ? "" : INDENT)
                    .append(line);
        }
        return lines.toString();
    }
}
