package org.limbeck.verify;

/** Is told what comes out while revisions are tried. */
public interface TrialListener {

    /** A listener that nothing is told to. */
    TrialListener NONE = new TrialListener() {};

    /** The revisions are tried on a server of that major version from now on. */
    default void begun(int major) {}

    /** A revision was tried. */
    default void tried(RevisionTrial trial) {}

    /** All were tried on that server. */
    default void ended(Verification verification) {}
}
