package org.limbeck.script;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import org.jspecify.annotations.Nullable;
import org.limbeck.problem.Place;
import org.limbeck.problem.Problem;
import org.limbeck.problem.ProblemCode;

/** Compiles sources in this process, all that are needed in one go, and only those that the cache doesn't have. */
final class MigrationCompiler {

    private final ClassCache cache;
    private final List<Path> classPath;
    private final Supplier<@Nullable JavaCompiler> compiler;

    /**
     * @param classPath what the sources may use
     * @param compiler null where this Java has none
     */
    MigrationCompiler(ClassCache cache, List<Path> classPath, Supplier<@Nullable JavaCompiler> compiler) {
        this.cache = cache;
        this.classPath = classPath;
        this.compiler = compiler;
    }

    /** The classes of the given sources, and of those that they use, by their names. */
    Map<String, byte[]> compile(List<JavaSource> wanted, SourceFiles sources) {
        Map<String, byte[]> classes = new HashMap<>();
        List<JavaSource> missing = new ArrayList<>();
        String environment = environment();
        for (JavaSource source : wanted) {
            if (!cached(source, sources, environment, classes)) {
                missing.add(source);
            }
        }
        if (!missing.isEmpty()) {
            for (Map.Entry<JavaSource, CompiledFile> entry :
                    run(missing, sources).entrySet()) {
                cache.put(key(entry.getKey(), sources, environment), entry.getValue());
                classes.putAll(entry.getValue().classes());
            }
            cache.sweep();
        }
        return classes;
    }

    /** Takes a source and all that it uses from the cache, if every one of them is there. */
    private boolean cached(JavaSource source, SourceFiles sources, String environment, Map<String, byte[]> classes) {
        CompiledFile file = cache.find(key(source, sources, environment)).orElse(null);
        if (file == null) {
            return false;
        }
        Map<String, byte[]> found = new HashMap<>(file.classes());
        for (String use : file.uses()) {
            Optional<CompiledFile> used =
                    sources.find(use).flatMap(other -> cache.find(key(other, sources, environment)));
            if (used.isEmpty()) {
                return false;
            }
            found.putAll(used.get().classes());
        }
        classes.putAll(found);
        return true;
    }

    private Map<JavaSource, CompiledFile> run(List<JavaSource> wanted, SourceFiles sources) {
        JavaCompiler javac = compiler.get();
        if (javac == null) {
            throw Problem.of(
                            ProblemCode.COMPILER_MISSING,
                            wanted.get(0).file() + " must be compiled and this Java (" + System.getProperty("java.home")
                                    + ") has no compiler")
                    .at(Place.of(wanted.get(0).file()))
                    .hint("run Limbeck with a JDK, or compile the migrations with the project and read them from the"
                            + " class path")
                    .exception();
        }
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        try (StandardJavaFileManager standard =
                        javac.getStandardFileManager(diagnostics, Locale.ENGLISH, StandardCharsets.UTF_8);
                MemoryFileManager files = new MemoryFileManager(standard, sources)) {
            List<JavaFileObject> units = wanted.stream().map(files::source).toList();
            boolean compiled = javac.getTask(null, files, diagnostics, options(), null, units)
                    .call();
            if (!compiled) {
                throw CompilationProblem.of(diagnostics.getDiagnostics(), sources)
                        .exception();
            }
            return compiledFiles(files, sources);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> options() {
        String path = classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
        return List.of("-proc:none", "-Xlint:none", "-g", "-implicit:class", "-classpath", path);
    }

    private static Map<JavaSource, CompiledFile> compiledFiles(MemoryFileManager files, SourceFiles sources) {
        Map<JavaSource, CompiledFile> compiled = new HashMap<>();
        for (JavaSource source : files.read()) {
            List<String> uses = sources.withAllMentioned(source).stream()
                    .filter(other -> !other.equals(source) && files.read().contains(other))
                    .map(JavaSource::className)
                    .toList();
            compiled.put(source, new CompiledFile(files.classes(source), uses));
        }
        return compiled;
    }

    /** Changes with the text of the source, of all that it could use, and with the environment. */
    private static String key(JavaSource source, SourceFiles sources, String environment) {
        StringBuilder text = new StringBuilder(environment).append('\n').append(source.className());
        for (JavaSource used : sources.withAllMentioned(source)) {
            text.append('\n').append(used.className()).append('\n').append(sources.text(used));
        }
        return Checksums.ofText(text.toString());
    }

    /** All that the outcome of compiling depends on besides the sources. */
    private String environment() {
        return Checksums.ofText(Runtime.version() + "\n" + ClassPath.identity(classPath));
    }
}
