package org.limbeck.maven;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** Hands on each line that is written, without its end. */
final class LineStream extends OutputStream {

    static final Charset CHARSET = StandardCharsets.UTF_8;

    private final Consumer<String> receiver;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();

    LineStream(Consumer<String> receiver) {
        this.receiver = receiver;
    }

    @Override
    public void write(int octet) {
        if (octet != '\n') {
            line.write(octet);
            return;
        }
        String text = line.toString(CHARSET);
        line.reset();
        receiver.accept(text.endsWith("\r") ? text.substring(0, text.length() - 1) : text);
    }
}
