package org.limbeck.cli;

import java.io.Console;
import org.jspecify.annotations.Nullable;
import org.limbeck.cli.Surroundings.Terminal;

/** Finds out which streams of this process are a terminal. */
final class TerminalCheck {

    /**
     * What a launcher knows and Java can't find out: a list of {@code in}, {@code out} and {@code err}, and {@code ascii} where
     * the user's locale is none; may be empty.
     */
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

    /** Whether a launcher put a locale with UTF-8 in the place of none. */
    static boolean isWithoutLocale() {
        return System.getProperty(PROPERTY, "").contains("ascii");
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
