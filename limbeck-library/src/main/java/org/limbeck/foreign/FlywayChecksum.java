package org.limbeck.foreign;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/** The checksum that Flyway keeps: over the lines without their ends. */
final class FlywayChecksum {

    private FlywayChecksum() {}

    static String of(String text) {
        CRC32 crc = new CRC32();
        text.lines().forEach(line -> crc.update(line.getBytes(StandardCharsets.UTF_8)));
        return Integer.toString((int) crc.getValue());
    }
}
