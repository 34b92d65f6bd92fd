package org.limbeck.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;

/** An array or a vector of whole numbers, as the catalogs keep columns of constraints and indexes. */
final class Numbers {

    private static final Numbers NONE = new Numbers(new long[0]);

    private final long[] numbers;

    private Numbers(long[] numbers) {
        this.numbers = numbers;
    }

    /** Reads {@code {1,2}} and {@code 1 2}. */
    static Numbers of(String text) {
        int start = text.startsWith("{") ? 1 : 0;
        int end = text.length() - start;
        if (start >= end) {
            return NONE;
        }
        int count = 1;
        for (int i = start; i < end; i++) {
            count += separates(text.charAt(i)) ? 1 : 0;
        }
        long[] numbers = new long[count];
        int from = start;
        for (int i = 0; i < count; i++) {
            int to = from;
            while (to < end && !separates(text.charAt(to))) {
                to++;
            }
            numbers[i] = Long.parseLong(text, from, to, 10);
            from = to + 1;
        }
        return new Numbers(numbers);
    }

    static Numbers none() {
        return NONE;
    }

    int size() {
        return numbers.length;
    }

    long at(int place) {
        return numbers[place];
    }

    <T> List<T> map(LongFunction<T> function) {
        return map(0, function);
    }

    /** What stands behind the numbers from that place on. */
    <T> List<T> map(int from, LongFunction<T> function) {
        List<T> all = new ArrayList<>(numbers.length - from);
        for (int i = from; i < numbers.length; i++) {
            all.add(function.apply(numbers[i]));
        }
        return all;
    }

    private static boolean separates(char character) {
        return character == ',' || character == ' ';
    }
}
