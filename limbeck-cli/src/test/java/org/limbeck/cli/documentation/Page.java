package org.limbeck.cli.documentation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Markdown file.
 *
 * @param file where it is
 * @param lines its text
 */
record Page(Path file, List<String> lines) {

    private static final Pattern FENCE = Pattern.compile("(\\s*)(```+|~~~+)\\s*(\\S*)\\s*(.*)");
    private static final Pattern COMMENT = Pattern.compile("<!--\\s*(project|not run):\\s*(.*?)\\s*-->");

    /** What stands in a page, in order. */
    sealed interface Element permits Begin, Sample {}

    /** The comment with which a new project begins. */
    record Begin(String project, int line) implements Element {}

    record Sample(Block block) implements Element {}

    static Page read(Path file) {
        try {
            return new Page(file, Files.readAllLines(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    List<Element> elements() {
        List<Element> elements = new ArrayList<>();
        String reason = "";
        int index = 0;
        while (index < lines.size()) {
            String line = lines.get(index);
            Matcher comment = COMMENT.matcher(line.strip());
            Matcher fence = FENCE.matcher(line);
            if (comment.matches()) {
                if (comment.group(1).equals("project")) {
                    elements.add(new Begin(comment.group(2), index + 1));
                } else {
                    reason = comment.group(2);
                }
            } else if (fence.matches()) {
                Block block = block(index, fence, reason);
                elements.add(new Sample(block));
                reason = "";
                index = block.endIndex();
            } else if (!line.isBlank()) {
                reason = "";
            }
            index++;
        }
        return elements;
    }

    List<Block> blocks() {
        List<Block> blocks = new ArrayList<>();
        for (Element element : elements()) {
            if (element instanceof Sample sample) {
                blocks.add(sample.block());
            }
        }
        return blocks;
    }

    private Block block(int index, Matcher fence, String reason) {
        String indentation = fence.group(1);
        StringBuilder text = new StringBuilder();
        for (int i = index + 1; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.strip().equals(fence.group(2))) {
                return new Block(fence.group(3), fence.group(4), text.toString(), index + 1, reason);
            }
            text.append(line.startsWith(indentation) ? line.substring(indentation.length()) : line)
                    .append('\n');
        }
        throw new AssertionError(file + ":" + (index + 1) + ": the block is never closed");
    }
}
