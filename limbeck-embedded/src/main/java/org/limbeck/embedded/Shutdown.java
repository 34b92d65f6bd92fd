package org.limbeck.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Ends the server of a folder. */
final class Shutdown {

    private record Step(String signal, Duration patience) {}

    private static final List<Step> STEPS = List.of(
            new Step("INT", Duration.ofSeconds(20)),
            new Step("QUIT", Duration.ofSeconds(5)),
            new Step("KILL", Duration.ofSeconds(5)));

    private Shutdown() {}

    /**
     * Stops the server and removes what a dead one left behind.
     *
     * @return whether there was one
     */
    static boolean stop(ServerFolder folder) throws IOException {
        Optional<Long> pid = runningProcess(folder);
        if (pid.isPresent()) {
            end(folder, pid.get());
        }
        // After a kill, or where the number belongs to another process now, PostgreSQL would refuse to start.
        Files.deleteIfExists(Postmaster.pidFile(folder.data()));
        return pid.isPresent();
    }

    /** The server's process, also where its data folder was deleted under it. */
    static Optional<Long> runningProcess(ServerFolder folder) {
        Optional<Long> pid = Postmaster.read(folder.data()).map(Postmaster::pid).or(folder::lastPid);
        return pid.filter(number -> Postmaster.runs(number, folder.data()));
    }

    private static void end(ServerFolder folder, long pid) {
        for (Step step : STEPS) {
            signal(pid, step.signal());
            if (Pause.until(() -> !Postmaster.runs(pid, folder.data()), step.patience())) {
                return;
            }
        }
        throw Trouble.because("the embedded server in " + folder.root() + ", process " + pid + ", does not end")
                .hint("to end it:", "kill -9 " + pid)
                .exception();
    }

    private static void signal(long pid, String signal) {
        if (Platform.current().isWindows()) {
            ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
        } else {
            Commands.run(List.of("/bin/sh", "-c", "kill -" + signal + " " + pid), "", Duration.ofSeconds(5));
        }
    }
}
