package org.limbeck.cli;

import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import org.limbeck.cli.Surroundings.Terminal;

/** The commands, for programs that run them inside themselves. */
public final class HostedCommands {

    private HostedCommands() {}

    /** What all commands take, in the order of help. */
    public static List<CommandDescription> all() {
        return Verbs.names().stream()
                .map(name -> CommandDescription.of(Objects.requireNonNull(Verbs.find(name))))
                .toList();
    }

    /**
     * Runs a command; what goes wrong is printed.
     *
     * @return what the process would have ended with: 0 done, 1 failed, 2 wrongly called, 3 something was found, 4 an answer is
     *     needed
     */
    public static int run(Host host, List<String> words) {
        Surroundings surroundings = new Surroundings(
                host.folder(),
                System.getenv(),
                InputStream.nullInputStream(),
                host.out(),
                null,
                host.err(),
                Terminal.NONE,
                true,
                host.progress(),
                host.project(),
                host.spelling());
        return Command.run(surroundings, words.toArray(new String[0]));
    }
}
