package org.limbeck.embedded;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/** Starts a server and waits until it serves; tries again where the reason passes. */
record Startup(Launcher launcher, Attachment attachment, ServerListener listener) {

    private static final int PORTS_TO_TRY = 5;

    /** How long a server that another process was to start may stay unseen. */
    private static final Duration HANDING_ON = Duration.ofSeconds(3);

    RunningServer run(Duration patience) throws IOException {
        long end = System.nanoTime() + patience.toNanos();
        OptionalInt preferred = preferredPort();
        int portsTaken = 0;
        while (true) {
            int port = Ports.freePort(preferred);
            listener.progress("starting PostgreSQL " + launcher.installation().version() + " on port " + port);
            Process process = launcher.start(port);
            Optional<RunningServer> server = waitFor(process, end);
            if (server.isPresent()) {
                return server.get();
            }
            String log = String.join("\n", Trouble.tail(folder().log()));
            if (isPortTaken(log) && ++portsTaken < PORTS_TO_TRY) {
                preferred = OptionalInt.empty();
            } else if (isPassing(log) && System.nanoTime() < end) {
                Pause.millis(100);
            } else {
                Shutdown.stop(folder());
                throw Trouble.withLog("the embedded server in " + folder().root() + " did not start", folder().log())
                        .exception();
            }
        }
    }

    private OptionalInt preferredPort() {
        if (launcher.purpose() == Purpose.TEST) {
            return OptionalInt.empty();
        }
        OptionalInt last = folder().lastPort();
        return last.isPresent() ? last : OptionalInt.of(Ports.usualPort(folder()));
    }

    private Optional<RunningServer> waitFor(Process process, long end) throws IOException {
        long lastSeen = System.nanoTime();
        while (System.nanoTime() < end) {
            if (process.isAlive() || Shutdown.runningProcess(folder()).isPresent()) {
                lastSeen = System.nanoTime();
            } else if (process.exitValue() != 0 || System.nanoTime() - lastSeen > HANDING_ON.toNanos()) {
                return Optional.empty();
            }
            Optional<RunningServer> server = attachment.attach(true);
            if (server.isPresent()) {
                return server;
            }
            Pause.millis(3);
        }
        return Optional.empty();
    }

    private static boolean isPortTaken(String log) {
        return log.contains("could not create any TCP/IP sockets") || log.contains("Address already in use");
    }

    /** After a kill of the postmaster its children need a moment to notice and end. */
    private static boolean isPassing(String log) {
        return log.contains("pre-existing shared memory block");
    }

    private ServerFolder folder() {
        return launcher.folder();
    }
}
