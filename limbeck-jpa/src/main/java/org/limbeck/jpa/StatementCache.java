package org.limbeck.jpa;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.limbeck.schema.QualifiedName;
import org.limbeck.script.CacheFolder;

/** Results by fingerprint, a file each; it never fails, at worst it has nothing. */
final class StatementCache {

    private static final int CAPACITY = 20;
    private static final String ENDING = ".statements";

    /** Parts of a file are lists, and entries of a list texts; neither character occurs in DDL. */
    private static final String BETWEEN_PARTS = "\u001D";

    private static final String BETWEEN_ENTRIES = "\u001E";
    private static final int PARTS = 5;

    private final Path folder;

    StatementCache(Path folder) {
        this.folder = folder;
    }

    Optional<EntityStatements> find(String fingerprint) {
        Path file = folder.resolve(fingerprint + ENDING);
        try {
            Optional<EntityStatements> found = decode(Files.readString(file));
            if (found.isPresent()) {
                // What is used stays longest.
                Files.setLastModifiedTime(file, FileTime.fromMillis(System.currentTimeMillis()));
            }
            return found;
        } catch (IOException absent) {
            return Optional.empty();
        }
    }

    void put(String fingerprint, EntityStatements statements) {
        try {
            CacheFolder.create(folder);
            Path temporary = Files.createTempFile(folder, ".new", ".tmp");
            try {
                Files.write(temporary, encode(statements).getBytes(StandardCharsets.UTF_8));
                Files.move(
                        temporary,
                        folder.resolve(fingerprint + ENDING),
                        StandardCopyOption.ATOMIC_MOVE,
                        StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(temporary);
            }
            sweep();
        } catch (IOException full) {
            // The next run asks Hibernate again.
            return;
        }
    }

    private void sweep() throws IOException {
        Map<Path, FileTime> times = new HashMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(ENDING)).toList()) {
                times.put(file, Files.getLastModifiedTime(file));
            }
        }
        List<Path> newestFirst = new ArrayList<>(times.keySet());
        newestFirst.sort(Comparator.comparing(times::get, Comparator.reverseOrder()));
        for (Path file : newestFirst.subList(Math.min(CAPACITY, newestFirst.size()), newestFirst.size())) {
            Files.deleteIfExists(file);
        }
    }

    private static String encode(EntityStatements statements) {
        List<String> unmanaged = statements.unmanagedTables().stream()
                .map(QualifiedName::text)
                .sorted()
                .toList();
        return String.join(
                BETWEEN_PARTS,
                statements.hibernateVersion(),
                entries(statements.statements()),
                entries(statements.views()),
                entries(unmanaged),
                "end");
    }

    private static Optional<EntityStatements> decode(String text) {
        List<String> parts = Arrays.asList(text.split(BETWEEN_PARTS, -1));
        if (parts.size() != PARTS || !parts.get(PARTS - 1).equals("end")) {
            return Optional.empty();
        }
        Set<QualifiedName> unmanaged = new LinkedHashSet<>();
        list(parts.get(3)).forEach(name -> unmanaged.add(QualifiedName.of(name)));
        return Optional.of(new EntityStatements(list(parts.get(1)), list(parts.get(2)), unmanaged, parts.get(0)));
    }

    private static String entries(List<String> list) {
        StringBuilder text = new StringBuilder();
        list.forEach(entry -> text.append(entry).append(BETWEEN_ENTRIES));
        return text.toString();
    }

    private static List<String> list(String text) {
        List<String> list = new ArrayList<>(Arrays.asList(text.split(BETWEEN_ENTRIES, -1)));
        list.remove(list.size() - 1);
        return list;
    }
}
