package org.limbeck.source;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.temporal.Temporal;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Values as expressions of Java. Classes outside java.lang are named in full, so that no import is needed. */
public final class JavaLiterals {

    private JavaLiterals() {}

    /** A string literal with its quotes. */
    public static String text(String text) {
        StringBuilder literal = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            switch (character) {
                case '"', '\\' -> literal.append('\\').append(character);
                case '\n' -> literal.append("\\n");
                case '\r' -> literal.append("\\r");
                case '\t' -> literal.append("\\t");
                default -> {
                    if (Character.isISOControl(character)) {
                        // Octal and three digits long: a Unicode escape would be read before the literal is.
                        literal.append(String.format(Locale.ROOT, "\\%03o", (int) character));
                    } else {
                        literal.append(character);
                    }
                }
            }
        }
        return literal.append('"').toString();
    }

    /** A value that {@link org.limbeck.schema.Values#checked} let through. */
    public static String of(@Nullable Object value) {
        if (value == null) {
            return "null";
        }
        if (value instanceof String text) {
            return text(text);
        }
        if (value instanceof Boolean || value instanceof Integer) {
            return value.toString();
        }
        if (value instanceof Number number) {
            return number(number);
        }
        if (value instanceof ByteBuffer bytes) {
            byte[] copy = new byte[bytes.remaining()];
            bytes.duplicate().get(copy);
            return "java.util.HexFormat.of().parseHex(\"" + HexFormat.of().formatHex(copy) + "\")";
        }
        if (value instanceof List<?> list) {
            return list.stream()
                    .map(JavaLiterals::of)
                    .collect(Collectors.joining(", ", "java.util.Arrays.asList(", ")"));
        }
        if (value instanceof UUID uuid) {
            return "java.util.UUID.fromString(\"" + uuid + "\")";
        }
        if (value instanceof Temporal || value instanceof Duration) {
            return value.getClass().getName() + ".parse(\"" + value + "\")";
        }
        throw new IllegalArgumentException(value.getClass().getName());
    }

    private static String number(Number number) {
        if (number instanceof Long) {
            return number + "L";
        }
        if (number instanceof Short) {
            return "(short) " + number;
        }
        if (number instanceof BigDecimal || number instanceof BigInteger) {
            return "new " + number.getClass().getName() + "(\"" + number + "\")";
        }
        double real = number.doubleValue();
        String owner = number instanceof Float ? "Float" : "Double";
        if (Double.isNaN(real)) {
            return owner + ".NaN";
        }
        if (Double.isInfinite(real)) {
            return owner + (real > 0 ? ".POSITIVE_INFINITY" : ".NEGATIVE_INFINITY");
        }
        return number instanceof Float ? number + "f" : number.toString();
    }
}
