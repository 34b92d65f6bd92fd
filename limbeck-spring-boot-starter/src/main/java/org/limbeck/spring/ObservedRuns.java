package org.limbeck.spring;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.limbeck.execute.RunListener;
import org.limbeck.plan.Step;
import org.limbeck.problem.LimbeckException;

/** Observes each revision as {@code limbeck.revision}, from its beginning to its commit. */
final class ObservedRuns implements RunListener {

    private final Supplier<ObservationRegistry> registry;
    private final Map<Step, Observation> running = new ConcurrentHashMap<>();

    /** @param registry asked only when a revision is run: it needs much that may need the database */
    ObservedRuns(Supplier<ObservationRegistry> registry) {
        this.registry = registry;
    }

    /** A step that begins anew goes on. */
    @Override
    public void started(Step step, int number, int total) {
        running.computeIfAbsent(
                step,
                begun -> Observation.createNotStarted("limbeck.revision", registry.get())
                        .contextualName("limbeck " + begun.kind().word() + " " + begun.revision())
                        .lowCardinalityKeyValue(
                                "limbeck.direction", begun.kind().word())
                        .highCardinalityKeyValue("limbeck.revision", begun.revision())
                        .start());
    }

    @Override
    public void finished(Step step, int number, int total, Duration duration) {
        Observation observation = running.remove(step);
        if (observation != null) {
            observation.stop();
        }
    }

    @Override
    public void failed(Step step, LimbeckException failure) {
        Observation observation = running.remove(step);
        if (observation != null) {
            observation.error(failure).stop();
        }
    }
}
