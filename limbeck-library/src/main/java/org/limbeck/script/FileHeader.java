package org.limbeck.script;

import org.jspecify.annotations.Nullable;
import org.limbeck.graph.RevisionNode;

/**
 * What the head of a file says.
 *
 * @param node the revision; null for a Java file that is no migration but may help one
 * @param message what it does; may be empty
 * @param created when it was created, as the file says; may be empty
 * @param className the class with its package; empty for SQL
 * @param line the line of the annotation or header
 */
record FileHeader(@Nullable RevisionNode node, String message, String created, String className, int line) {

    static FileHeader helper(String className) {
        return new FileHeader(null, "", "", className, 0);
    }
}
