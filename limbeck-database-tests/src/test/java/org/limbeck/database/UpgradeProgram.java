package org.limbeck.database;

import java.io.IOException;
import java.nio.file.Path;
import org.limbeck.RunResult;
import org.limbeck.embedded.DatabaseAccess;

/** A process of its own that upgrades a database to the head. */
final class UpgradeProgram {

    private UpgradeProgram() {}

    /** Starts it for a project and a database; its output and errors are one stream. */
    static Process start(Path folder, DatabaseAccess database) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        UpgradeProgram.class.getName(),
                        folder.toString(),
                        database.jdbcUrl(),
                        database.user(),
                        database.password())
                .redirectErrorStream(true)
                .start();
    }

    /**
     * Upgrades and prints what was done.
     *
     * @param arguments the project's folder, then URL, user and password
     */
    public static void main(String[] arguments) {
        TestDatabase database = new TestDatabase(new DatabaseAccess(arguments[1], arguments[2], arguments[3]));
        RunResult result = new Project(Path.of(arguments[0])).limbeck(database).upgrade("head");
        System.out.println(result.steps().size() + " " + result.after());
    }
}
