package org.limbeck.execute;

import java.time.Duration;
import java.util.List;
import org.limbeck.plan.Plan;
import org.limbeck.plan.Step;
import org.limbeck.problem.LimbeckException;

/** Is told what happens during a run. */
public interface RunListener {

    /** A listener that nothing is told to. */
    RunListener NONE = new RunListener() {};

    /** The steps are known, the lock is held, and nothing has been changed yet. Not told where there is nothing to do. */
    default void planned(Plan plan) {}

    /**
     * Revisions to be undone have lost their files; what undoes them is taken from the history.
     *
     * @param revisions their identifiers
     */
    default void recorded(List<String> revisions) {}

    /**
     * Another tool managed the database until now; the version table is about to say where it stopped.
     *
     * @param tool how people call it
     * @param table the table of its own that says what it applied
     * @param revisions how many of ours that is
     */
    default void takingOver(String tool, String table, int revisions) {}

    /**
     * Another run holds the lock; told when waiting begins.
     *
     * @param holder who holds it, for people
     */
    default void waiting(String holder) {}

    /**
     * Others hold a lock that the step needs; it was rolled back as far as it had come, and is tried again. Told when that
     * is seen, when it is others, and from time to time.
     */
    default void blocked(LockWait wait) {}

    /**
     * A step begins; more than once, where it has to begin anew.
     *
     * @param number counted from 1
     */
    default void started(Step step, int number, int total) {}

    /** A change in batches waits for a standby that is too far behind; told when that begins, and from time to time. */
    default void lagging(StandbyLag lag) {}

    /** A change in batches goes on; told every few seconds. */
    default void progressed(BatchProgress progress) {}

    /** A step is done and committed. */
    default void finished(Step step, int number, int total, Duration duration) {}

    /** A step ended with a problem, which ends the run. */
    default void failed(Step step, LimbeckException failure) {}
}
