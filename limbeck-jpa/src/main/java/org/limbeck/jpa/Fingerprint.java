package org.limbeck.jpa;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.limbeck.jpa.source.FileTree;

/** A hash over all that the statements depend on. */
final class Fingerprint {

    private static final String FORMAT = "limbeck-jpa 1";

    /** Code, and the files that can hold mappings; other resources may be large and say nothing. */
    private static final String[] RELEVANT = {".class", ".xml"};

    private final MessageDigest digest;

    private Fingerprint() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Starts with this program itself and this Java. */
    static Fingerprint start() {
        Fingerprint fingerprint = new Fingerprint();
        fingerprint.text(FORMAT).text(Runtime.version().toString());
        CodeSource code = Fingerprint.class.getProtectionDomain().getCodeSource();
        if (code != null && code.getLocation().getProtocol().equals("file")) {
            try {
                fingerprint.classPath(List.of(Path.of(code.getLocation().toURI())));
            } catch (URISyntaxException e) {
                throw new IllegalStateException("every file has a URI", e);
            }
        }
        return fingerprint;
    }

    Fingerprint text(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        number(bytes.length);
        digest.update(bytes);
        return this;
    }

    Fingerprint number(long number) {
        for (int shift = 0; shift < Long.SIZE; shift += Byte.SIZE) {
            digest.update((byte) (number >>> shift));
        }
        return this;
    }

    Fingerprint texts(List<String> texts) {
        number(texts.size());
        texts.forEach(this::text);
        return this;
    }

    Fingerprint properties(Map<String, String> properties) {
        number(properties.size());
        new TreeMap<>(properties).forEach((key, value) -> text(key).text(value));
        return this;
    }

    /** Folders by the contents of their files, jars by size and time: nobody changes a jar without either. */
    Fingerprint classPath(List<Path> entries) {
        number(entries.size());
        for (Path entry : entries) {
            try {
                text(entry.toString());
                if (Files.isRegularFile(entry)) {
                    number(Files.size(entry))
                            .text(Files.getLastModifiedTime(entry).toInstant().toString());
                } else {
                    folder(entry);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return this;
    }

    private void folder(Path folder) throws IOException {
        for (Path file : FileTree.files(folder, RELEVANT)) {
            byte[] bytes = Files.readAllBytes(file);
            text(FileTree.relative(folder, file)).number(bytes.length);
            digest.update(bytes);
        }
    }

    /** The hash as text that can be a file's name. */
    String value() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
