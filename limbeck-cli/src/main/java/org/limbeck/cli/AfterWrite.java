package org.limbeck.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.limbeck.setting.Setting;

/** Runs the user's own command, such as a formatter, on a file that was written. */
final class AfterWrite {

    private static final String FILE = "{file}";

    private AfterWrite() {}

    static void run(Invocation invocation, Path file) {
        Optional<String> configured = invocation.settings().afterWrite();
        if (configured.isEmpty()) {
            return;
        }
        List<String> command = new ArrayList<>();
        for (String word : configured.get().strip().split("\\s+", -1)) {
            command.add(word.replace(FILE, file.toString()));
        }
        int code = ChildProgram.run(
                invocation,
                command,
                Map.of(),
                problem -> problem.hint("the file is written, " + file)
                        .hint("to change the command", Setting.AFTER_WRITE.key() + " = ..."));
        if (code != 0) {
            invocation.note(String.join(" ", command) + " ended with " + code
                    + "; the file is as Limbeck wrote it, or as" + " the command left it");
        }
    }
}
