package org.limbeck.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.limbeck.cli.Commands;

/** A folder with a project in it. */
record TestProject(Path folder) {

    TestProject file(String name, String text) {
        try {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
            return this;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    String text(String name) {
        try {
            return Files.readString(folder.resolve(name));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The names of the files of a folder. */
    List<String> files(String name) {
        try (Stream<Path> files = Files.list(folder.resolve(name))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Runs a command without a database, which must succeed. */
    String limbeck(String... words) {
        return printed(Commands.run(folder, Map.of(), words), words);
    }

    /** Runs a command on a database, which must succeed. */
    String limbeckOn(TestDatabase database, String... words) {
        return printed(Commands.run(folder, database.environment(), words), words);
    }

    /** Runs a command that must fail. */
    String failing(TestDatabase database, String... words) {
        Commands.Result result = Commands.run(folder, database.environment(), words);
        assertThat(result.exit()).as(result.printed()).isNotZero();
        return result.printed();
    }

    private static String printed(Commands.Result result, String... words) {
        assertThat(result.exit())
                .as(String.join(" ", words) + "\n" + result.printed())
                .isZero();
        return result.printed();
    }
}
