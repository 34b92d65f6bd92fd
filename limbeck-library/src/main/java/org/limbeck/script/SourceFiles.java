package org.limbeck.script;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The Java sources that one run may compile; each is read at most once, so that what is hashed is what is compiled. */
final class SourceFiles {

    private final Map<String, JavaSource> byClass = new HashMap<>();
    private final Map<String, List<JavaSource>> byPackage = new HashMap<>();
    private final Map<String, List<JavaSource>> bySimpleName = new HashMap<>();
    private final Map<String, String> texts = new HashMap<>();
    private final Map<JavaSource, Set<JavaSource>> mentioned = new HashMap<>();

    SourceFiles(List<JavaSource> sources) {
        for (JavaSource source : sources) {
            if (byClass.putIfAbsent(source.className(), source) == null) {
                add(byPackage, source.packageName(), source);
                add(bySimpleName, source.simpleName(), source);
            }
        }
    }

    Optional<JavaSource> find(String className) {
        return Optional.ofNullable(byClass.get(className));
    }

    List<JavaSource> inPackage(String packageName) {
        return byPackage.getOrDefault(packageName, List.of());
    }

    String text(JavaSource source) {
        return texts.computeIfAbsent(source.file(), file -> {
            try {
                return Utf8.decode(Files.readAllBytes(source.path()), file);
            } catch (IOException e) {
                throw Script.unreadable(file, e);
            }
        });
    }

    /** The text of a file that was read before. */
    String textOf(String file) {
        return texts.getOrDefault(file, "");
    }

    /**
     * The source and every one that it could use, directly or through others, sorted by class: those whose simple name is
     * a word in it. No Java file can use another without naming it.
     */
    List<JavaSource> withAllMentioned(JavaSource source) {
        Set<JavaSource> all = new HashSet<>(Set.of(source));
        Deque<JavaSource> open = new ArrayDeque<>(all);
        while (!open.isEmpty()) {
            for (JavaSource next : mentioned(open.remove())) {
                if (all.add(next)) {
                    open.add(next);
                }
            }
        }
        return all.stream().sorted(Comparator.comparing(JavaSource::className)).toList();
    }

    private Set<JavaSource> mentioned(JavaSource source) {
        Set<JavaSource> known = mentioned.get(source);
        if (known == null) {
            known = new HashSet<>();
            JavaLexer lexer = new JavaLexer(source.file(), text(source));
            for (JavaToken token = lexer.next(); token.kind() != JavaToken.Kind.END; token = lexer.next()) {
                if (token.kind() == JavaToken.Kind.WORD) {
                    known.addAll(bySimpleName.getOrDefault(token.text(), List.of()));
                }
            }
            mentioned.put(source, known);
        }
        return known;
    }

    private static void add(Map<String, List<JavaSource>> map, String key, JavaSource source) {
        map.computeIfAbsent(key, name -> new ArrayList<>()).add(source);
    }
}
