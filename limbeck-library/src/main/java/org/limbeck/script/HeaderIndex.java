package org.limbeck.script;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * The headers of a folder's files, kept from one run to the next. A header is taken from here if size, modification time
 * and identity of its file are the same.
 */
final class HeaderIndex {

    /**
     * A file that was modified this shortly before it was read could be modified again without a later time: clocks of
     * file systems are coarse. Such a file is read again by the next run.
     */
    private static final Duration TOO_FRESH = Duration.ofSeconds(2);

    private final @Nullable Path file;
    private final long trustedBefore;
    private final List<HeaderCodec.Entry> old;
    private final List<HeaderCodec.Entry> current;
    private int next;
    private @Nullable Map<String, Integer> positions;
    private boolean changed;

    private HeaderIndex(@Nullable Path file, Instant now, List<HeaderCodec.Entry> old) {
        this.file = file;
        this.trustedBefore = TimeUnit.SECONDS.toNanos(now.minus(TOO_FRESH).getEpochSecond());
        this.old = old;
        this.current = new ArrayList<>(old.size());
    }

    /**
     * Opens the index of a folder.
     *
     * @param stateDirectory where it is kept; null for an index that forgets
     */
    static HeaderIndex open(@Nullable Path stateDirectory, Path folder, Clock clock) {
        if (stateDirectory == null) {
            return new HeaderIndex(null, clock.instant(), List.of());
        }
        CRC32 name = new CRC32();
        name.update(folder.toAbsolutePath().normalize().toString().getBytes(StandardCharsets.UTF_8));
        Path file = stateDirectory.resolve("cache").resolve("headers-".concat(Long.toHexString(name.getValue())));
        Optional<byte[]> bytes = CacheFiles.read(file);
        Optional<List<HeaderCodec.Entry>> entries =
                bytes.isPresent() ? HeaderCodec.read(bytes.get()) : Optional.empty();
        return new HeaderIndex(file, clock.instant(), entries.orElse(List.of()));
    }

    Optional<HeaderCodec.Entry> find(FolderScan.Found found) {
        HeaderCodec.Entry entry = remembered(found.relative());
        if (entry == null
                || entry.size() != found.size()
                || entry.modified() != found.modified()
                || entry.identity() != found.identity()) {
            return Optional.empty();
        }
        current.add(entry);
        return Optional.of(entry);
    }

    /** Files are listed in the order in which they were listed last time; only where some came or went, they are looked for. */
    private HeaderCodec.@Nullable Entry remembered(String name) {
        if (next < old.size() && old.get(next).name().equals(name)) {
            return old.get(next++);
        }
        Integer position = positions().get(name);
        if (position == null) {
            return null;
        }
        next = position + 1;
        return old.get(position);
    }

    private Map<String, Integer> positions() {
        if (positions == null) {
            positions = new HashMap<>();
            for (int position = 0; position < old.size(); position++) {
                positions.put(old.get(position).name(), position);
            }
        }
        return positions;
    }

    /** Whether what is read of a file now can be remembered. */
    boolean trusts(FolderScan.Found found) {
        return file != null && found.modified() < trustedBefore;
    }

    /** Remembers what was read after a file that can be trusted was found. */
    void add(HeaderCodec.Entry entry) {
        current.add(entry);
        changed = true;
    }

    /** Writes the index if it is not what it was; without the files that are gone. */
    void save() {
        if (file != null && (changed || current.size() != old.size())) {
            CacheFiles.write(file.resolveSibling(""), file, HeaderCodec.write(current));
        }
    }
}
