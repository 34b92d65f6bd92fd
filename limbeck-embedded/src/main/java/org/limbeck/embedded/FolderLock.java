package org.limbeck.embedded;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A lock between processes. It ends with the process that holds it, whatever way that ends. */
final class FolderLock implements AutoCloseable {

    private static final Duration QUIET = Duration.ofMillis(300);

    private final FileChannel channel;

    private FolderLock(FileChannel channel) {
        this.channel = channel;
    }

    interface Work<T> {
        T run() throws IOException;
    }

    /**
     * Does something while no other process and no other thread does anything under the same lock.
     *
     * @param file the lock file; it is created and never deleted, as waiting processes may have it open
     */
    @SuppressWarnings("try")
    static <T> T locked(Path file, Duration timeout, ServerListener listener, Work<T> work) throws IOException {
        // The operating system's lock belongs to the process, so threads need one as well; an interned string is the
        // same object for all class loaders, as the plug-ins of a build tool have several.
        synchronized (("org.limbeck.embedded:" + file).intern()) {
            try (FolderLock lock = acquire(file, timeout, listener)) {
                return work.run();
            }
        }
    }

    /** Takes the lock if nobody has it. Not for a lock that this process may hold already. */
    static @Nullable FolderLock tryAcquire(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                writeHolder(channel);
                return new FolderLock(channel);
            }
        } catch (IOException | OverlappingFileLockException failure) {
            channel.close();
            throw failure;
        }
        channel.close();
        return null;
    }

    private static FolderLock acquire(Path file, Duration timeout, ServerListener listener) throws IOException {
        long begin = System.nanoTime();
        boolean told = false;
        while (true) {
            FolderLock lock = tryAcquire(file);
            if (lock != null) {
                return lock;
            }
            Duration waited = Duration.ofNanos(System.nanoTime() - begin);
            if (waited.compareTo(timeout) > 0) {
                throw Trouble.because("process " + holder(file) + " has held " + file + " for more than "
                                + timeout.toSeconds() + " s")
                        .hint("to end it:", "kill " + holder(file))
                        .exception();
            }
            if (!told && waited.compareTo(QUIET) > 0) {
                told = true;
                listener.progress("waiting for process " + holder(file) + ", which works on the same folder");
            }
            Pause.millis(20);
        }
    }

    private static void writeHolder(FileChannel channel) throws IOException {
        String pid = Long.toString(ProcessHandle.current().pid());
        channel.truncate(0);
        channel.write(ByteBuffer.wrap(pid.getBytes(StandardCharsets.UTF_8)));
    }

    private static String holder(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException unreadable) {
            return "(unknown)";
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
