package org.limbeck.report.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.limbeck.plan.AssessedOperation;
import org.limbeck.plan.AssessedPlan;
import org.limbeck.plan.AssessedStep;
import org.limbeck.plan.OnlinePlan;
import org.limbeck.problem.Place;
import org.limbeck.report.EffectWords;
import org.limbeck.safety.ExpectedError;
import org.limbeck.safety.ReadRate;
import org.limbeck.safety.RelationLock;
import org.limbeck.safety.Sighting;
import org.limbeck.safety.StatementEffect;

/** A plan as maps and lists. */
final class PlanData {

    private final AssessedPlan plan;

    private PlanData(AssessedPlan plan) {
        this.plan = plan;
    }

    static Map<String, @Nullable Object> of(AssessedPlan plan) {
        return new PlanData(plan).data();
    }

    private Map<String, @Nullable Object> data() {
        return new Fields()
                .with("database", plan.database())
                .with("from", List.copyOf(new TreeSet<>(plan.plan().rows())))
                .with("to", List.copyOf(new TreeSet<>(plan.plan().rowsAfter())))
                .with("steps", Fields.each(plan.steps(), this::step))
                .with("now", Fields.each(plan.sightings(), PlanData::sighting))
                .map();
    }

    private Object step(AssessedStep assessed) {
        List<Object> statements = new ArrayList<>();
        for (AssessedOperation operation : assessed.operations()) {
            Place place = operation.operation().recorded().place();
            operation.effects().forEach(effect -> statements.add(statement(effect, place, plan.rate())));
        }
        List<OnlinePlan.Rewriting> rewritings = plan.rewritings().stream()
                .filter(rewriting -> rewriting.revision().equals(assessed.step().revision()))
                .toList();
        return new Fields()
                .with("revision", assessed.step().revision())
                .with("message", assessed.step().message())
                .with("file", assessed.step().file())
                .with("statements", statements)
                .with(
                        "insteadOf",
                        Fields.each(
                                rewritings,
                                rewriting -> new Fields()
                                        .with("sql", rewriting.sql())
                                        .with("reason", rewriting.reason())
                                        .map()))
                .map();
    }

    private static Object statement(StatementEffect effect, @Nullable Place place, @Nullable ReadRate rate) {
        ExpectedError error = effect.error();
        return new Fields()
                .with("sql", effect.sql())
                .with("line", place == null ? 0 : place.line())
                .with("class", effect.kind().code())
                .with("meaning", effect.kind().meaning())
                .with("locks", Fields.each(effect.locks(), PlanData::lock))
                .with("work", Fields.each(effect.work(), work -> EffectWords.work(work, rate)))
                .with("notes", EffectWords.remarks(effect))
                .with("breaksRelease", effect.breaksRelease())
                .with("losesData", effect.losesData())
                .with("error", error == null ? null : error.reason() + " (" + error.sqlState() + ")")
                .map();
    }

    private static Object lock(RelationLock lock) {
        return new Fields()
                .with("relation", lock.relation())
                .with("mode", lock.mode().words())
                .with("waits", EffectWords.waits(lock.mode()))
                .with("readsWait", lock.mode().blocksReads())
                .with("writesWait", lock.mode().blocksWrites())
                .with("earlier", lock.earlier())
                .map();
    }

    private static Object sighting(Sighting sighting) {
        return new Fields()
                .with("kind", sighting.kind().words())
                .with("subject", sighting.subject())
                .with("seconds", sighting.seconds())
                .map();
    }
}
