package org.limbeck.verify;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.limbeck.catalog.CatalogScope;
import org.limbeck.plan.Author;
import org.limbeck.plan.Bookkeeping;
import org.limbeck.plan.Step;
import org.limbeck.problem.LimbeckException;
import org.limbeck.schema.Schema;

/**
 * Tries revisions, each up, down and up again, with sample rows in the tables; then all of them without rows, up in another
 * order of their branches and down to base.
 *
 * @param major the major version of the server
 * @param thorough whether there are sample rows and the second way; otherwise each revision is only tried by itself
 * @param listener is told of each revision when it was tried
 */
public record RevisionTrials(
        TrialServer server,
        int major,
        Author author,
        Bookkeeping bookkeeping,
        CatalogScope scope,
        boolean thorough,
        TrialListener listener) {

    /**
     * Tries them.
     *
     * @param revisions in the order in which they are applied
     * @param otherOrder the upgrades of the same revisions, with branches the other way round
     * @param down the downgrades from the heads to base
     */
    public Verification run(List<TriedRevision> revisions, List<Step> otherOrder, List<Supplier<Step>> down)
            throws SQLException {
        long begin = System.nanoTime();
        try (TrialDatabase database = TrialDatabase.open(server, author, bookkeeping, scope)) {
            Schema base = database.read();
            List<RevisionTrial> trials = new ArrayList<>();
            SampleRows samples = new SampleRows();
            boolean complete = each(database, revisions, samples, base, trials);
            List<Finding> findings = new ArrayList<>();
            if (complete && thorough) {
                boolean allDown = trials.stream().allMatch(RevisionTrials::goesDown);
                findings.addAll(allTheWay(database, base, otherOrder, allDown ? down : List.of()));
            }
            Duration duration = Duration.ofNanos(System.nanoTime() - begin);
            return new Verification(major, trials, findings, samples.empty(), duration);
        }
    }

    /** @return whether all could be applied */
    private boolean each(
            TrialDatabase database,
            List<TriedRevision> revisions,
            SampleRows samples,
            Schema base,
            List<RevisionTrial> trials)
            throws SQLException {
        List<Step> earlier = new ArrayList<>();
        Schema before = base;
        for (TriedRevision revision : revisions) {
            if (revision.wanted()) {
                Schema read = before == null ? database.read() : before;
                if (thorough) {
                    samples.fill(database.connection(), read);
                }
                SingleTrial trial = new SingleTrial(database, earlier, revision, major, samples, thorough);
                before = trial.run(read);
                add(trial.result(), trials);
                if (!trial.runs()) {
                    notReached(revisions, trials);
                    return false;
                }
                if (!trial.isSampled()) {
                    samples.clear();
                }
            } else if (!applied(database, revision, trials)) {
                notReached(revisions, trials);
                return false;
            } else {
                before = null;
            }
            earlier.add(revision.upgrade());
        }
        return true;
    }

    private boolean applied(TrialDatabase database, TriedRevision revision, List<RevisionTrial> trials)
            throws SQLException {
        try {
            database.run(revision.upgrade());
            return true;
        } catch (LimbeckException failure) {
            Finding finding = SingleTrial.finding("its upgrade fails", failure.problem());
            add(trial(revision.upgrade(), RevisionTrial.Outcome.FAILED, List.of(finding)), trials);
            return false;
        }
    }

    private void notReached(List<TriedRevision> revisions, List<RevisionTrial> trials) {
        String failed = trials.get(trials.size() - 1).revision();
        boolean behind = false;
        for (TriedRevision revision : revisions) {
            if (behind && revision.wanted()) {
                add(trial(revision.upgrade(), RevisionTrial.Outcome.NOT_REACHED, List.of()), trials);
            }
            behind |= revision.upgrade().revision().equals(failed);
        }
    }

    private void add(RevisionTrial trial, List<RevisionTrial> trials) {
        trials.add(trial);
        listener.tried(trial);
    }

    private static RevisionTrial trial(Step step, RevisionTrial.Outcome outcome, List<Finding> findings) {
        return new RevisionTrial(step.revision(), step.message(), step.file(), outcome, findings, List.of(), List.of());
    }

    private List<Finding> allTheWay(
            TrialDatabase database, Schema base, List<Step> otherOrder, List<Supplier<Step>> down) throws SQLException {
        Schema heads = database.read();
        try {
            database.renew(otherOrder);
        } catch (LimbeckException failure) {
            return List.of(SingleTrial.finding(
                    "with its branches in another order the whole can't be applied", failure.problem()));
        }
        List<Finding> findings = new ArrayList<>();
        List<String> differing = SchemaChange.lines(database.read(), heads, major);
        if (!differing.isEmpty()) {
            findings.add(new Finding(
                    "with its branches in another order the whole makes another schema; this would be left to do",
                    differing));
        }
        if (!down.isEmpty()) {
            down(database, base, down, findings);
        }
        return findings;
    }

    private void down(TrialDatabase database, Schema base, List<Supplier<Step>> down, List<Finding> findings)
            throws SQLException {
        try {
            for (Supplier<Step> step : down) {
                database.run(step.get());
            }
        } catch (LimbeckException failure) {
            findings.add(SingleTrial.finding("the whole can't be taken down to base", failure.problem()));
            return;
        }
        List<String> left = SchemaChange.lines(database.read(), base, major);
        if (!left.isEmpty()) {
            findings.add(new Finding("all the way down to base something is left; this would be left to do", left));
        }
    }

    private static boolean goesDown(RevisionTrial trial) {
        return trial.outcome() == RevisionTrial.Outcome.REVERSIBLE || trial.outcome() == RevisionTrial.Outcome.LOSSY;
    }
}
