package org.limbeck.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.limbeck.embedded.EmbeddedPostgres;
import org.limbeck.embedded.RunningServer;
import org.limbeck.setting.Setting;
import org.limbeck.setting.Settings;

/** The project's own server, as far as the command line has to do with it. */
final class EmbeddedDatabase {

    static final String DATABASE = "limbeck";
    static final String DISPLAY_NAME = DATABASE + "@embedded";

    private final Settings settings;
    private final Path folder;
    private final Consumer<String> notes;
    private @Nullable RunningServer running;

    EmbeddedDatabase(Settings settings, Path folder, Consumer<String> notes) {
        this.settings = settings;
        this.folder = folder;
        this.notes = notes;
    }

    /** Starts the server where it doesn't run, and says that it is used. */
    synchronized RunningServer start() {
        if (running == null) {
            running = server().withListener(said -> notes.accept(typed(said))).ensureRunning();
            notes.accept(used());
        }
        return running;
    }

    Optional<RunningServer> status() {
        return server().status();
    }

    boolean stop() {
        return server().stop();
    }

    boolean reset() {
        return server().reset();
    }

    /** Where its data are, as one would type it. */
    String data() {
        Path data = location();
        return (data.startsWith(folder) ? folder.relativize(data) : data).toString();
    }

    /** The same text, with the place of its data as one would type it. */
    String typed(String text) {
        return text.replace(location().toString(), data());
    }

    private Path location() {
        return settings.stateDirectory().resolve("postgresql-" + settings.embeddedVersion());
    }

    Properties properties() {
        Properties properties = new Properties();
        RunningServer server = start();
        properties.setProperty("user", server.access().user());
        properties.setProperty("password", server.access().password());
        // It has neither, and asking for them takes time.
        properties.setProperty("sslmode", "disable");
        properties.setProperty("gssEncMode", "disable");
        return properties;
    }

    private String used() {
        String what = "using the embedded PostgreSQL " + settings.embeddedVersion() + " (data in " + data();
        boolean asked = !settings.get(Setting.URL).value().isEmpty();
        return asked
                ? what + ")"
                : what + "; to use your own: url=... in limbeck.properties or " + Setting.URL.environmentVariable()
                        + ")";
    }

    private EmbeddedPostgres server() {
        return EmbeddedPostgres.in(settings.stateDirectory())
                .withDatabase(DATABASE)
                .withMajor(settings.embeddedVersion());
    }
}
