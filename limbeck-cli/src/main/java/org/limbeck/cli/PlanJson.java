package org.limbeck.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.limbeck.plan.AssessedOperation;
import org.limbeck.plan.AssessedPlan;
import org.limbeck.plan.AssessedStep;
import org.limbeck.plan.Interruption;
import org.limbeck.problem.Place;
import org.limbeck.report.EffectWords;
import org.limbeck.safety.RelationLock;
import org.limbeck.safety.StatementEffect;

/** A plan as maps and lists. {@link PlanFile} reads what counts of it. */
final class PlanJson {

    private PlanJson() {}

    static Map<String, @Nullable Object> of(AssessedPlan plan) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("database", plan.database());
        map.put("from", List.copyOf(new TreeSet<>(plan.plan().rows())));
        map.put("to", List.copyOf(new TreeSet<>(plan.plan().rowsAfter())));
        map.put("bytesPerSecond", plan.rate() == null ? null : plan.rate().bytesPerSecond());
        List<Object> steps = new ArrayList<>();
        plan.steps().forEach(step -> steps.add(step(step)));
        map.put("steps", steps);
        map.put("interruption", interruption(plan));
        map.put("insteadOf", RecordJson.list(plan.rewritings()));
        map.put("now", RecordJson.list(plan.sightings()));
        return map;
    }

    private static @Nullable Object interruption(AssessedPlan plan) {
        Interruption interruption = plan.interruption();
        if (interruption == null) {
            return null;
        }
        Map<String, @Nullable Object> map = RecordJson.components(interruption);
        map.put("goesOn", plan.goesOn());
        return map;
    }

    private static Map<String, @Nullable Object> step(AssessedStep assessed) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("revision", assessed.step().revision());
        map.put("direction", assessed.step().kind().word());
        map.put("message", assessed.step().message());
        map.put("file", assessed.step().file());
        map.put("checksum", assessed.step().checksum());
        List<Object> statements = new ArrayList<>();
        for (AssessedOperation operation : assessed.operations()) {
            Place place = operation.operation().recorded().place();
            operation.effects().forEach(effect -> statements.add(statement(effect, place, operation.done())));
        }
        map.put("statements", statements);
        return map;
    }

    private static Map<String, @Nullable Object> statement(
            StatementEffect effect, @Nullable Place place, boolean done) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("sql", effect.sql());
        map.put("line", place == null ? 0 : place.line());
        map.put("done", done);
        map.put("class", effect.kind().code());
        map.put("meaning", effect.kind().meaning());
        List<Object> locks = new ArrayList<>();
        effect.locks().forEach(lock -> locks.add(lock(lock)));
        map.put("locks", locks);
        map.put("work", RecordJson.list(effect.work()));
        map.put("inTransaction", effect.inTransaction());
        map.put("breaksRelease", effect.breaksRelease());
        map.put("losesData", effect.losesData());
        map.put("error", RecordJson.of(effect.error()));
        map.put("notes", EffectWords.remarks(effect));
        return map;
    }

    private static Map<String, @Nullable Object> lock(RelationLock lock) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("relation", lock.relation());
        map.put("mode", lock.mode().words());
        map.put("readsWait", lock.mode().blocksReads());
        map.put("writesWait", lock.mode().blocksWrites());
        map.put("earlier", lock.earlier());
        return map;
    }
}
