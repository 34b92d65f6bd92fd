package org.limbeck.report;

/**
 * Colours for a terminal. They only add to what the words say.
 *
 * @param on whether there are any
 */
public record Paint(boolean on) {

    /** No colours. */
    public static final Paint NONE = new Paint(false);

    /** What went wrong. */
    public String failure(String text) {
        return painted("1;31", text);
    }

    /** What was done, and what is there. */
    public String success(String text) {
        return painted("32", text);
    }

    /** What is taken back. */
    public String removal(String text) {
        return painted("33", text);
    }

    /** What names a thing. */
    public String name(String text) {
        return painted("36", text);
    }

    /** What matters less. */
    public String aside(String text) {
        return painted("2", text);
    }

    private String painted(String code, String text) {
        return on && !text.isEmpty() ? "\u001B[" + code + "m" + text + "\u001B[0m" : text;
    }
}
