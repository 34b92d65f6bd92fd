package org.limbeck.cli;

import java.util.ArrayList;
import java.util.List;

/**
 * Runs what is run most often, one command after the other in this process, for the launcher: it keeps the classes that
 * are loaded meanwhile in an archive, from which every later command starts faster.
 */
public final class Training {

    private static final List<List<String>> COMMANDS = List.of(
            List.of("current"),
            List.of("upgrade", "head"),
            List.of("current", "--verbose"),
            List.of("upgrade"),
            List.of("history", "--indicate-current"),
            List.of("heads"),
            List.of("schema", "dump"),
            List.of("check"),
            List.of("downgrade", "base"),
            List.of("current", "--check-heads"));

    private Training() {}

    /** Runs them all, whatever becomes of each, in the working folder; with these options besides. */
    public static void main(String[] options) {
        for (List<String> command : COMMANDS) {
            List<String> words = new ArrayList<>(command);
            words.addAll(List.of(options));
            int unused = Main.run(words.toArray(new String[0]));
        }
        // As every command ends: Java loads classes even for that.
        System.exit(ExitCode.DONE);
    }
}
