package org.limbeck.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A data folder of PostgreSQL, and the superuser's password in it. */
record Cluster(ServerFolder folder, Installation installation, Account account) {

    private static final int FIRST_WITH_ITERATIONS = 16;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /**
     * The password travels in clear, over the loopback interface only: hashing it for SCRAM costs a cold JVM 30 to 50 ms
     * on every connection. Without a password every user of the machine could become superuser.
     */
    private static final String ACCESS = "host all all 127.0.0.1/32 password\n";

    /** Makes the data folder; until it is whole it has another name. */
    void create(Purpose purpose, ServerListener listener) throws IOException {
        listener.progress("creating a data folder of PostgreSQL " + installation.version() + " in " + folder.root());
        folder.renewLog();
        if (folder.password().isEmpty()) {
            folder.newPassword(account);
        }
        Path fresh = folder.newDataFolder();
        FileTree.permit(fresh, "rwx------");
        account.give(fresh);
        int exitCode = Commands.runInto(folder.log(), account.command(initdb(fresh)), PATIENCE);
        if (exitCode != 0) {
            FileTree.delete(fresh);
            throw Trouble.withLog("the data folder could not be created in " + folder.root(), folder.log())
                    .exception();
        }
        Files.writeString(fresh.resolve("pg_hba.conf"), ACCESS);
        Files.writeString(fresh.resolve("postgresql.conf"), settings(purpose), StandardOpenOption.APPEND);
        Files.move(fresh, folder.data(), StandardCopyOption.ATOMIC_MOVE);
    }

    private List<String> initdb(Path fresh) {
        List<String> command = new ArrayList<>(List.of(
                installation.program("initdb"),
                "--pgdata=" + fresh,
                "--username=" + DatabaseAccess.SUPERUSER,
                "--pwfile=" + folder.passwordFile(),
                "--auth=password",
                "--encoding=UTF8",
                "--locale=C",
                "--no-sync",
                "--no-instructions"));
        if (installation.major() >= FIRST_WITH_ITERATIONS) {
            // Many rounds protect passwords that can be guessed; ours is random, and each login would pay for them.
            command.add("--set=scram_iterations=1");
        }
        return command;
    }

    /** Gives the superuser a password that we know. The server must not run. */
    void renewPassword() throws IOException {
        Optional<String> known = folder.password();
        String password = known.isPresent() ? known.get() : folder.newPassword(account);
        Commands.Result result = Commands.run(
                account.command(List.of(
                        installation.program("postgres"),
                        "--single",
                        "-D",
                        folder.data().toString(),
                        DatabaseAccess.SUPERUSER)),
                "ALTER ROLE " + DatabaseAccess.SUPERUSER + " PASSWORD '" + password.replace("'", "''") + "'\n",
                PATIENCE);
        if (!result.succeeded()) {
            throw Trouble.because("the password of the embedded server in " + folder.root() + " could not be renewed")
                    .evidence(result.output().lines().toList())
                    .exception();
        }
    }

    private static String settings(Purpose purpose) {
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add("# Chosen by Limbeck; port and address stand on the command line.");
        lines.add("timezone = 'UTC'");
        lines.add("log_timezone = 'UTC'");
        // One transaction that creates a whole schema locks every table of it.
        lines.add("max_locks_per_transaction = 256");
        lines.add(purpose.settings());
        return String.join("\n", lines) + "\n";
    }
}
