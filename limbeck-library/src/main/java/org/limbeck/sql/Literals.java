package org.limbeck.sql;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.limbeck.problem.Problem;
import org.limbeck.problem.ProblemCode;

/**
 * Writes values of Java as literals.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-syntax-lexical.html#SQL-SYNTAX-CONSTANTS">Constants</a>
 */
public final class Literals {

    private Literals() {}

    /** Text between single quotes. A backslash makes it an escape string, which reads the same under every setting. */
    public static String text(String value) {
        if (value.indexOf('\0') >= 0) {
            throw Problem.of(
                            ProblemCode.INVALID_OPERATION,
                            "a text contains the character NUL, which PostgreSQL can't keep")
                    .exception();
        }
        String doubled = value.replace("'", "''");
        return doubled.indexOf('\\') < 0 ? "'" + doubled + "'" : "E'" + doubled.replace("\\", "\\\\") + "'";
    }

    /** A value that {@link org.limbeck.schema.Values#checked} let through. */
    public static String of(@Nullable Object value) {
        if (value == null) {
            return "NULL";
        }
        if (value instanceof Boolean truth) {
            return truth ? "true" : "false";
        }
        if (value instanceof BigDecimal decimal) {
            return decimal.toPlainString();
        }
        if (value instanceof Double || value instanceof Float) {
            double number = ((Number) value).doubleValue();
            // A bare minus zero would be a numeric, which has only one zero.
            boolean bare = !Double.isNaN(number) && !Double.isInfinite(number) && (number != 0 || 1 / number > 0);
            return bare ? value.toString() : "'" + number + "'";
        }
        if (value instanceof Number) {
            return value.toString();
        }
        if (value instanceof ByteBuffer bytes) {
            return text(hexadecimal(bytes));
        }
        if (value instanceof List<?> list) {
            return text(array(list));
        }
        return text(DateText.of(value));
    }

    /** An array in the server's own text form, which fits every element type without a cast. */
    private static String array(List<?> elements) {
        return elements.stream().map(Literals::element).collect(Collectors.joining(",", "{", "}"));
    }

    private static String element(@Nullable Object value) {
        if (value == null) {
            return "NULL";
        }
        if (value instanceof List<?> list) {
            return array(list);
        }
        if (value instanceof Number || value instanceof Boolean) {
            String literal = of(value);
            return literal.startsWith("'") ? literal.substring(1, literal.length() - 1) : literal;
        }
        String text = value instanceof ByteBuffer bytes ? hexadecimal(bytes) : DateText.of(value);
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    /** The server's own text form of bytes. */
    private static String hexadecimal(ByteBuffer bytes) {
        byte[] copy = new byte[bytes.remaining()];
        bytes.duplicate().get(copy);
        return "\\x" + HexFormat.of().formatHex(copy);
    }
}
