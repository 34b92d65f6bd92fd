package org.limbeck.script;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.limbeck.graph.RevisionNode;
import org.limbeck.problem.Place;

/** Reads the headers of the migrations of a folder. */
final class FolderReader {

    /** Enough for any header; an SQL file may be a gigabyte of data. */
    private static final int HEAD_BYTES = 16 * 1024;

    private final @Nullable Path stateDirectory;
    private final Clock clock;

    FolderReader(@Nullable Path stateDirectory, Clock clock) {
        this.stateDirectory = stateDirectory;
        this.clock = clock;
    }

    /** Adds what the folder has to the two lists; files in {@code seen} are left out. */
    void read(Location.Folder location, Set<String> seen, List<Script> scripts, List<JavaSource> sources) {
        Path folder = location.path();
        String prefix = prefix(location.shown().toString());
        HeaderIndex index = HeaderIndex.open(stateDirectory, folder, clock);
        for (FolderScan.Found found : FolderScan.files(folder, seen)) {
            String file = prefix.concat(found.relative().replace('/', File.separatorChar));
            HeaderCodec.Entry entry = index.find(found).orElse(null);
            if (entry == null) {
                entry = entry(found, file, index.trusts(found));
                if (index.trusts(found)) {
                    index.add(entry);
                }
            }
            FileHeader header = entry.header();
            boolean isJava = !header.className().isEmpty();
            if (isJava) {
                sources.add(new JavaSource(header.className(), file, found.path()));
            }
            RevisionNode node = header.node();
            if (node != null) {
                scripts.add(new Script(
                        node,
                        header.message(),
                        isJava ? ScriptKind.JAVA_SOURCE : ScriptKind.SQL,
                        header.className(),
                        new Place(file, header.line()),
                        header.created(),
                        location,
                        new ScriptSource.InFolder(found.path()),
                        entry.checksum()));
            }
        }
        index.save();
    }

    /** What stands before the names of files, so that not each of them becomes a path to be resolved. */
    private static String prefix(String folder) {
        return folder.isEmpty() || folder.endsWith(File.separator) ? folder : folder.concat(File.separator);
    }

    /** @param remembered whether the checksum is worth its time: it is that of the whole file */
    private static HeaderCodec.Entry entry(FolderScan.Found found, String file, boolean remembered) {
        try {
            Path path = found.path();
            FileHeader header;
            String checksum = "";
            if (file.endsWith(".java")) {
                String name = path.getFileName().toString();
                String stem = name.substring(0, name.length() - ".java".length());
                byte[] bytes = Files.readAllBytes(path);
                header = new JavaHeaderReader(file, stem, Utf8.decode(bytes, file)).read();
                if (remembered && header.node() != null) {
                    checksum = Checksums.ofText(new ByteArrayInputStream(bytes));
                }
            } else {
                header = sqlHeader(file, Files.newInputStream(path));
                if (remembered && header.node() != null) {
                    checksum = Checksums.ofText(Files.newInputStream(path));
                }
            }
            return new HeaderCodec.Entry(
                    found.relative(), found.size(), found.modified(), found.identity(), header, checksum);
        } catch (IOException e) {
            throw Script.unreadable(file, e);
        }
    }

    /** Reads the header of an SQL file and no more of the file than it needs; closes the stream. */
    static FileHeader sqlHeader(String file, InputStream stream) throws IOException {
        try (InputStream in = stream) {
            byte[] head = in.readNBytes(HEAD_BYTES);
            boolean whole = head.length < HEAD_BYTES;
            Optional<FileHeader> header =
                    new SqlHeaderReader(file, Utf8.decode(whole ? head : wholeLines(head), file)).read(whole);
            if (header.isPresent()) {
                return header.get();
            }
            byte[] rest = in.readAllBytes();
            byte[] all = Arrays.copyOf(head, head.length + rest.length);
            System.arraycopy(rest, 0, all, head.length, rest.length);
            return new SqlHeaderReader(file, Utf8.decode(all, file)).read(true).orElseThrow();
        }
    }

    /** Cuts behind the last line end, so that no line and no character is cut in two. */
    private static byte[] wholeLines(byte[] head) {
        int end = head.length;
        while (end > 0 && head[end - 1] != '\n') {
            end--;
        }
        return Arrays.copyOf(head, end);
    }
}
