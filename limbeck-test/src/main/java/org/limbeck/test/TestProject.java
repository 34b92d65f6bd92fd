package org.limbeck.test;

import java.nio.file.Path;
import org.limbeck.Limbeck;
import org.limbeck.ServerConnector;
import org.limbeck.embedded.EmbeddedScratchServers;
import org.limbeck.execute.RunListener;
import org.limbeck.setting.Database;
import org.limbeck.setting.Settings;

/** The project whose migrations are tested. */
record TestProject(Settings settings) {

    /** All that can be done with its migrations and a database. */
    Limbeck limbeck(Database.Server database) {
        return new Limbeck(settings, Path.of("").toAbsolutePath(), new ServerConnector(database), RunListener.NONE)
                .comparingWith(new TestedEntities(settings), new EmbeddedScratchServers(note -> {}));
    }
}
