package org.limbeck.script;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/** SHA-256 as hexadecimal text. */
final class Checksums {

    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    private static final int BUFFER = 64 * 1024;

    private Checksums() {}

    static String ofBytes(byte[] bytes) {
        return HexFormat.of().formatHex(sha256().digest(bytes));
    }

    static String ofText(String text) {
        String lines =
                text.indexOf('\r') < 0 ? text : text.replace("\r\n", "\n").replace('\r', '\n');
        int end = lines.length();
        while (end > 0 && lines.charAt(end - 1) == '\n') {
            end--;
        }
        return ofBytes(lines.substring(0, end).getBytes(StandardCharsets.UTF_8));
    }

    /** The same of a file in UTF-8, which may be larger than the memory; closes the stream. */
    static String ofText(InputStream stream) throws IOException {
        MessageDigest digest = sha256();
        try (InputStream in = stream) {
            byte[] head = in.readNBytes(BYTE_ORDER_MARK.length);
            boolean marked = Arrays.equals(head, BYTE_ORDER_MARK);
            LineEnds lines = new LineEnds(digest);
            if (!marked) {
                lines.add(head, head.length);
            }
            byte[] buffer = new byte[BUFFER];
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                lines.add(buffer, count);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Makes all line ends the same, and leaves out those at the end. */
    private static final class LineEnds {

        private final MessageDigest digest;
        private long pending;
        private boolean afterReturn;

        LineEnds(MessageDigest digest) {
            this.digest = digest;
        }

        void add(byte[] bytes, int count) {
            int begin = 0;
            for (int i = 0; i < count; i++) {
                byte next = bytes[i];
                if (next != '\n' && next != '\r') {
                    if (begin == i && pending > 0) {
                        flush();
                    }
                    afterReturn = false;
                    continue;
                }
                digest.update(bytes, begin, i - begin);
                begin = i + 1;
                if (next == '\r' || !afterReturn) {
                    pending++;
                }
                afterReturn = next == '\r';
            }
            digest.update(bytes, begin, count - begin);
        }

        private void flush() {
            for (; pending > 0; pending--) {
                digest.update((byte) '\n');
            }
        }
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
