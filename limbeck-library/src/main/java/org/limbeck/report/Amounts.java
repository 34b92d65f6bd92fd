package org.limbeck.report;

import java.util.Locale;

/** Sizes, counts and times for people. */
final class Amounts {

    private static final String[] BYTES = {"bytes", "kB", "MB", "GB", "TB"};
    private static final double STEP = 1024;
    private static final long THOUSAND = 1000;
    private static final long MILLION = 1_000_000;
    private static final long MINUTE = 60;
    private static final long HOUR = 3600;

    private Amounts() {}

    static String bytes(long bytes) {
        double amount = bytes;
        int unit = 0;
        while (amount >= STEP && unit < BYTES.length - 1) {
            amount /= STEP;
            unit++;
        }
        return (unit == 0 || amount >= 10 ? String.valueOf(Math.round(amount)) : tenths(amount)) + " " + BYTES[unit];
    }

    /** Empty if the count isn't known. */
    static String rows(long rows) {
        if (rows < 0) {
            return "";
        } else if (rows < THOUSAND) {
            return rows + (rows == 1 ? " row" : " rows");
        } else if (rows < MILLION) {
            return "about " + rows / THOUSAND + " thousand rows";
        }
        return "about " + tenths((double) rows / MILLION) + " million rows";
    }

    static String seconds(long seconds) {
        if (seconds < MINUTE) {
            return seconds + " s";
        } else if (seconds < HOUR) {
            return seconds / MINUTE + " min " + seconds % MINUTE + " s";
        }
        return seconds / HOUR + " h " + seconds % HOUR / MINUTE + " min";
    }

    private static String tenths(double amount) {
        return String.format(Locale.ROOT, "%.1f", amount);
    }
}
