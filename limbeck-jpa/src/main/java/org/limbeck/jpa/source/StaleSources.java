package org.limbeck.jpa.source;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Sources whose class files don't say what they say. */
public final class StaleSources {

    private final List<SourceFile> files;

    StaleSources(List<SourceFile> files) {
        this.files = List.copyOf(files);
    }

    public boolean isEmpty() {
        return files.isEmpty();
    }

    List<SourceFile> files() {
        return files;
    }

    Set<String> names() {
        return files.stream().map(SourceFile::name).collect(Collectors.toUnmodifiableSet());
    }

    /** Text that changes when one of them does. */
    public String identity() {
        StringBuilder text = new StringBuilder();
        files.forEach(file ->
                text.append(file.name()).append('\n').append(file.text()).append('\n'));
        return text.toString();
    }
}
