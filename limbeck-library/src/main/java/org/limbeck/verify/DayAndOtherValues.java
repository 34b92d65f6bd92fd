package org.limbeck.verify;

import java.time.LocalDate;
import java.util.List;

/** Samples of days, times, addresses and the rarer types. */
final class DayAndOtherValues {

    /** What Java's and other people's programs write as the end of time; the server's own end fits into few other types. */
    private static final LocalDate LAST = LocalDate.of(9999, 12, 31);

    private static final LocalDate FIRST = LocalDate.of(1, 1, 1);
    private static final LocalDate LEAP = LocalDate.of(2024, 2, 29);

    private DayAndOtherValues() {}

    /** The lowest, the highest, then ordinary ones; none for a type that isn't known. */
    static List<String> of(String type, int salt) {
        String first = day(FIRST.plusDays(salt));
        String last = day(LAST.minusDays(salt));
        String leap = day(LEAP.plusDays(salt));
        return SampleValues.quoted(
                switch (type) {
                    case "date" -> List.of(first, last, leap);
                    case "timestamp without time zone" ->
                        List.of(first + " 00:00:00", last + " 23:59:59", leap + " 12:34:56.789");
                    case "timestamp with time zone" ->
                        List.of(first + " 00:00:00+00", last + " 23:59:59+00", leap + " 12:34:56.789+02");
                    case "time without time zone" ->
                        List.of("00:00:00", "23:59:59", "12:%02d:%02d".formatted(salt / 60 % 60, salt % 60));
                    case "time with time zone" ->
                        List.of("00:00:00+00", "23:59:59-11", "12:%02d:%02d+02".formatted(salt / 60 % 60, salt % 60));
                    case "interval" -> List.of("-100 years", "1 mon -2 days 03:04:05", salt + " days");
                    case "inet" ->
                        List.of("0.0.0.0/0", "2001:db8::" + Integer.toHexString(salt), "10.0.0." + salt % 256);
                    case "cidr" -> List.of("0.0.0.0/0", "2001:db8::/32", "10." + salt % 256 + ".0.0/16");
                    case "macaddr" -> List.of("00:00:00:00:00:00", "ff:ff:ff:ff:ff:ff", "08:00:2b:01:02:03");
                    case "macaddr8" -> List.of("00:00:00:00:00:00:00:00", "ff:ff:ff:ff:ff:ff:ff:ff");
                    case "xml" -> List.of("<a>" + salt + "</a>");
                    case "tsvector" -> List.of("", "a" + salt + ":1 b:2");
                    case "tsquery" -> List.of("a" + salt + " & !b");
                    case "point" -> List.of("(-1e30,1e30)", "(" + salt + ",2)");
                    case "box", "lseg" -> List.of("((0,0),(" + salt + ",1))");
                    case "path", "polygon" -> List.of("((0,0),(1,1),(" + salt + ",0))");
                    case "circle" -> List.of("<(0,0)," + salt + ">");
                    case "line" -> List.of("{1,2," + salt + "}");
                    case "int4range", "int8range", "numrange" ->
                        List.of("empty", "(,)", "[" + salt + "," + (salt + 1) + ")");
                    case "daterange", "tsrange", "tstzrange" -> List.of("empty", "(,)", "[" + leap + "," + last + ")");
                    case "int4multirange", "int8multirange", "nummultirange" ->
                        List.of("{}", "{[" + salt + "," + (salt + 1) + ")}");
                    case "datemultirange", "tsmultirange", "tstzmultirange" ->
                        List.of("{}", "{[" + leap + "," + last + ")}");
                    case "oid" -> List.of("0", "4294967295", Integer.toString(salt));
                    case "pg_lsn" -> List.of("0/0", "FFFFFFFF/FFFFFFFF", "16/" + Integer.toHexString(salt));
                    default -> List.of();
                });
    }

    private static String day(LocalDate day) {
        return day.toString();
    }
}
