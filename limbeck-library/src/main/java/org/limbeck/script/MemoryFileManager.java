package org.limbeck.script;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import org.jspecify.annotations.Nullable;

/** Gives the compiler sources by their declared packages, wherever they lie, and keeps the classes in memory. */
final class MemoryFileManager extends ForwardingJavaFileManager<StandardJavaFileManager> {

    private final SourceFiles sources;
    private final Set<JavaSource> read = new HashSet<>();
    private final Map<JavaSource, Map<String, ByteArrayOutputStream>> classes = new HashMap<>();

    MemoryFileManager(StandardJavaFileManager standard, SourceFiles sources) {
        super(standard);
        this.sources = sources;
    }

    JavaFileObject source(JavaSource source) {
        return new SourceFile(source);
    }

    /** The sources that the compiler looked into, whether it was told to or found them by itself. */
    Set<JavaSource> read() {
        return read;
    }

    /** The classes that came out of a source. */
    Map<String, byte[]> classes(JavaSource source) {
        Map<String, byte[]> bytes = new HashMap<>();
        classes.getOrDefault(source, Map.of()).forEach((name, stream) -> bytes.put(name, stream.toByteArray()));
        return bytes;
    }

    @Override
    public boolean hasLocation(JavaFileManager.Location location) {
        return location == StandardLocation.SOURCE_PATH || super.hasLocation(location);
    }

    @Override
    public Iterable<JavaFileObject> list(
            JavaFileManager.Location location, String packageName, Set<JavaFileObject.Kind> kinds, boolean recurse)
            throws IOException {
        if (location != StandardLocation.SOURCE_PATH) {
            return super.list(location, packageName, kinds, recurse);
        }
        List<JavaFileObject> files = new ArrayList<>();
        if (kinds.contains(JavaFileObject.Kind.SOURCE)) {
            sources.inPackage(packageName).forEach(source -> files.add(new SourceFile(source)));
        }
        return files;
    }

    @Override
    public String inferBinaryName(JavaFileManager.Location location, JavaFileObject file) {
        return file instanceof SourceFile source ? source.source.className() : super.inferBinaryName(location, file);
    }

    @Override
    public boolean isSameFile(FileObject a, FileObject b) {
        return (a instanceof SourceFile || b instanceof SourceFile) ? a.equals(b) : super.isSameFile(a, b);
    }

    @Override
    public boolean contains(JavaFileManager.Location location, FileObject file) throws IOException {
        return file instanceof SourceFile ? location == StandardLocation.SOURCE_PATH : super.contains(location, file);
    }

    @Override
    public JavaFileObject getJavaFileForOutput(
            JavaFileManager.Location location,
            String className,
            JavaFileObject.Kind kind,
            @Nullable FileObject sibling) {
        if (!(sibling instanceof SourceFile file)) {
            throw new IllegalStateException("the compiler made " + className + " out of no source");
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        classes.computeIfAbsent(file.source, source -> new HashMap<>()).put(className, bytes);
        return new ClassFile(className, bytes);
    }

    private final class SourceFile extends SimpleJavaFileObject {

        private final JavaSource source;

        SourceFile(JavaSource source) {
            super(source.path().toUri(), Kind.SOURCE);
            this.source = source;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            read.add(source);
            return sources.text(source);
        }

        /** The class decides, not the name of the file: that the two differ is for the compiler to complain of. */
        @Override
        public boolean isNameCompatible(String simpleName, Kind kind) {
            String name = source.path().getFileName().toString();
            return kind == Kind.SOURCE && name.equals(simpleName + ".java");
        }

        /** Newer than every class file: the source wins. */
        @Override
        public long getLastModified() {
            return Long.MAX_VALUE;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof SourceFile file && file.source.equals(source);
        }

        @Override
        public int hashCode() {
            return source.hashCode();
        }

        /** What diagnostics are told apart by. */
        @Override
        public String getName() {
            return source.file();
        }
    }

    private static final class ClassFile extends SimpleJavaFileObject {

        private final ByteArrayOutputStream bytes;

        ClassFile(String className, ByteArrayOutputStream bytes) {
            super(URI.create("memory:///" + className.replace('.', '/') + Kind.CLASS.extension), Kind.CLASS);
            this.bytes = bytes;
        }

        @Override
        public OutputStream openOutputStream() {
            return bytes;
        }
    }
}
