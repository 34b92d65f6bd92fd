package org.limbeck.script;

import java.util.List;
import java.util.Map;

/**
 * What one source file was compiled to.
 *
 * @param classes the bytes of its classes by their names
 * @param uses the classes whose source files were compiled with it because it needs them, itself or through others
 */
record CompiledFile(Map<String, byte[]> classes, List<String> uses) {

    CompiledFile {
        classes = Map.copyOf(classes);
        uses = List.copyOf(uses);
    }
}
