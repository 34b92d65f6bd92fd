package org.limbeck.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Brings the server of a folder up, whatever state an earlier process left it in. The caller holds the folder's lock.
 *
 * @param project the folder whose owner the server should run as, where this process is root's
 * @param wantedMajor the major version for new data; existing data decide for themselves
 */
record ServerControl(
        ServerFolder folder,
        Path project,
        Purpose purpose,
        OptionalInt wantedMajor,
        List<Path> caches,
        ServerListener listener) {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    RunningServer bringUp(String database) throws IOException {
        folder.prepare();
        Attachment attachment = new Attachment(folder, database);
        boolean passwordFits = true;
        try {
            Optional<RunningServer> running = waitForRunning(attachment);
            if (running.isPresent()) {
                return running.get();
            }
        } catch (ServerRefusal refusal) {
            if (!refusal.isWrongPassword()) {
                throw refusal;
            }
            passwordFits = false;
        }
        Shutdown.stop(folder);
        return start(attachment, passwordFits && folder.password().isPresent());
    }

    /** Another process may have started it just now, or it recovers from a crash. */
    private Optional<RunningServer> waitForRunning(Attachment attachment) throws IOException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        for (Optional<Long> pid = process(); pid.isPresent(); pid = process()) {
            Optional<RunningServer> running = attachment.attach(false);
            if (running.isPresent()) {
                return running;
            }
            if (System.nanoTime() > end) {
                throw Trouble.withLog(
                                "the embedded server in " + folder.root() + " runs but does not answer", folder.log())
                        .hint("to end it; the data stay:", "kill -9 " + pid.get())
                        .exception();
            }
            Pause.millis(10);
        }
        return Optional.empty();
    }

    private Optional<Long> process() {
        return folder.hasData() ? Shutdown.runningProcess(folder) : Optional.empty();
    }

    private RunningServer start(Attachment attachment, boolean passwordFits) throws IOException {
        Ground ground = Ground.choose(folder, project, caches, listener);
        OptionalInt existing = folder.dataMajor();
        Installation installation = installation(ground, existing);
        Cluster cluster = new Cluster(folder, installation, ground.account());
        if (existing.isEmpty()) {
            cluster.create(purpose, listener);
        } else if (!passwordFits) {
            cluster.renewPassword();
        }
        Startup startup =
                new Startup(new Launcher(folder, installation, ground.account(), purpose), attachment, listener);
        RunningServer server = startup.run(PATIENCE);
        folder.rememberStart(server.port(), server.pid());
        folder.giveTo(ground.account());
        if (ground.account().owns(project)) {
            // The project's owner must be able to go on with what root began here.
            ground.account().give(Objects.requireNonNull(folder.root().getParent()));
        }
        return server;
    }

    private Installation installation(Ground ground, OptionalInt existing) throws IOException {
        if (existing.isPresent() && wantedMajor.isPresent() && existing.getAsInt() != wantedMajor.getAsInt()) {
            listener.progress("the data in " + folder.root() + " are of PostgreSQL " + existing.getAsInt() + ", not "
                    + wantedMajor.getAsInt() + ": keeping to them");
        }
        Platform platform = Platform.current();
        return ground.cache()
                .get(Archive.onClassPath(platform), existing.isPresent() ? existing : wantedMajor, platform);
    }
}
