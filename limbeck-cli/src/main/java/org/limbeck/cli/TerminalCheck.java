package org.limbeck.cli;

import java.io.Console;
import org.jspecify.annotations.Nullable;
import org.limbeck.cli.Surroundings.Terminal;

/** Finds out which streams of this process are a terminal. */
final class TerminalCheck {

    /** What a launcher knows and Java can't find out: a list of {@code in}, {@code out} and {@code err}; may be empty. */
    private static final String PROPERTY = "limbeck.terminal";

    private static final int CONSOLE_WITHOUT_TERMINAL = 22;

    private TerminalCheck() {}

    static Terminal ofProcess() {
        String known = System.getProperty(PROPERTY);
        if (known != null) {
            return new Terminal(known.contains("in"), known.contains("out"), known.contains("err"));
        }
        boolean all = isTerminal(System.console());
        return new Terminal(all, all, all);
    }

    private static boolean isTerminal(@Nullable Console console) {
        if (console == null || Runtime.version().feature() < CONSOLE_WITHOUT_TERMINAL) {
            return console != null;
        }
        try {
            return Boolean.TRUE.equals(Console.class.getMethod("isTerminal").invoke(console));
        } catch (ReflectiveOperationException absent) {
            return false;
        }
    }
}
