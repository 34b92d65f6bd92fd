package org.limbeck.script;

import java.nio.file.Path;

/** A place to look for migrations, with everything below it. */
public sealed interface Location {

    /** What stands in front of the name of a package. */
    String CLASS_PATH_PREFIX = "classpath:";

    /**
     * A folder of .java and .sql files.
     *
     * @param path where it is
     * @param shown the folder as the user would type it
     */
    record Folder(Path path, Path shown) implements Location {

        /** A folder that is where the user would type it. */
        public Folder(Path path) {
            this(path, path);
        }

        @Override
        public String toString() {
            return shown.toString();
        }
    }

    /**
     * A package of compiled classes and .sql files, in folders or jars.
     *
     * @param name the package as a path, for example {@code db/migration}
     */
    record JavaPackage(String name) implements Location {

        @Override
        public String toString() {
            return CLASS_PATH_PREFIX + name;
        }
    }

    /** Reads {@code migrations} as a folder and {@code classpath:db/migration} or {@code classpath:db.migration} as a package. */
    static Location parse(String text) {
        if (!text.startsWith(CLASS_PATH_PREFIX)) {
            return new Folder(Path.of(text));
        }
        String name = text.substring(CLASS_PATH_PREFIX.length()).replace('.', '/');
        int start = 0;
        int end = name.length();
        while (start < end && name.charAt(start) == '/') {
            start++;
        }
        while (end > start && name.charAt(end - 1) == '/') {
            end--;
        }
        return new JavaPackage(name.substring(start, end));
    }
}
