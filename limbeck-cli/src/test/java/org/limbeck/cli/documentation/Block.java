package org.limbeck.cli.documentation;

/**
 * A fenced block of a page.
 *
 * @param language the first word behind the fence
 * @param argument what follows it; empty for nothing
 * @param text the lines between the fences, each with its line feed
 * @param line the number of the opening fence
 * @param reason what the comment directly above says behind {@code not run:}; empty for nothing
 */
record Block(String language, String argument, String text, int line, String reason) {

    /** The number of the first line between the fences, counted from 0. */
    int firstIndex() {
        return line;
    }

    /** The number of the closing fence, counted from 0. */
    int endIndex() {
        return line + (int) text.lines().count();
    }
}
