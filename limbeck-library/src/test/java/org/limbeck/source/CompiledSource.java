package org.limbeck.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.limbeck.migration.Migration;
import org.limbeck.migration.Operations;
import org.limbeck.migration.RecordedOperation;
import org.limbeck.migration.Recorder;
import org.limbeck.operation.Operation;
import org.limbeck.schema.NamingConvention;
import org.limbeck.script.ClassPath;
import org.limbeck.script.Location;
import org.limbeck.script.MigrationLoader;
import org.limbeck.script.ScriptReader;
import org.limbeck.script.Scripts;

/** Java that is written from operations, compiled and run. */
record CompiledSource(Path folder) {

    static List<Operation> recorded(Consumer<Operations> migration) {
        return new Recorder("none", "none", NamingConvention.POSTGRESQL)
                .record(migration).stream().map(RecordedOperation::operation).collect(Collectors.toList());
    }

    /** Writes the operations as a migration, compiles it and records what it says. */
    List<Operation> again(List<Operation> operations) throws IOException {
        String body = new JavaSource()
                .body(operations)
                .lines()
                .map(line -> line.isEmpty() ? line : "        " + line)
                .collect(Collectors.joining("\n"));
        Path migrations = Files.createTempDirectory(folder, "migrations");
        Files.writeString(migrations.resolve("M1.java"), """
                import static org.limbeck.migration.Ddl.*;
                import org.limbeck.migration.*;
                @Revision(id = "1")
                public class M1 implements Migration {
                    public void upgrade(Operations op) {
                """ + body + """

                    }
                    public void downgrade(Operations op) {}
                }
                """);
        ClassLoader parent = getClass().getClassLoader();
        Scripts scripts = new ScriptReader(List.of(new Location.Folder(migrations)), null, parent).read();
        Map<String, Migration> loaded =
                new MigrationLoader(new ClassPath(List.of()), null, parent).load(scripts, scripts.all());
        return recorded(loaded.get("1")::upgrade);
    }
}
