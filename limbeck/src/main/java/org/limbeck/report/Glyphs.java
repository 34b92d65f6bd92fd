package org.limbeck.report;

/** The characters that a graph is drawn with. */
public enum Glyphs {
    UNICODE("•●○│─├┤╮╯┬┴┼"),
    ASCII("**o|-||\\/.'+");

    private final String characters;

    Glyphs(String characters) {
        this.characters = characters;
    }

    char of(Stroke stroke) {
        return characters.charAt(stroke.ordinal());
    }

    /** What a character of a drawing means. */
    enum Stroke {
        REVISION,
        APPLIED,
        PENDING,
        LINE,
        ACROSS,
        /** A line that goes on, and one that leaves it to the right. */
        RIGHT,
        /** A line that goes on, and one that comes to it from the left. */
        LEFT,
        /** A line that begins here. */
        BEGIN,
        /** A line that ends here. */
        END,
        /** A line that begins here, with another one beginning further to the right. */
        BEGIN_BETWEEN,
        /** A line that ends here, with another one ending further to the right. */
        END_BETWEEN,
        /** Two lines that have nothing to do with each other. */
        CROSSING
    }
}
