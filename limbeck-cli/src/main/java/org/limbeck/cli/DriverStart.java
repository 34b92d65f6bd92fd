package org.limbeck.cli;

import java.util.GregorianCalendar;
import org.postgresql.Driver;

/**
 * Does on the side what the first connection of a JVM waits for, while the command line is parsed, the settings are read
 * and the migrations are found: together that is most of what a short command takes.
 */
final class DriverStart {

    private DriverStart() {}

    /** What every connection needs. */
    static void aside() {
        start("driver-start", DriverStart::loadDriver);
        start("driver-formats", DriverStart::loadFormats);
    }

    private static void start(String name, Runnable load) {
        Thread thread = new Thread(load, name);
        thread.setDaemon(true);
        thread.start();
    }

    private static void loadDriver() {
        try {
            Driver.isRegistered();
            Class.forName("org.postgresql.core.v3.ConnectionFactoryImpl");
            Class.forName("org.postgresql.jdbc.PgConnection");
        } catch (ClassNotFoundException | LinkageError notThere) {
            // The connection itself will say what is missing, if it needs it.
        }
    }

    /** The driver's calendar and its way to read version numbers go through the locale data of the JDK. */
    private static void loadFormats() {
        try {
            new GregorianCalendar().getTimeInMillis();
            Class.forName("org.postgresql.core.ServerVersion");
        } catch (ClassNotFoundException | LinkageError notThere) {
            // As above.
        }
    }
}
