package org.limbeck.diff;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.limbeck.schema.DataType;
import org.limbeck.sql.Identifiers;

/**
 * How values of one type become values of another.
 *
 * @param using the expression that makes a new value; null where the server assigns values of the one to the other
 * @param loss what is lost of a value, a clause; null for nothing
 * @param risk which values stop the conversion, or come out otherwise than one may think, a clause; null for none
 * @param kin whether expressions and keys over values of the one hold for values of the other
 * @see <a href="https://www.postgresql.org/docs/current/sql-createcast.html">CREATE CAST</a>
 */
record TypeConversion(
        @Nullable String using,
        @Nullable String loss,
        @Nullable String risk,
        boolean kin) {

    private static final Set<String> TEXTS = Set.of("text", "character varying", "character", "name", "bpchar");

    /** Numbers in the order of what they hold. */
    private static final Map<String, Integer> NUMBERS =
            Map.of("smallint", 1, "integer", 2, "bigint", 3, "numeric", 4, "real", 5, "double precision", 6);

    /** Types of one group are assigned to each other. */
    private static final Map<String, Set<String>> ASSIGNED = Map.ofEntries(
            Map.entry("date", Set.of("timestamp without time zone", "timestamp with time zone")),
            Map.entry(
                    "timestamp without time zone",
                    Set.of("date", "timestamp with time zone", "time without time zone")),
            Map.entry(
                    "timestamp with time zone",
                    Set.of("date", "timestamp without time zone", "time without time zone", "time with time zone")),
            Map.entry("time without time zone", Set.of("time with time zone", "interval")),
            Map.entry("time with time zone", Set.of("time without time zone")),
            Map.entry("interval", Set.of("time without time zone")),
            Map.entry("json", Set.of("jsonb")),
            Map.entry("jsonb", Set.of("json")),
            Map.entry("bit", Set.of("bit varying")),
            Map.entry("bit varying", Set.of("bit")),
            Map.entry("inet", Set.of("cidr")),
            Map.entry("cidr", Set.of("inet")),
            Map.entry("macaddr", Set.of("macaddr8")),
            Map.entry("macaddr8", Set.of("macaddr")),
            Map.entry("money", Set.of("numeric")));

    private static final Pattern MODIFIED = Pattern.compile("([^(]*)\\(([0-9, -]+)\\)(.*)");

    /** What a column of that name needs to change its type. */
    static TypeConversion of(String column, DataType from, DataType to) {
        if (from instanceof DataType.ArrayOf fromArray && to instanceof DataType.ArrayOf toArray) {
            TypeConversion element = of(column, fromArray.element(), toArray.element());
            return element.using == null
                    ? element
                    : new TypeConversion(throughText(column, "text[]", to), element.loss, element.risk, false);
        }
        if (to instanceof DataType.ArrayOf) {
            String name = Identifiers.quoted(column);
            String array = "ARRAY[" + name + "]::text[]::" + spelled(to);
            return isText(from)
                    ? new TypeConversion(name + "::" + spelled(to), null, "a text that is no array stops it", false)
                    : new TypeConversion(
                            "CASE WHEN " + name + " IS NOT NULL THEN " + array + " END", null, null, false);
        }
        if (from instanceof DataType.ArrayOf && !isText(to)) {
            String first = Identifiers.quoted(column) + "[1]::text::" + spelled(to);
            return new TypeConversion(first, "all elements but the first are lost", null, false);
        }
        if (from instanceof DataType.BuiltIn fromBuiltIn && to instanceof DataType.BuiltIn toBuiltIn) {
            return builtIn(column, Type.of(fromBuiltIn), Type.of(toBuiltIn), to);
        }
        if (isText(to)) {
            return new TypeConversion(null, null, null, false);
        }
        String using = isText(from) ? Identifiers.quoted(column) + "::" + spelled(to) : throughText(column, "text", to);
        return new TypeConversion(using, null, "a value that is no " + to + " stops it", false);
    }

    private static boolean isText(DataType type) {
        return type instanceof DataType.BuiltIn builtIn && TEXTS.contains(Type.of(builtIn).name);
    }

    private static TypeConversion builtIn(String column, Type from, Type to, DataType target) {
        if (from.name.equals(to.name)) {
            return sameType(from, to);
        }
        if (TEXTS.contains(to.name)) {
            return new TypeConversion(null, null, tooLong(to), TEXTS.contains(from.name));
        }
        if (NUMBERS.containsKey(from.name) && NUMBERS.containsKey(to.name)) {
            return numbers(from, to);
        }
        if (ASSIGNED.getOrDefault(from.name, Set.of()).contains(to.name)) {
            return new TypeConversion(null, lostTime(from, to), otherwise(from, to), false);
        }
        String name = Identifiers.quoted(column);
        if (from.name.equals("boolean") && NUMBERS.containsKey(to.name)) {
            String number = name + "::integer";
            return new TypeConversion(to.name.equals("integer") ? number : number + "::" + to, null, null, false);
        }
        if (NUMBERS.containsKey(from.name) && to.name.equals("boolean")) {
            return new TypeConversion(name + " <> 0", "every number but 0 becomes true", null, false);
        }
        String using = TEXTS.contains(from.name) ? name + "::" + to : throughText(column, "text", target);
        return new TypeConversion(using, null, "a value that is no " + to + " stops it", false);
    }

    private static TypeConversion sameType(Type from, Type to) {
        if (TEXTS.contains(to.name) || to.name.equals("bit") || to.name.equals("bit varying")) {
            return new TypeConversion(null, null, to.narrower(from) ? tooLong(to) : null, true);
        }
        if (to.name.equals("numeric")) {
            boolean coarser = to.precision >= 0 && (from.precision < 0 || to.scale < from.scale);
            boolean smaller =
                    to.precision >= 0 && (from.precision < 0 || to.precision - to.scale < from.precision - from.scale);
            return new TypeConversion(
                    null,
                    coarser ? "digits behind the point beyond " + to.scale + " are rounded" : null,
                    smaller ? "a number too large for " + to + " stops it" : null,
                    true);
        }
        return new TypeConversion(
                null,
                to.narrower(from) ? "fractions of a second are rounded to " + to.precision + " digits" : null,
                null,
                true);
    }

    private static TypeConversion numbers(Type from, Type to) {
        boolean whole = rank(to) <= 3;
        boolean loses = (whole && rank(from) > 3)
                || (to.name.equals("real") && rank(from) != 1)
                || (to.name.equals("double precision") && (rank(from) == 3 || rank(from) == 4))
                || (to.name.equals("numeric") && to.precision >= 0 && rank(from) > 4);
        boolean tooSmall = (whole && rank(to) < rank(from)) || (to.name.equals("numeric") && to.precision >= 0);
        return new TypeConversion(
                null,
                loses ? "numbers are rounded to what " + to + " holds" : null,
                tooSmall ? "a number too large for " + to + " stops it" : null,
                true);
    }

    private static int rank(Type type) {
        return NUMBERS.getOrDefault(type.name, 0);
    }

    private static @Nullable String lostTime(Type from, Type to) {
        if (from.name.startsWith("timestamp") && to.name.equals("date")) {
            return "the time of day is lost";
        }
        if (from.name.startsWith("timestamp") && to.name.startsWith("time ")) {
            return "the date is lost";
        }
        if (from.name.equals("interval")) {
            return "days, months and years are lost";
        }
        if (from.name.equals("json")) {
            return "the order and the repetition of keys are lost";
        }
        return from.name.equals("inet") ? "the bits right of the netmask are lost" : null;
    }

    private static @Nullable String otherwise(Type from, Type to) {
        boolean zoned = from.name.endsWith("with time zone") != to.name.endsWith("with time zone");
        return from.name.startsWith("timestamp") && to.name.startsWith("timestamp") && zoned
                ? "the times are read in the time zone of the session that runs it"
                : null;
    }

    private static @Nullable String tooLong(Type to) {
        return to.precision < 0 ? null : "a value longer than " + to.precision + " stops it";
    }

    private static String throughText(String column, String text, DataType to) {
        return Identifiers.quoted(column) + "::" + text + "::" + spelled(to);
    }

    private static String spelled(DataType type) {
        if (type instanceof DataType.Named named) {
            return Identifiers.quoted(named.name());
        }
        return type instanceof DataType.ArrayOf array ? spelled(array.element()) + "[]" : type.toString();
    }

    /**
     * A built-in type taken apart.
     *
     * @param precision -1 for none
     */
    private record Type(String name, int precision, int scale) {

        static Type of(DataType.BuiltIn type) {
            String sql = type.sql().toLowerCase(Locale.ROOT);
            Matcher matcher = MODIFIED.matcher(sql);
            if (!matcher.matches()) {
                return new Type(sql, -1, 0);
            }
            String[] modifiers = matcher.group(2).split(",", -1);
            return new Type(
                    (matcher.group(1).strip() + matcher.group(3)),
                    Integer.parseInt(modifiers[0].strip()),
                    modifiers.length > 1 ? Integer.parseInt(modifiers[1].strip()) : 0);
        }

        boolean narrower(Type other) {
            return precision >= 0 && (other.precision < 0 || precision < other.precision);
        }

        @Override
        public String toString() {
            if (precision < 0) {
                return name;
            }
            String modifier = "(" + precision + (name.equals("numeric") ? "," + scale : "") + ")";
            int zone = name.indexOf(" with");
            return name.startsWith("time") && zone > 0
                    ? name.substring(0, zone) + modifier + name.substring(zone)
                    : name + modifier;
        }
    }
}
