package org.limbeck.setting;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Looks a password up in PostgreSQL's password file: lines of {@code host:port:database:user:password}. */
final class PassFile {

    private static final int FIELDS = 5;
    private static final Set<PosixFilePermission> OWNER =
            Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE, PosixFilePermission.OWNER_EXECUTE);

    private PassFile() {}

    /** Fills in the password if it is not known yet and the file has one for any of the hosts, the first one first. */
    static void complete(ConnectionParts parts, List<Host> hosts, Map<String, String> environment) {
        Path file = parts.password.isEmpty() ? file(parts.passFile, environment) : null;
        if (file == null || !Files.exists(file)) {
            return;
        }
        try {
            if (!Files.isRegularFile(file)) {
                parts.notes.add("the password file " + file + " is not a plain file, it was passed over");
            } else if (isOpenToOthers(file)) {
                parts.notes.add("the password file " + file
                        + " can be read by others, it was passed over; to use it: chmod" + " 0600 " + file);
            } else {
                // Other encodings than UTF-8 are read without harm: only a line that matches can matter.
                String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
                parts.password = find(text, hosts, parts.database, parts.user);
            }
        } catch (IOException unreadable) {
            parts.notes.add("the password file " + file + " could not be read, it was passed over");
        }
    }

    private static @Nullable Path file(String named, Map<String, String> environment) {
        try {
            if (!named.isEmpty()) {
                return Path.of(named);
            }
            if (DatabaseUrl.isSet(environment, "APPDATA")
                    && System.getProperty("os.name", "").startsWith("Windows")) {
                return Path.of(environment.getOrDefault("APPDATA", ""), "postgresql", "pgpass.conf");
            }
            return DatabaseUrl.isSet(environment, "HOME")
                    ? Path.of(environment.getOrDefault("HOME", ""), ".pgpass")
                    : null;
        } catch (InvalidPathException noPath) {
            return null;
        }
    }

    private static boolean isOpenToOthers(Path file) throws IOException {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix")
                && !OWNER.containsAll(Files.getPosixFilePermissions(file));
    }

    /** The password of the first line that matches; empty if there is none. */
    static String find(String text, List<Host> hosts, String database, String user) {
        List<List<String>> lines = new ArrayList<>();
        for (String line : ValueSyntax.lines(text)) {
            if (!line.isEmpty() && line.charAt(0) != '#') {
                List<String> fields = fields(line);
                // As for PostgreSQL's own programs, an unescaped colon ends the password.
                if (fields.size() >= FIELDS) {
                    lines.add(fields);
                }
            }
        }
        for (Host host : hosts) {
            for (List<String> fields : lines) {
                if (matches(fields.get(0), host.name())
                        && matches(fields.get(1), String.valueOf(host.port()))
                        && matches(fields.get(2), database)
                        && matches(fields.get(3), user)) {
                    return unescaped(fields.get(4));
                }
            }
        }
        return "";
    }

    private static boolean matches(String pattern, String value) {
        return pattern.equals("*") || unescaped(pattern).equals(value);
    }

    /** The fields, still escaped. */
    private static List<String> fields(String line) {
        List<String> fields = new ArrayList<>();
        int start = 0;
        for (int i = 0; i <= line.length(); i++) {
            if (i == line.length() || line.charAt(i) == ':') {
                fields.add(line.substring(start, i));
                start = i + 1;
            } else if (line.charAt(i) == '\\' && i + 1 < line.length()) {
                i++;
            }
        }
        return fields;
    }

    private static String unescaped(String field) {
        StringBuilder plain = new StringBuilder(field.length());
        for (int i = 0; i < field.length(); i++) {
            if (field.charAt(i) == '\\' && i + 1 < field.length()) {
                i++;
            }
            plain.append(field.charAt(i));
        }
        return plain.toString();
    }
}
