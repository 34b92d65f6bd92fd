package org.limbeck.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The standard output of this process; it remembers what a print stream above it keeps to itself. */
final class StandardOutput extends OutputStream {

    private static final int FILE_TYPE = 0170000;
    private static final int PIPE = 0010000;
    private static final int SOCKET = 0140000;

    private final OutputStream output = new FileOutputStream(FileDescriptor.out);
    private @Nullable IOException failure;

    @Override
    public void write(int oneByte) throws IOException {
        write(new byte[] {(byte) oneByte}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        try {
            output.write(bytes, offset, length);
        } catch (IOException thrown) {
            failure = failure == null ? thrown : failure;
            throw thrown;
        }
    }

    /** Why something was not written; null if everything was, or nobody wants the rest, as behind {@code head}. */
    @Nullable
    IOException failure() {
        return failure == null || isPipe() ? null : failure;
    }

    /** Whether a reader that went away is all that can go wrong; what the system says of that differs from locale to locale. */
    private static boolean isPipe() {
        try {
            int type = (int) Files.getAttribute(Path.of("/dev/stdout"), "unix:mode") & FILE_TYPE;
            return type == PIPE || type == SOCKET;
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException unknown) {
            return false;
        }
    }
}
