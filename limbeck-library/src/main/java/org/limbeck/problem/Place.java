package org.limbeck.problem;

/**
 * A line of a file.
 *
 * @param file the file as the user would type it
 * @param line the line, counted from 1; 0 stands for the file as a whole
 */
public record Place(String file, int line) {

    public static Place of(String file) {
        return new Place(file, 0);
    }

    @Override
    public String toString() {
        return line == 0 ? file : file + ":" + line;
    }
}
