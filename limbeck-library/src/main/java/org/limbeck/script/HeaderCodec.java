package org.limbeck.script;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;
import org.limbeck.graph.RevisionNode;

/** The bytes of a {@link HeaderIndex}. */
final class HeaderCodec {

    /** Raise the last byte whenever the format or the meaning of a header changes. */
    private static final int FORMAT = 0x4C424802;

    private static final int CHECKSUM_BYTES = Long.BYTES;

    /**
     * A header with what tells whether its file changed: the last three components of {@link FolderScan.Found}.
     *
     * @param name of the file: the path inside the folder
     * @param checksum that of {@link Script#checksum}; empty for a file that is no migration
     */
    record Entry(String name, long size, long modified, int identity, FileHeader header, String checksum) {}

    private HeaderCodec() {}

    static byte[] write(List<Entry> entries) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(FORMAT);
            out.writeInt(entries.size());
            for (Entry entry : entries) {
                entry(out, entry);
            }
            CRC32 crc = new CRC32();
            crc.update(bytes.toByteArray());
            out.writeLong(crc.getValue());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Reads what {@link #write} wrote; nothing if the bytes are of another format or damaged. */
    static Optional<List<Entry>> read(byte[] bytes) {
        int length = bytes.length - CHECKSUM_BYTES;
        if (length < 2 * Integer.BYTES) {
            return Optional.empty();
        }
        CRC32 crc = new CRC32();
        crc.update(bytes, 0, length);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        if (in.getLong(length) != crc.getValue() || in.getInt() != FORMAT) {
            return Optional.empty();
        }
        int count = in.getInt();
        List<Entry> entries = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            entries.add(entry(in));
        }
        return Optional.of(entries);
    }

    private static void entry(DataOutputStream out, Entry entry) throws IOException {
        string(out, entry.name());
        out.writeLong(entry.size());
        out.writeLong(entry.modified());
        out.writeInt(entry.identity());
        FileHeader header = entry.header();
        string(out, header.className());
        RevisionNode node = header.node();
        out.writeBoolean(node != null);
        if (node != null) {
            string(out, node.id());
            strings(out, node.revises());
            strings(out, node.dependsOn());
            strings(out, node.labels());
            string(out, header.message());
            string(out, header.created());
            out.writeInt(header.line());
            string(out, entry.checksum());
        }
    }

    private static Entry entry(ByteBuffer in) {
        String name = string(in);
        long size = in.getLong();
        long modified = in.getLong();
        int identity = in.getInt();
        String className = string(in);
        if (in.get() == 0) {
            return new Entry(name, size, modified, identity, FileHeader.helper(className), "");
        }
        RevisionNode node = new RevisionNode(string(in), strings(in), strings(in), strings(in));
        FileHeader header = new FileHeader(node, string(in), string(in), className, in.getInt());
        return new Entry(name, size, modified, identity, header, string(in));
    }

    private static void strings(DataOutputStream out, List<String> values) throws IOException {
        out.writeInt(values.size());
        for (String value : values) {
            string(out, value);
        }
    }

    private static List<String> strings(ByteBuffer in) {
        int size = in.getInt();
        if (size == 0) {
            return List.of();
        }
        if (size == 1) {
            return List.of(string(in));
        }
        List<String> values = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            values.add(string(in));
        }
        return values;
    }

    private static void string(DataOutputStream out, String value) throws IOException {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static String string(ByteBuffer in) {
        int length = in.getInt();
        if (length == 0) {
            return "";
        }
        String value = new String(in.array(), in.arrayOffset() + in.position(), length, StandardCharsets.UTF_8);
        in.position(in.position() + length);
        return value;
    }
}
