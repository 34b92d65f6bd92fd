package org.limbeck.cli.documentation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The parts of a page between {@code <!-- generated: name -->} and {@code <!-- end -->}, which code has the last word on. */
record Regions(Page page) {

    private static final Pattern BEGIN = Pattern.compile("<!-- generated: (.*) -->");
    private static final String END = "<!-- end -->";

    /** The text of each region by name. */
    Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        for (int i = 0; i < page.lines().size(); i++) {
            Matcher begin = BEGIN.matcher(page.lines().get(i));
            if (begin.matches()) {
                int end = end(i);
                texts.put(begin.group(1), text(page.lines().subList(i + 1, end)));
            }
        }
        return texts;
    }

    /** Puts other texts into the regions that are there. */
    void write(Map<String, String> texts) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < page.lines().size(); i++) {
            lines.add(page.lines().get(i));
            Matcher begin = BEGIN.matcher(page.lines().get(i));
            if (begin.matches()) {
                texts.getOrDefault(begin.group(1), "").lines().forEach(lines::add);
                i = end(i) - 1;
            }
        }
        Repository.write(page.file(), lines);
    }

    private int end(int begin) {
        for (int i = begin; i < page.lines().size(); i++) {
            if (page.lines().get(i).equals(END)) {
                return i;
            }
        }
        throw new AssertionError(page.file() + ":" + (begin + 1) + ": the region never ends");
    }

    private static String text(List<String> lines) {
        return lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
    }
}
