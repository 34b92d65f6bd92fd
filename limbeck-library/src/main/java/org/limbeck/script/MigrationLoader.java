package org.limbeck.script;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;
import org.limbeck.migration.Migration;

/** Makes Java migrations ready to be asked what they do; compiles sources where needed. */
public final class MigrationLoader {

    /** Bounds the cache to some tens of megabytes; the migrations of a project are a few kilobytes each. */
    private static final int CACHE_CAPACITY = 4_000;

    private final MigrationCompiler compiler;
    private final ClassLoader parent;

    /**
     * @param classPath what migrations may use besides Limbeck
     * @param stateDirectory where compiled classes are kept for the next run; null to keep nothing
     * @param parent sees Limbeck and the class path, see {@link ClassPath#open}
     */
    public MigrationLoader(ClassPath classPath, @Nullable Path stateDirectory, ClassLoader parent) {
        this(classPath, stateDirectory, parent, ToolProvider::getSystemJavaCompiler);
    }

    MigrationLoader(
            ClassPath classPath,
            @Nullable Path stateDirectory,
            ClassLoader parent,
            Supplier<@Nullable JavaCompiler> compiler) {
        this.compiler = new MigrationCompiler(
                new ClassCache(stateDirectory, CACHE_CAPACITY), classPath.forCompiler(), compiler);
        this.parent = parent;
    }

    /**
     * Compiles, loads and creates migrations. Sources are compiled together; they may use every Java file of the folders
     * of {@code scripts}, which is then compiled with them.
     *
     * @param wanted those to load; SQL migrations among them are left out
     * @return the migrations by their identifiers, in the order wanted
     * @throws org.limbeck.problem.LimbeckException if one doesn't compile, is not a usable migration or its constructor
     *     fails, or if a compiler is needed and there is none
     */
    public Map<String, Migration> load(Scripts scripts, List<Script> wanted) {
        SourceFiles sources = new SourceFiles(scripts.sources());
        List<JavaSource> pending = wanted.stream()
                .filter(script -> script.kind() == ScriptKind.JAVA_SOURCE)
                .map(script -> new JavaSource(
                        script.className(), script.place().file(), ((ScriptSource.InFolder) script.source()).path()))
                .toList();
        ClassLoader compiled =
                pending.isEmpty() ? parent : new CompiledClassLoader(compiler.compile(pending, sources), parent);
        Map<String, Migration> migrations = new LinkedHashMap<>();
        for (Script script : wanted) {
            if (script.kind() != ScriptKind.SQL) {
                migrations.put(script.id(), MigrationClass.instance(script, compiled));
            }
        }
        return migrations;
    }
}
