package org.limbeck.cli.documentation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Blocks of a page that are to be replaced. */
final class Rewriting {

    private final Page page;
    private final Map<Integer, String> texts = new TreeMap<>();
    private final Map<Integer, Integer> ends = new TreeMap<>();

    Rewriting(Page page) {
        this.page = page;
    }

    void replace(Block block, String text) {
        texts.put(block.firstIndex(), text);
        ends.put(block.firstIndex(), block.endIndex());
    }

    void write() {
        if (texts.isEmpty()) {
            return;
        }
        List<String> lines = new ArrayList<>();
        int index = 0;
        for (Map.Entry<Integer, String> text : texts.entrySet()) {
            lines.addAll(page.lines().subList(index, text.getKey()));
            text.getValue().lines().forEach(lines::add);
            index = ends.get(text.getKey());
        }
        lines.addAll(page.lines().subList(index, page.lines().size()));
        Repository.write(page.file(), lines);
    }
}
