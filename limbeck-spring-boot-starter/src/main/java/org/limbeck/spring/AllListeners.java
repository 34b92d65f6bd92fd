package org.limbeck.spring;

import java.time.Duration;
import java.util.List;
import org.limbeck.execute.BatchProgress;
import org.limbeck.execute.LockWait;
import org.limbeck.execute.RunListener;
import org.limbeck.plan.Plan;
import org.limbeck.plan.Step;
import org.limbeck.problem.LimbeckException;

/** Tells several listeners, one after the other. */
record AllListeners(List<RunListener> listeners) implements RunListener {

    @Override
    public void planned(Plan plan) {
        listeners.forEach(listener -> listener.planned(plan));
    }

    @Override
    public void recorded(List<String> revisions) {
        listeners.forEach(listener -> listener.recorded(revisions));
    }

    @Override
    public void waiting(String holder) {
        listeners.forEach(listener -> listener.waiting(holder));
    }

    @Override
    public void blocked(LockWait wait) {
        listeners.forEach(listener -> listener.blocked(wait));
    }

    @Override
    public void started(Step step, int number, int total) {
        listeners.forEach(listener -> listener.started(step, number, total));
    }

    @Override
    public void progressed(BatchProgress progress) {
        listeners.forEach(listener -> listener.progressed(progress));
    }

    @Override
    public void finished(Step step, int number, int total, Duration duration) {
        listeners.forEach(listener -> listener.finished(step, number, total, duration));
    }

    @Override
    public void failed(Step step, LimbeckException failure) {
        listeners.forEach(listener -> listener.failed(step, failure));
    }
}
