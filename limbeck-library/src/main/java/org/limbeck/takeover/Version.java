package org.limbeck.takeover;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A version of Flyway: numbers with dots or underscores between them. {@code 1.10} comes after {@code 1.9}; {@code 01} and
 * {@code 1.0} are {@code 1}.
 *
 * @param parts the numbers without the zeros at the end
 */
public record Version(List<BigInteger> parts) implements Comparable<Version> {

    private static final Pattern FORM = Pattern.compile("\\d+([._]\\d+)*");

    public Version {
        parts = List.copyOf(parts);
    }

    /** Reads a version; empty for what is none. */
    public static Optional<Version> of(String text) {
        if (!FORM.matcher(text).matches()) {
            return Optional.empty();
        }
        List<BigInteger> parts = new ArrayList<>();
        for (String part : text.split("[._]", -1)) {
            parts.add(new BigInteger(part));
        }
        while (!parts.isEmpty() && parts.get(parts.size() - 1).signum() == 0) {
            parts.remove(parts.size() - 1);
        }
        return Optional.of(new Version(parts));
    }

    @Override
    public int compareTo(Version other) {
        for (int i = 0; i < Math.max(parts.size(), other.parts.size()); i++) {
            int compared = part(i).compareTo(other.part(i));
            if (compared != 0) {
                return compared;
            }
        }
        return 0;
    }

    private BigInteger part(int index) {
        return index < parts.size() ? parts.get(index) : BigInteger.ZERO;
    }
}
