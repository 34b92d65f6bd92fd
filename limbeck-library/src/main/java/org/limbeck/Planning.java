package org.limbeck;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLClassLoader;
import org.jspecify.annotations.Nullable;
import org.limbeck.plan.Planner;

/** A planner that is made when it is needed: most runs find nothing to do. Not safe for several threads. */
final class Planning implements AutoCloseable {

    private final Workspace workspace;
    private final Revisions revisions;
    private @Nullable URLClassLoader classes;
    private @Nullable Planner planner;

    Planning(Workspace workspace, Revisions revisions) {
        this.workspace = workspace;
        this.revisions = revisions;
    }

    /** The same each time; its migrations see the class path until this is closed. */
    Planner planner() {
        Planner made = planner;
        if (made == null) {
            URLClassLoader opened = workspace.classes();
            classes = opened;
            made = workspace.planner(revisions, opened);
            planner = made;
        }
        return made;
    }

    @Override
    public void close() {
        try {
            if (classes != null) {
                classes.close();
            }
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }
}
