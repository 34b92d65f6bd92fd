package org.limbeck.safety;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.limbeck.ddl.PartitionBound;

/**
 * Compares what partitions hold, for a key of one column, where literals of its type can be understood without the server.
 *
 * @param type of the key, as {@code format_type} spells it
 * @param length the most characters of a text; 0 for any number
 * @param zone of the session
 */
record BoundValues(String type, int length, ZoneId zone) {

    private static final Pattern QUOTED = Pattern.compile("'((?:[^']|'')*)'");
    private static final Pattern MOMENT = Pattern.compile("(\\d{4}-\\d\\d-\\d\\d)"
            + "(?:[ T](\\d\\d:\\d\\d(?::\\d\\d(?:\\.\\d{1,6})?)?)(Z|[+-]\\d\\d(?::\\d\\d)?)?)?");

    /** OIDs from here on aren't those of the server itself. */
    private static final long FIRST_OF_USERS = 16384;

    /** Null where nothing can be told about the key. */
    static @Nullable BoundValues of(Facts facts, RelationFacts parent) {
        ColumnFacts column = parent.column(parent.partitions().key().get(0));
        // Collations of users may take different texts for equal.
        if (column == null || column.spelling().array() || column.collation() >= FIRST_OF_USERS) {
            return null;
        }
        List<Integer> arguments = column.spelling().arguments();
        String type = column.spelling().name();
        boolean varying = type.equals("character varying");
        if (!arguments.isEmpty() && !varying) {
            return null;
        }
        try {
            ZoneId zone = ZoneId.of(facts.server().timeZone());
            return new BoundValues(type, varying && !arguments.isEmpty() ? arguments.get(0) : 0, zone);
        } catch (DateTimeException unknown) {
            return null;
        }
    }

    /** Whether the server will take each value, and there can be rows between them. */
    boolean isSound(PartitionBound bound) {
        if (bound.kind() == PartitionBound.Kind.LIST) {
            return texts(bound) != null;
        }
        Range range = range(bound);
        return range != null
                && (range.from() == null || range.to() == null || range.from().compareTo(range.to()) < 0);
    }

    /** Whether no row can belong to both; false also where that can't be told. */
    boolean areApart(PartitionBound one, PartitionBound other) {
        if (other.kind() == PartitionBound.Kind.DEFAULT) {
            return true;
        } else if (one.kind() != other.kind()) {
            return false;
        } else if (one.kind() == PartitionBound.Kind.LIST) {
            List<String> values = texts(one);
            List<String> others = texts(other);
            return values != null && others != null && Collections.disjoint(values, others);
        }
        Range range = range(one);
        Range taken = range(other);
        return range != null && taken != null && (range.endsBefore(taken) || taken.endsBefore(range));
    }

    /** From the first value, inclusive, to the second, exclusive; null for no limit. */
    private record Range(
            @Nullable BigDecimal from, @Nullable BigDecimal to) {

        private boolean endsBefore(Range other) {
            return to != null && other.from() != null && to.compareTo(other.from()) <= 0;
        }
    }

    private @Nullable Range range(PartitionBound bound) {
        if (bound.from().size() != 1 || bound.to().size() != 1) {
            return null;
        }
        String from = bound.from().get(0);
        String to = bound.to().get(0);
        boolean first = from.equalsIgnoreCase("minvalue");
        boolean last = to.equalsIgnoreCase("maxvalue");
        BigDecimal least = first ? null : number(from);
        BigDecimal end = last ? null : number(to);
        return (least == null && !first) || (end == null && !last) ? null : new Range(least, end);
    }

    /** The values of a list, spelled alike where they are equal. */
    private @Nullable List<String> texts(PartitionBound bound) {
        List<String> texts = new ArrayList<>();
        for (String literal : bound.from()) {
            String text = literal.equalsIgnoreCase("null") ? "" : text(literal);
            if (text == null) {
                return null;
            }
            texts.add(text);
        }
        return texts;
    }

    private @Nullable String text(String literal) {
        if (!type.equals("text") && !type.equals("character varying")) {
            BigDecimal number = number(literal);
            return number == null ? null : number.stripTrailingZeros().toPlainString();
        }
        Matcher quoted = QUOTED.matcher(literal);
        boolean fits = quoted.matches() && (length == 0 || quoted.group(1).length() <= length);
        return fits ? "'" + quoted.group(1) : null;
    }

    /** A place on the line of all values. */
    private @Nullable BigDecimal number(String literal) {
        Matcher quoted = QUOTED.matcher(literal);
        String text = quoted.matches() ? quoted.group(1) : literal;
        try {
            return switch (type) {
                case "smallint" -> BigDecimal.valueOf(new BigDecimal(text).shortValueExact());
                case "integer" -> BigDecimal.valueOf(new BigDecimal(text).intValueExact());
                case "bigint" -> BigDecimal.valueOf(new BigDecimal(text).longValueExact());
                case "numeric" -> new BigDecimal(text);
                case "date" ->
                    quoted.matches() ? BigDecimal.valueOf(LocalDate.parse(text).toEpochDay()) : null;
                case "timestamp without time zone", "timestamp with time zone" ->
                    quoted.matches() ? moment(text) : null;
                default -> null;
            };
        } catch (ArithmeticException | NumberFormatException | DateTimeException other) {
            return null;
        }
    }

    private @Nullable BigDecimal moment(String text) {
        Matcher matcher = MOMENT.matcher(text);
        if (!matcher.matches()) {
            return null;
        }
        String time = matcher.group(2);
        String offset = matcher.group(3);
        boolean zoned = type.endsWith("with time zone");
        if (offset != null && !zoned) {
            return null;
        }
        LocalDateTime local =
                LocalDate.parse(matcher.group(1)).atTime(time == null ? LocalTime.MIN : LocalTime.parse(time));
        ZoneId place = offset != null ? ZoneOffset.of(offset) : zoned ? zone : ZoneOffset.UTC;
        Instant instant = local.atZone(place).toInstant();
        return BigDecimal.valueOf(instant.getEpochSecond()).add(BigDecimal.valueOf(instant.getNano(), 9));
    }
}
