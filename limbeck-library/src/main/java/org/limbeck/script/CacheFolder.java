package org.limbeck.script;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder of what can be made anew at any time, or is nobody else's business: it has no place in version control. */
public final class CacheFolder {

    private CacheFolder() {}

    /** Creates it where it is missing, so that git doesn't see it. */
    public static void create(Path folder) throws IOException {
        Path ignore = folder.resolve(".gitignore");
        if (!Files.exists(ignore)) {
            Files.createDirectories(folder);
            Files.writeString(ignore, "*\n");
        }
    }
}
