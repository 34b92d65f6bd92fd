package org.limbeck.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.limbeck.schema.DataType;
import org.limbeck.schema.Domain;
import org.limbeck.schema.EnumType;
import org.limbeck.schema.ObjectId;
import org.limbeck.schema.ObjectKind;
import org.limbeck.schema.Schema;
import org.limbeck.sql.Literals;

/**
 * Values that are hard on a type: its ends, what is easily cut off or spelled wrongly, and an ordinary one.
 *
 * @param schema knows the types that somebody created
 */
record SampleValues(Schema schema) {

    private static final Pattern TYPE =
            Pattern.compile("([a-z\"][a-z0-9\" ]*?)(?:\\((\\d+)(?:,(-?\\d+))?\\))?( with(?:out)? time zone)?");
    private static final int LONGEST_TEXT = 300;
    private static final int MOST_DIGITS = 60;

    /**
     * The values as expressions in SQL: the lowest, the highest, then ordinary ones.
     *
     * @param salt makes them differ from those of another salt where the type has room for it; below 1,000
     * @return none for a type that isn't known
     */
    List<String> of(DataType type, int salt) {
        if (type instanceof DataType.ArrayOf array) {
            return ofArray(array.element(), salt);
        }
        if (type instanceof DataType.Named named) {
            if (schema.object(ObjectId.of(ObjectKind.ENUM, named.name())) instanceof EnumType enumType) {
                return ofEnum(enumType, salt);
            }
            if (schema.object(ObjectId.of(ObjectKind.DOMAIN, named.name())) instanceof Domain domain) {
                return of(domain.type(), salt);
            }
            return named.name().name().equals("citext") ? texts(LONGEST_TEXT, salt) : List.of();
        }
        return ofBuiltIn(type.toString(), salt);
    }

    private List<String> ofArray(DataType element, int salt) {
        List<String> elements = of(element, salt);
        return elements.isEmpty()
                ? List.of("'{}'")
                : List.of("'{}'", "ARRAY[" + elements.get(0) + ", NULL, " + elements.get(elements.size() - 1) + "]");
    }

    private static List<String> ofEnum(EnumType type, int salt) {
        List<String> values = type.values();
        return values.isEmpty()
                ? List.of()
                : quoted(List.of(values.get(0), values.get(values.size() - 1), values.get(salt % values.size())));
    }

    private static List<String> ofBuiltIn(String sql, int salt) {
        Matcher matcher = TYPE.matcher(sql);
        if (!matcher.matches()) {
            return List.of();
        }
        int length = matcher.group(2) == null ? -1 : Integer.parseInt(matcher.group(2));
        int scale = matcher.group(3) == null ? 0 : Integer.parseInt(matcher.group(3));
        String zone = matcher.group(4) == null ? "" : matcher.group(4);
        return switch (matcher.group(1) + zone) {
            case "smallint" -> numbers(Short.MIN_VALUE, Short.MAX_VALUE, 12_345, salt);
            case "integer" -> numbers(Integer.MIN_VALUE, Integer.MAX_VALUE, 1_234_567_000, salt);
            case "bigint" -> numbers(Long.MIN_VALUE, Long.MAX_VALUE, 1_234_567_890_123_000L, salt);
            case "numeric" -> numeric(length, scale, salt);
            case "real" -> quoted(List.of("-3.4028235e+38", "3.4028235e+38", salt + ".5"));
            case "double precision" -> quoted(List.of("-1e+300", "1.7976931348623157e+308", salt + ".1"));
            case "money" -> quoted(List.of("-" + salt + ".01", "92233720368547." + (10 + salt % 90), salt + ".10"));
            case "boolean" -> List.of("false", "true", salt % 2 == 0 ? "true" : "false");
            case "character varying", "character", "text", "name" -> texts(length, salt);
            case "\"char\"" -> quoted(List.of("a", "z", String.valueOf((char) ('b' + salt % 20))));
            case "bytea" -> quoted(List.of("\\x00" + hex(salt), "\\xff" + hex(salt), "\\xdeadbeef" + hex(salt)));
            case "uuid" -> uuids(salt);
            case "json", "jsonb" ->
                quoted(List.of(
                        "{\"n\": " + salt + "}",
                        "[null, \"\u6f22\", " + salt + "]",
                        "{\"a\": {\"b\": [" + salt + "]}}"));
            case "bit" -> bits(length < 0 ? 1 : length, salt);
            case "bit varying" -> bits(length < 0 ? 8 : length, salt);
            default -> DayAndOtherValues.of(matcher.group(1) + zone, salt);
        };
    }

    private static List<String> numbers(long lowest, long highest, long ordinary, int salt) {
        return quoted(
                List.of(Long.toString(lowest + salt), Long.toString(highest - salt), Long.toString(ordinary + salt)));
    }

    private static List<String> numeric(int precision, int scale, int salt) {
        if (precision < 0) {
            return quoted(List.of("-1" + "0".repeat(MOST_DIGITS) + ".5", salt + "9".repeat(40), salt + ".000001000"));
        }
        // A scale may be below zero or above the precision since PostgreSQL 15.
        int whole = Math.max(0, precision - Math.max(scale, 0));
        String digits = "9".repeat(whole);
        String fraction = scale > 0 ? "." + "9".repeat(Math.min(scale, precision)) : "";
        String ordinary = whole == 0 ? "0" : Integer.toString(salt % (int) Math.pow(10, Math.min(whole, 3)));
        String most = digits.isEmpty() ? "0" : digits;
        if (scale > precision || scale < 0) {
            return quoted(List.of("0"));
        }
        return quoted(List.of("-" + most + fraction, most + fraction, ordinary));
    }

    private static List<String> texts(int length, int salt) {
        int longest = length < 0 ? LONGEST_TEXT : length;
        String number = Integer.toString(salt, Character.MAX_RADIX);
        return quoted(List.of(
                cut(number + " O'Brien \\ \"\u00df\" \u6f22\u5b57 \uD83E\uDD8A", longest),
                cut(number + "x".repeat(LONGEST_TEXT), longest),
                cut(number + "b", longest)));
    }

    private static String cut(String text, int length) {
        int points = text.codePointCount(0, text.length());
        return points <= length
                ? text
                : text.substring(0, text.offsetByCodePoints(0, length)).stripTrailing();
    }

    private static List<String> uuids(int salt) {
        String end = "%012x".formatted(salt);
        return quoted(List.of(
                "00000000-0000-0000-0000-" + end, "ffffffff-ffff-ffff-ffff-" + end, "a0eebc99-9c0b-4ef8-bb6d-" + end));
    }

    private static List<String> bits(int length, int salt) {
        String salted = Integer.toBinaryString(salt);
        String ordinary = "0".repeat(length) + salted;
        return quoted(List.of("0".repeat(length), "1".repeat(length), ordinary.substring(ordinary.length() - length)));
    }

    private static String hex(int salt) {
        return "%04x".formatted(salt);
    }

    static List<String> quoted(List<String> values) {
        List<String> quoted = new ArrayList<>();
        values.forEach(value -> quoted.add(Literals.text(value)));
        return quoted;
    }
}
