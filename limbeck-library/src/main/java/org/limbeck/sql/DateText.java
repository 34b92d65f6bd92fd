package org.limbeck.sql;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** Writes dates and times as the server reads them, which knows neither a year 0 nor signs of years. */
final class DateText {

    private DateText() {}

    /** The text of a date or time; of anything else what it says of itself. */
    static String of(Object value) {
        if (value instanceof LocalDate date) {
            return day(date) + era(date);
        }
        if (value instanceof LocalDateTime dateTime) {
            LocalDate date = dateTime.toLocalDate();
            return day(date) + " " + dateTime.toLocalTime() + era(date);
        }
        if (value instanceof OffsetDateTime dateTime) {
            LocalDate date = dateTime.toLocalDate();
            return day(date) + " " + dateTime.toLocalTime() + dateTime.getOffset() + era(date);
        }
        if (value instanceof Instant instant) {
            return of(instant.atOffset(ZoneOffset.UTC));
        }
        return value.toString();
    }

    private static String day(LocalDate date) {
        int year = date.getYear() > 0 ? date.getYear() : 1 - date.getYear();
        return padded(year, 4) + "-" + padded(date.getMonthValue(), 2) + "-" + padded(date.getDayOfMonth(), 2);
    }

    private static String era(LocalDate date) {
        return date.getYear() > 0 ? "" : " BC";
    }

    private static String padded(int number, int width) {
        String digits = Integer.toString(number);
        return "0".repeat(Math.max(0, width - digits.length())) + digits;
    }
}
