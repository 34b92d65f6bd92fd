package org.limbeck.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What {@code postmaster.pid} says of a server; the server itself may be gone.
 *
 * @param pid its process; another process may have that number by now
 * @param port the port; 0 while it is not yet written
 * @param status {@code ready}, {@code starting}, {@code stopping}; empty while it is not yet written
 */
record Postmaster(long pid, int port, String status) {

    private static final int PORT_LINE = 3;
    private static final int STATUS_LINE = 7;

    static Path pidFile(Path data) {
        return data.resolve("postmaster.pid");
    }

    static Optional<Postmaster> read(Path data) {
        try {
            List<String> lines = Files.readAllLines(pidFile(data));
            return Optional.of(new Postmaster(
                    Long.parseLong(line(lines, 0)),
                    lines.size() > PORT_LINE ? Integer.parseInt(line(lines, PORT_LINE)) : 0,
                    lines.size() > STATUS_LINE ? line(lines, STATUS_LINE) : ""));
        } catch (IOException | NumberFormatException | IndexOutOfBoundsException absentOrHalfWritten) {
            return Optional.empty();
        }
    }

    boolean isReady() {
        return status.equals("ready");
    }

    /**
     * Whether a process is the postmaster of a data folder. The number alone proves nothing: it may have gone to
     * another process, or stand for a dead one that nobody has collected, which has no command line any more.
     */
    static boolean runs(long pid, Path data) {
        Path commandLine = Path.of("/proc", Long.toString(pid), "cmdline");
        if (Platform.current().isLinux()) {
            try {
                String text = new String(Files.readAllBytes(commandLine), StandardCharsets.UTF_8);
                return List.of(text.split("\0", -1)).contains(data.toString());
            } catch (IOException gone) {
                return false;
            }
        }
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .map(ProcessHandle::info)
                .filter(info ->
                        info.command().filter(name -> name.contains("postgres")).isPresent())
                .filter(info -> info.arguments()
                        .map(all -> List.of(all).contains(data.toString()))
                        .orElse(true))
                .isPresent();
    }

    private static String line(List<String> lines, int index) {
        return lines.get(index).strip();
    }
}
