package org.limbeck.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;

/** Writes what stands beside the jars in an archive: the manual, and the completion of shells. The build calls it. */
final class DistributionFiles {

    private DistributionFiles() {}

    /** Takes the folder, and the version. */
    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]);
        Path manual = folder.resolve("man/man1/limbeck.1");
        Files.createDirectories(manual.resolveSibling(""));
        Files.writeString(manual, ManPage.text(args[1]));
        // It serves zsh as well.
        Path completion = folder.resolve("completion/limbeck.bash");
        Files.createDirectories(completion.resolveSibling(""));
        try (PrintStream out = new PrintStream(Files.newOutputStream(completion), false, StandardCharsets.UTF_8)) {
            HostedCommands.run(
                    new Host(Path.of(""), out, System.err, System.err, null, UnaryOperator.identity()),
                    List.of("completion", "bash"));
        }
    }
}
