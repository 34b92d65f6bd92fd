package org.limbeck.jpa.source;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The Java sources of an application, by their names; of two with one name the first counts. */
public final class SourceTree {

    private static final Pattern IDENTIFIER =
            Pattern.compile("\\b\\p{javaJavaIdentifierStart}\\p{javaJavaIdentifierPart}*");

    private final Map<String, SourceFile> files;

    private SourceTree(Map<String, SourceFile> files) {
        this.files = files;
    }

    /** Lists the sources below the folders; a folder that doesn't exist is empty. */
    public static SourceTree of(List<Path> folders) {
        Map<String, SourceFile> files = new LinkedHashMap<>();
        for (Path folder : folders) {
            for (Path file : FileTree.files(folder, ".java")) {
                String path = FileTree.relative(folder, file);
                String name = path.substring(0, path.length() - ".java".length());
                if (!name.endsWith("module-info")) {
                    files.putIfAbsent(name, new SourceFile(file, name));
                }
            }
        }
        return new SourceTree(files);
    }

    boolean isEmpty() {
        return files.isEmpty();
    }

    boolean contains(String name) {
        return files.containsKey(name);
    }

    @Nullable
    SourceFile find(String name) {
        return files.get(name);
    }

    /** The file of a class, also of a nested one; null if there is none. */
    public @Nullable Path fileOf(String className) {
        String name = className.replace('.', '/');
        int nested = name.indexOf('$');
        SourceFile file = files.get(nested < 0 ? name : name.substring(0, nested));
        return file == null ? null : file.file();
    }

    /** The sources that were changed after their class files were written, and all that could have taken a constant of them. */
    public StaleSources newerThan(List<Path> outputFolders) {
        List<SourceFile> changed = files.values().stream()
                .filter(file -> isNewer(file, outputFolders))
                .toList();
        return new StaleSources(changed.isEmpty() ? List.of() : withUsers(changed));
    }

    private static boolean isNewer(SourceFile source, List<Path> outputFolders) {
        for (Path folder : outputFolders) {
            Path compiled = folder.resolve(source.name() + ".class");
            if (Files.exists(compiled)) {
                return source.time().compareTo(FileTree.time(compiled)) > 0;
            }
        }
        // A package-info without annotations has no class.
        return !source.isPackageInfo() || source.text().indexOf('@') >= 0;
    }

    /** The compiler writes constants of one class into others, so that whoever mentions a changed one is old as well. */
    private List<SourceFile> withUsers(Collection<SourceFile> changed) {
        Map<String, List<SourceFile>> users = new HashMap<>();
        for (SourceFile file : files.values()) {
            for (String word : words(file)) {
                users.computeIfAbsent(word, key -> new ArrayList<>()).add(file);
            }
        }
        Set<SourceFile> all = new HashSet<>(changed);
        Deque<SourceFile> open = new ArrayDeque<>(changed);
        while (!open.isEmpty()) {
            for (SourceFile user : users.getOrDefault(open.remove().simpleName(), List.of())) {
                if (all.add(user)) {
                    open.add(user);
                }
            }
        }
        return files.values().stream().filter(all::contains).toList();
    }

    private static Set<String> words(SourceFile file) {
        Set<String> words = new HashSet<>();
        Matcher matcher = IDENTIFIER.matcher(file.text());
        while (matcher.find()) {
            words.add(matcher.group());
        }
        return words;
    }
}
