package org.limbeck.foreign;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import org.limbeck.problem.LimbeckException;
import org.limbeck.script.RevisionId;

/** Identifiers of imported revisions: the same for the same project each time, and each only once. */
final class RevisionNames {

    private static final int HASH_LENGTH = 12;

    private final Set<String> taken = new HashSet<>();

    /**
     * An identifier.
     *
     * @param wish what it should be, if that can be an identifier and is free
     * @param key what tells the revision from all others, in the words of the tool
     */
    String of(String wish, String key) {
        if (isValid(wish) && taken.add(wish)) {
            return wish;
        }
        String hash = hash(key);
        taken.add(hash);
        return hash;
    }

    private static boolean isValid(String wish) {
        try {
            RevisionId.check(wish, null);
            return true;
        } catch (LimbeckException notAnIdentifier) {
            return false;
        }
    }

    private static String hash(String key) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, HASH_LENGTH);
        } catch (NoSuchAlgorithmException exception) {
            throw new IllegalStateException(exception);
        }
    }
}
