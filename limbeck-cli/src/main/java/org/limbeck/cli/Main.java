package org.limbeck.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** The process. */
public final class Main {

    private static final int BUFFER = 8192;

    private Main() {}

    /** Runs a command and ends the process with its exit code. */
    public static void main(String[] args) {
        System.exit(run(args));
    }

    /** Runs a command with the streams of this process, which stay open. */
    static int run(String... args) {
        Charset terminal = Charset.forName(System.getProperty("native.encoding", "UTF-8"));
        boolean unicode = terminal.equals(StandardCharsets.UTF_8) && !TerminalCheck.isWithoutLocale();
        // A system without a locale says ASCII and means that it doesn't care.
        Charset charset = terminal.equals(StandardCharsets.US_ASCII) ? StandardCharsets.UTF_8 : terminal;
        StandardOutput output = new StandardOutput();
        PrintStream out = stream(output, charset);
        PrintStream err = stream(new FileOutputStream(FileDescriptor.err), charset);
        return Command.run(Surroundings.ofProcess(out, output, err, unicode), args);
    }

    private static PrintStream stream(OutputStream stream, Charset charset) {
        return new PrintStream(new BufferedOutputStream(stream, BUFFER), false, charset);
    }
}
