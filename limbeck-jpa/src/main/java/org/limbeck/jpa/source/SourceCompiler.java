package org.limbeck.jpa.source;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.limbeck.problem.Problem;
import org.limbeck.problem.ProblemCode;

/** Compiles sources in this process, with the annotation processors that are on their class path. */
public final class SourceCompiler {

    private SourceCompiler() {}

    /**
     * Compiles them.
     *
     * @param classPath what the sources may use, the application's own classes included
     * @param folder an existing folder that takes the classes and generated sources
     * @throws org.limbeck.problem.LimbeckException if a source doesn't compile, or this Java has no compiler
     */
    public static void compile(StaleSources sources, List<Path> classPath, Path folder) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        if (compiler == null) {
            throw Problem.of(
                            ProblemCode.COMPILER_MISSING,
                            sources.files().get(0).file() + " is newer than its class and this Java ("
                                    + System.getProperty("java.home") + ") has no compiler")
                    .hint("compile the project first, or run Limbeck with a JDK")
                    .exception();
        }
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        try (StandardJavaFileManager files =
                compiler.getStandardFileManager(diagnostics, Locale.ENGLISH, StandardCharsets.UTF_8)) {
            List<File> units = sources.files().stream()
                    .map(source -> source.file().toFile())
                    .toList();
            boolean compiled = compiler.getTask(
                            Writer.nullWriter(),
                            files,
                            diagnostics,
                            options(classPath, folder),
                            null,
                            files.getJavaFileObjectsFromFiles(units))
                    .call();
            if (!compiled) {
                throw CompilationProblem.of(diagnostics.getDiagnostics()).exception();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A given path of processors switches them on where Java 23 and later would leave them off. */
    private static List<String> options(List<Path> classPath, Path folder) {
        String path = classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
        return List.of(
                "-Xlint:none",
                "-parameters",
                "-g",
                "-implicit:none",
                "-classpath",
                path,
                "-processorpath",
                path,
                "-d",
                folder.toString(),
                "-s",
                folder.toString());
    }
}
