package org.limbeck.catalog;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The names of scratch schemas and databases: they say when they were made, so that forgotten ones can be told. */
final class ScratchName {

    private static final Pattern PATTERN = Pattern.compile(Namespaces.SCRATCH + "(\\d{1,15})_[0-9a-f]{16}");

    private static final SecureRandom RANDOM = new SecureRandom();

    private ScratchName() {}

    static String at(Instant now) {
        byte[] bytes = new byte[8];
        RANDOM.nextBytes(bytes);
        return Namespaces.SCRATCH + now.getEpochSecond() + "_" + HexFormat.of().formatHex(bytes);
    }

    /** When the thing of that name was made; empty for a name that isn't one of these. */
    static Optional<Instant> instant(String name) {
        Matcher matcher = PATTERN.matcher(name);
        return matcher.matches()
                ? Optional.of(Instant.ofEpochSecond(Long.parseLong(matcher.group(1))))
                : Optional.empty();
    }
}
