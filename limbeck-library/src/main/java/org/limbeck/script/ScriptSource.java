package org.limbeck.script;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where the bytes of a migration come from. */
public sealed interface ScriptSource {

    /** Opens it; the caller closes. */
    InputStream open() throws IOException;

    /** A file of a folder. */
    record InFolder(Path path) implements ScriptSource {

        @Override
        public InputStream open() throws IOException {
            return Files.newInputStream(path);
        }
    }

    /**
     * What the history of a database recorded of a migration whose file is gone.
     *
     * @param text an SQL migration
     */
    record InHistory(String text) implements ScriptSource {

        @Override
        public InputStream open() {
            return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** A resource of the class path. */
    record OnClassPath(URI uri) implements ScriptSource {

        @Override
        public InputStream open() throws IOException {
            URLConnection connection = uri.toURL().openConnection();
            // A cached jar would stay open, and stale, for the life of the process.
            connection.setUseCaches(false);
            return connection.getInputStream();
        }
    }
}
