package org.limbeck.verify;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.limbeck.plan.Step;
import org.limbeck.problem.LimbeckException;
import org.limbeck.problem.Problem;
import org.limbeck.problem.ProblemCode;
import org.limbeck.schema.Schema;
import org.limbeck.schema.Table;

/** One revision on its way up, down and up again. Used once. */
final class SingleTrial {

    private final TrialDatabase database;
    private final List<Step> earlier;
    private final TriedRevision revision;
    private final int major;
    private final SampleRows samples;
    private final List<Finding> findings = new ArrayList<>();
    private final List<String> losses = new ArrayList<>();
    private final List<Finding> notes = new ArrayList<>();
    private boolean irreversible;
    private boolean reached = true;
    private boolean sampled;

    /**
     * @param earlier the upgrades that bring a new database to where the revision begins
     * @param sampled whether there are sample rows in the tables
     */
    SingleTrial(
            TrialDatabase database,
            List<Step> earlier,
            TriedRevision revision,
            int major,
            SampleRows samples,
            boolean sampled) {
        this.database = database;
        this.earlier = earlier;
        this.revision = revision;
        this.major = major;
        this.samples = samples;
        this.sampled = sampled;
    }

    /**
     * Tries it. The database is behind the revision afterwards, unless {@link #runs} says otherwise.
     *
     * @return the schema then; null where it has to be read
     */
    @Nullable
    Schema run(Schema before) throws SQLException {
        Step downgrade = downgrade();
        Map<Table, TableContents> contents = downgrade == null ? Map.of() : contents(before, downgrade);
        if (!firstUpgrade()) {
            return null;
        }
        if (downgrade == null) {
            return null;
        }
        Schema after = database.read();
        if (!undone(downgrade)) {
            return anew();
        }
        Schema restored = database.read();
        List<String> left = SchemaChange.lines(restored, before, major);
        if (!left.isEmpty()) {
            findings.add(new Finding("its downgrade does not bring back the schema; this would be left to do", left));
            return anew();
        }
        if (sampled) {
            compare(contents);
        }
        Problem failure = attempt(revision.upgrade());
        if (failure != null) {
            findings.add(finding("after its downgrade it can't be applied again", failure));
            return anew();
        }
        Schema again = database.read();
        List<String> differing = SchemaChange.lines(again, after, major);
        if (!differing.isEmpty()) {
            findings.add(new Finding(
                    "applied again after its downgrade it makes another schema; this would be left to do", differing));
            return anew();
        }
        return newRowsComeBack(before, after, downgrade) ? after : anew();
    }

    /** Whether rows that only the new schema takes can go down and up; what they lose is kept. */
    private boolean newRowsComeBack(Schema before, Schema after, Step downgrade) throws SQLException {
        List<Table> changed = sampled ? ChangedColumns.of(before, after) : List.of();
        if (changed.isEmpty()) {
            return true;
        }
        samples.fill(database.connection(), after);
        Map<Table, TableContents> contents = new LinkedHashMap<>();
        for (Table table : changed) {
            contents.put(table, TableContents.read(database.connection(), table));
        }
        Problem failure = attempt(downgrade);
        if (failure != null) {
            notes.add(finding("its downgrade fails on rows that were written after the upgrade", failure));
            return false;
        }
        failure = attempt(revision.upgrade());
        if (failure != null) {
            notes.add(finding("rows that were written after the upgrade keep it from being applied again", failure));
            return false;
        }
        for (Map.Entry<Table, TableContents> entry : contents.entrySet()) {
            Table table = entry.getKey();
            for (String lost : entry.getValue().lostIn(table, TableContents.read(database.connection(), table))) {
                if (!losses.contains(lost)) {
                    losses.add(lost + " of rows written after the upgrade");
                }
            }
        }
        return true;
    }

    /** Whether the revision could be applied at all. */
    boolean runs() {
        return reached;
    }

    /** Whether the sample rows are still there. */
    boolean isSampled() {
        return sampled;
    }

    RevisionTrial result() {
        Step step = revision.upgrade();
        return new RevisionTrial(step.revision(), step.message(), step.file(), outcome(), findings, losses, notes);
    }

    private RevisionTrial.Outcome outcome() {
        if (!findings.isEmpty()) {
            return RevisionTrial.Outcome.FAILED;
        }
        if (irreversible) {
            return RevisionTrial.Outcome.IRREVERSIBLE;
        }
        return losses.isEmpty() ? RevisionTrial.Outcome.REVERSIBLE : RevisionTrial.Outcome.LOSSY;
    }

    private @Nullable Step downgrade() {
        try {
            return revision.downgrade().get();
        } catch (LimbeckException exception) {
            Problem problem = exception.problem();
            irreversible = problem.code() == ProblemCode.IRREVERSIBLE;
            if (!irreversible) {
                findings.add(finding("its downgrade can't be planned", problem));
            }
            return null;
        }
    }

    /** Goes up; where the sample rows are in the way, without them. */
    private boolean firstUpgrade() throws SQLException {
        Problem failure = attempt(revision.upgrade());
        if (failure != null && sampled) {
            sampled = false;
            database.renew(earlier);
            Problem without = attempt(revision.upgrade());
            if (without == null) {
                notes.add(finding("its upgrade fails on sample rows, and was tried without them", failure));
                return true;
            }
            failure = without;
        }
        if (failure != null) {
            reached = false;
            findings.add(finding("its upgrade fails", failure));
        }
        return failure == null;
    }

    private boolean undone(Step downgrade) throws SQLException {
        Problem failure = attempt(downgrade);
        if (failure != null && sampled) {
            sampled = false;
            database.renew(upTo());
            Problem without = attempt(downgrade);
            if (without == null) {
                notes.add(finding("its downgrade fails on sample rows, and was tried without them", failure));
                return true;
            }
            failure = without;
        }
        if (failure != null) {
            findings.add(finding("its downgrade fails", failure));
        }
        return failure == null;
    }

    private @Nullable Problem attempt(Step step) throws SQLException {
        try {
            database.run(step);
            return null;
        } catch (LimbeckException exception) {
            return exception.problem();
        }
    }

    private Map<Table, TableContents> contents(Schema before, Step downgrade) throws SQLException {
        Map<Table, TableContents> contents = new LinkedHashMap<>();
        if (sampled) {
            for (Table table : TouchedTables.of(before, revision.upgrade(), downgrade)) {
                contents.put(table, TableContents.read(database.connection(), table));
            }
        }
        return contents;
    }

    private void compare(Map<Table, TableContents> contents) throws SQLException {
        for (Map.Entry<Table, TableContents> entry : contents.entrySet()) {
            Table table = entry.getKey();
            losses.addAll(entry.getValue().lostIn(table, TableContents.read(database.connection(), table)));
        }
    }

    /** What this revision has spoilt must not be held against those that stand on it. */
    private @Nullable Schema anew() throws SQLException {
        sampled = false;
        database.renew(upTo());
        return null;
    }

    private List<Step> upTo() {
        List<Step> all = new ArrayList<>(earlier);
        all.add(revision.upgrade());
        return all;
    }

    static Finding finding(String sentence, Problem problem) {
        List<String> details = new ArrayList<>();
        if (problem.place() != null) {
            details.add("at " + problem.place());
        }
        details.addAll(problem.evidence());
        return new Finding(sentence + ": " + problem.sentence(), details);
    }
}
