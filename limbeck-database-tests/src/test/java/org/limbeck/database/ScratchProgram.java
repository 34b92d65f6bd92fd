package org.limbeck.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import org.limbeck.catalog.ScratchDatabase;
import org.limbeck.catalog.ScratchTarget;
import org.limbeck.embedded.DatabaseAccess;

/** A process that creates a scratch database and waits to be killed. */
public final class ScratchProgram {

    private ScratchProgram() {}

    /** Prints a line when the database is there. */
    public static void main(String[] arguments) throws SQLException, InterruptedException {
        TestDatabase target = new TestDatabase(new DatabaseAccess(arguments[0], arguments[1], arguments[2]));
        try (Connection connection = target.connect()) {
            ScratchDatabase.create(
                    name -> ScratchTest.connectTo(target, name), ScratchTarget.of(connection), "public", Instant.now());
            System.out.println("created");
            Thread.sleep(Long.MAX_VALUE);
        }
    }
}
