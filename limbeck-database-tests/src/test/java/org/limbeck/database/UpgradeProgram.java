package org.limbeck.database;

import java.nio.file.Path;
import org.limbeck.RunResult;
import org.limbeck.embedded.DatabaseAccess;

/** A process of its own that upgrades a database to the head. */
final class UpgradeProgram {

    private UpgradeProgram() {}

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
