package org.limbeck.embedded;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Starts the server's process. */
record Launcher(ServerFolder folder, Installation installation, Account account, Purpose purpose) {

    private static final List<String> DIES_WITH_PARENT = List.of("setpriv", "--pdeathsig", "INT", "--");

    /**
     * Starts the server and does not wait for it.
     *
     * @return the process; it ends at once, with exit code 0, where the server was handed on to another one
     */
    Process start(int port) throws IOException {
        folder.renewLog();
        ProcessBuilder builder = Commands.builder(command(port))
                .redirectErrorStream(true)
                .redirectInput(new File(Platform.current().isWindows() ? "NUL" : "/dev/null"))
                .redirectOutput(folder.log().toFile());
        return purpose == Purpose.TEST ? startFromLastingThread(builder) : builder.start();
    }

    private List<String> command(int port) {
        List<String> options = List.of(
                "-p",
                Integer.toString(port),
                "-c",
                "listen_addresses=" + RunningServer.HOST,
                // A socket's path can be too long, and 127.0.0.1 is enough.
                "-c",
                "unix_socket_directories=");
        List<String> server = new ArrayList<>(
                List.of(installation.program("postgres"), "-D", folder.data().toString()));
        server.addAll(options);
        if (purpose == Purpose.TEST) {
            return account.command(dyingWithParent(server));
        }
        if (isProgram("setsid")) {
            List<String> ownSession = new ArrayList<>(List.of("setsid"));
            ownSession.addAll(account.command(server));
            return ownSession;
        }
        // Where there is no setsid, pg_ctl takes the server out of reach of the terminal's Ctrl-C.
        return account.command(List.of(
                installation.program("pg_ctl"),
                "start",
                "-W",
                "-D",
                folder.data().toString(),
                "-o",
                String.join(" ", options)));
    }

    private static List<String> dyingWithParent(List<String> server) {
        List<String> probe = new ArrayList<>(DIES_WITH_PARENT);
        probe.add("true");
        if (!isProgram("setpriv")
                || !Commands.run(probe, "", Duration.ofSeconds(5)).succeeded()) {
            return server;
        }
        List<String> command = new ArrayList<>(DIES_WITH_PARENT);
        command.addAll(server);
        return command;
    }

    /** The signal comes when the starting thread ends, not when the process does: so one thread waits for the server. */
    private static Process startFromLastingThread(ProcessBuilder builder) throws IOException {
        CompletableFuture<Process> started = new CompletableFuture<>();
        Thread thread = new Thread(
                () -> {
                    try {
                        Process process = builder.start();
                        started.complete(process);
                        process.waitFor();
                    } catch (IOException | InterruptedException failure) {
                        started.completeExceptionally(failure);
                    }
                },
                "embedded-postgresql");
        thread.setDaemon(true);
        thread.start();
        try {
            return started.join();
        } catch (CompletionException failure) {
            throw new IOException(failure.getCause());
        }
    }

    private static boolean isProgram(String name) {
        String path = System.getenv("PATH");
        if (path == null) {
            return false;
        }
        for (String folder : path.split(File.pathSeparator, -1)) {
            if (!folder.isEmpty() && Files.isExecutable(Path.of(folder, name))) {
                return true;
            }
        }
        return false;
    }
}
