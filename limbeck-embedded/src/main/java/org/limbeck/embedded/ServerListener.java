package org.limbeck.embedded;

/** Hears what takes long: unpacking, creating a data folder, starting, waiting for another process. */
@FunctionalInterface
public interface ServerListener {

    /** One line for a person, lower case, without a full stop. */
    void progress(String line);

    /** A listener that ignores everything. */
    static ServerListener silent() {
        return line -> {};
    }
}
