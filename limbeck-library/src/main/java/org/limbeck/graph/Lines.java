package org.limbeck.graph;

import java.util.Arrays;

/** A list of open lines. A line's number never changes, and lines stand in the order of their numbers. */
final class Lines {

    private static final int NONE = -1;

    private int[] tips;
    private int[] previous;
    private int[] next;
    private int opened;
    private int first = NONE;
    private int last = NONE;

    Lines(int capacity) {
        this.tips = new int[capacity];
        this.previous = new int[capacity];
        this.next = new int[capacity];
    }

    int open(int tip) {
        if (opened == tips.length) {
            tips = Arrays.copyOf(tips, opened * 2);
            previous = Arrays.copyOf(previous, opened * 2);
            next = Arrays.copyOf(next, opened * 2);
        }
        int line = opened++;
        tips[line] = tip;
        previous[line] = last;
        next[line] = NONE;
        if (last == NONE) {
            first = line;
        } else {
            next[last] = line;
        }
        last = line;
        return line;
    }

    void moveTo(int line, int tip) {
        tips[line] = tip;
    }

    /** Closes a line and answers the one before it, or the one after it if it was the first; -1 if it was the only one. */
    int close(int line) {
        tips[line] = NONE;
        if (previous[line] == NONE) {
            first = next[line];
        } else {
            next[previous[line]] = next[line];
        }
        if (next[line] == NONE) {
            last = previous[line];
        } else {
            previous[next[line]] = previous[line];
        }
        return previous[line] == NONE ? next[line] : previous[line];
    }

    int tip(int line) {
        return tips[line];
    }

    /** The first open line, or -1. */
    int first() {
        return first;
    }

    /** The first open line with at least this number, another one left out; -1 if there is none. */
    int firstFrom(int number, int leftOut) {
        for (int line = number; line < opened; line++) {
            if (tips[line] != NONE && line != leftOut) {
                return line;
            }
        }
        return NONE;
    }
}
