package org.limbeck.cli.documentation;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Compiles samples with what a project of Limbeck has on its class path. */
final class JavaCompilation implements AutoCloseable {

    private final JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    // Kept, for it remembers what is in which jar.
    private final StandardJavaFileManager files = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8);

    /** @param root the folder that the packages of the source and of what it uses begin in */
    void compile(Path source, Path root, Path classes) {
        StringWriter messages = new StringWriter();
        List<String> options = List.of(
                "-d",
                classes.toString(),
                "-sourcepath",
                root.toString(),
                "-cp",
                ClassPath.text(),
                "--release",
                "17",
                "-proc:none");
        boolean compiled = compiler.getTask(messages, files, null, options, null, files.getJavaFileObjects(source))
                .call();
        if (!compiled) {
            throw new AssertionError("the sample does not compile\n" + messages);
        }
    }

    @Override
    public void close() throws IOException {
        files.close();
    }
}
