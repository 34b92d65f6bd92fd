package org.limbeck.cli;

import java.util.GregorianCalendar;
import java.util.Locale;
import org.postgresql.Driver;

/**
 * Loads what the first connection of a JVM needs, on the side, while the command line is parsed and the settings are read:
 * the driver's logging and its calendar are a good part of what a short command takes.
 */
final class DriverStart {

    private DriverStart() {}

    static void aside() {
        Thread thread = new Thread(DriverStart::load, "driver-start");
        thread.setDaemon(true);
        thread.start();
    }

    private static void load() {
        try {
            new GregorianCalendar(Locale.ROOT).getTimeInMillis();
            Driver.isRegistered();
            Class.forName("org.postgresql.core.v3.ConnectionFactoryImpl");
            Class.forName("org.postgresql.jdbc.PgConnection");
        } catch (ClassNotFoundException | LinkageError notThere) {
            // The connection itself will say what is missing, if it needs it.
        }
    }
}
