package org.limbeck.script;

import java.nio.file.Path;

/**
 * A Java file of a folder, migration or helper.
 *
 * @param className the class with its package
 * @param file the file as the user would type it
 */
record JavaSource(String className, String file, Path path) {

    String packageName() {
        int dot = className.lastIndexOf('.');
        return dot < 0 ? "" : className.substring(0, dot);
    }

    String simpleName() {
        return className.substring(className.lastIndexOf('.') + 1);
    }
}
