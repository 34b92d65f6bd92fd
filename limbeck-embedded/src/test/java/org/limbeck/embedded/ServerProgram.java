package org.limbeck.embedded;

import java.nio.file.Path;

/** A program that uses a server, for tests that need a process of its own: to kill it, or to have several at once. */
public final class ServerProgram {

    private ServerProgram() {}

    /** {@code up|status|stop|reset <home> <cache>}, or {@code temporary}, which then waits to be killed. */
    public static void main(String[] arguments) throws InterruptedException {
        if (arguments[0].equals("temporary")) {
            TemporaryServer server = EmbeddedPostgres.temporary();
            System.out.println(
                    "pid " + server.server().pid() + " " + server.server().dataFolder());
            Thread.sleep(60_000);
            return;
        }
        long begin = System.nanoTime();
        EmbeddedPostgres postgres = EmbeddedPostgres.in(Path.of(arguments[1]))
                .withDatabase("limbeck")
                .withListener(line -> System.out.println("progress " + line));
        if (arguments.length > 2) {
            postgres = postgres.withCache(Path.of(arguments[2]));
        }
        Object result = switch (arguments[0]) {
            case "up" -> postgres.ensureRunning();
            case "status" -> postgres.status();
            case "stop" -> postgres.stop();
            default -> postgres.reset();
        };
        System.out.println("took " + (System.nanoTime() - begin) / 1_000_000 + " ms");
        System.out.println(result);
    }
}
