package org.limbeck.script;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import org.limbeck.problem.Place;
import org.limbeck.problem.Problem;
import org.limbeck.problem.ProblemCode;

/** Bytes to text, strictly. */
public final class Utf8 {

    private static final char REPLACEMENT = '\uFFFD';
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private Utf8() {}

    /**
     * Decodes a file and drops a byte order mark.
     *
     * @throws org.limbeck.problem.LimbeckException with {@code FILE_ENCODING} and the place of the first wrong byte
     */
    public static String decode(byte[] bytes, String file) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        // The quick decoder puts this sign where it found nonsense; it may also stand in the file in its own right.
        if (text.indexOf(REPLACEMENT) >= 0) {
            requireValid(bytes, file);
        }
        return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
    }

    private static void requireValid(byte[] bytes, String file) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer in = ByteBuffer.wrap(bytes);
        if (!decoder.decode(in, CharBuffer.allocate(bytes.length), true).isError()) {
            return;
        }
        int offset = in.position();
        int line = 1;
        for (int i = 0; i < offset; i++) {
            if (bytes[i] == '\n') {
                line++;
            }
        }
        boolean utf16 = bytes.length > 1 && ((bytes[0] == -1 && bytes[1] == -2) || (bytes[0] == -2 && bytes[1] == -1));
        String from = utf16 ? "UTF-16" : "WINDOWS-1252";
        throw Problem.of(ProblemCode.FILE_ENCODING, file + " is not UTF-8")
                .at(new Place(file, line))
                .evidence("byte " + offset + " is " + String.format("0x%02X", bytes[offset] & 0xFF)
                        + (utf16 ? ": the file looks like UTF-16" : ""))
                .hint(
                        "to convert it from " + from,
                        "iconv -f " + from + " -t UTF-8 '" + file + "' > '" + file + ".utf8' && mv '" + file
                                + ".utf8' '" + file + "'")
                .exception();
    }
}
