package org.limbeck.script;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Compiled classes by what they were compiled from; one file for each source file. */
final class ClassCache {

    private static final int FORMAT = 0x4C424301;
    private static final int CHECKSUM_BYTES = 32;

    private final @Nullable Path folder;
    private final int capacity;

    /**
     * @param stateDirectory where it is kept; null for a cache that forgets
     * @param capacity how many files it may have; of more the oldest are deleted
     */
    ClassCache(@Nullable Path stateDirectory, int capacity) {
        this.folder =
                stateDirectory == null ? null : stateDirectory.resolve("cache").resolve("classes");
        this.capacity = capacity;
    }

    Optional<CompiledFile> find(String key) {
        return folder == null
                ? Optional.empty()
                : CacheFiles.read(folder.resolve(key)).flatMap(ClassCache::decode);
    }

    void put(String key, CompiledFile file) {
        if (folder != null) {
            CacheFiles.write(folder.resolveSibling(""), folder.resolve(key), encode(file));
        }
    }

    /** Makes room after files were added. */
    void sweep() {
        File[] files = folder == null ? null : folder.toFile().listFiles();
        if (files == null || files.length <= capacity) {
            return;
        }
        Map<File, Long> times = new HashMap<>();
        for (File file : files) {
            times.put(file, file.lastModified());
        }
        Arrays.sort(files, Comparator.comparing(times::get));
        // Some room to spare, so that the next run needs no sweep.
        int tooMany = files.length - capacity * 3 / 4;
        for (int i = 0; i < tooMany; i++) {
            CacheFiles.delete(files[i].toPath());
        }
    }

    private static byte[] encode(CompiledFile file) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(FORMAT);
            out.writeInt(file.classes().size());
            for (Map.Entry<String, byte[]> entry : file.classes().entrySet()) {
                out.writeUTF(entry.getKey());
                out.writeInt(entry.getValue().length);
                out.write(entry.getValue());
            }
            out.writeInt(file.uses().size());
            for (String className : file.uses()) {
                out.writeUTF(className);
            }
            out.write(Checksums.sha256().digest(bytes.toByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static Optional<CompiledFile> decode(byte[] bytes) {
        int length = bytes.length - CHECKSUM_BYTES;
        if (length < Integer.BYTES) {
            return Optional.empty();
        }
        byte[] checksum = Checksums.sha256().digest(Arrays.copyOf(bytes, length));
        if (!Arrays.equals(checksum, Arrays.copyOfRange(bytes, length, bytes.length))) {
            return Optional.empty();
        }
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            if (in.readInt() != FORMAT) {
                return Optional.empty();
            }
            Map<String, byte[]> classes = new HashMap<>();
            for (int i = in.readInt(); i > 0; i--) {
                classes.put(in.readUTF(), in.readNBytes(in.readInt()));
            }
            List<String> uses = new ArrayList<>();
            for (int i = in.readInt(); i > 0; i--) {
                uses.add(in.readUTF());
            }
            return Optional.of(new CompiledFile(classes, uses));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
