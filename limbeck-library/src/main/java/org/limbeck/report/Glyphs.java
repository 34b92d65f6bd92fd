package org.limbeck.report;

/** The characters that a graph is drawn with. */
public enum Glyphs {
    UNICODE,
    ASCII;

    char of(Stroke stroke) {
        return this == UNICODE ? stroke.unicode : stroke.ascii;
    }

    /** What a character of a drawing means. */
    enum Stroke {
        REVISION('•', '*'),
        APPLIED('●', '*'),
        PENDING('○', 'o'),
        LINE('│', '|'),
        ACROSS('─', '-'),
        /** A line that goes on, and one that leaves it to the right. */
        RIGHT('├', '|'),
        /** A line that goes on, and one that comes to it from the left. */
        LEFT('┤', '|'),
        /** A line that begins here. */
        BEGIN('╮', '\\'),
        /** A line that ends here. */
        END('╯', '/'),
        /** A line that begins here, with another one beginning further to the right. */
        BEGIN_BETWEEN('┬', '.'),
        /** A line that ends here, with another one ending further to the right. */
        END_BETWEEN('┴', '\''),
        /** Two lines that have nothing to do with each other. */
        CROSSING('┼', '+');

        private final char unicode;
        private final char ascii;

        Stroke(char unicode, char ascii) {
            this.unicode = unicode;
            this.ascii = ascii;
        }
    }
}
