package org.limbeck.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.limbeck.problem.Place;
import org.limbeck.safety.LintCode;
import org.limbeck.safety.OnlineRecipes;
import org.limbeck.safety.StatementClass;
import org.limbeck.safety.StatementEffect;

/**
 * A statement that holds up writers of a large table, or of which nobody can tell what it does, and that the migration doesn't accept.
 *
 * @param place where the migration says it; null where that can't be told
 */
public record Hazard(String revision, @Nullable Place place, StatementEffect effect) {

    private static final List<String> BLOCKING = Stream.concat(
                    Stream.of(StatementClass.BLOCKING_WORK.code()),
                    LintCode.ofBlockingWork().stream().map(LintCode::id))
            .toList();
    private static final List<String> UNKNOWN = List.of(LintCode.NOT_UNDERSTOOD.id());

    /** Those of a run, in the order in which they would run. */
    public static List<Hazard> of(List<AssessedStep> steps) {
        List<Hazard> hazards = new ArrayList<>();
        for (AssessedStep step : steps) {
            for (AssessedOperation operation : step.operations()) {
                for (StatementEffect effect : operation.effects()) {
                    List<String> codes = codes(effect);
                    if (!codes.isEmpty()
                            && !operation.operation().recorded().remarks().accepts(codes)) {
                        hazards.add(new Hazard(
                                step.step().revision(),
                                operation.operation().recorded().place(),
                                effect));
                    }
                }
            }
        }
        return hazards;
    }

    /** The code that a migration can accept it by. */
    public String code() {
        return codes(effect).get(0);
    }

    /** All codes that accept it; none if it is no hazard. */
    private static List<String> codes(StatementEffect effect) {
        if (effect.kind() == StatementClass.UNKNOWN) {
            return UNKNOWN;
        } else if (effect.kind() == StatementClass.BLOCKING_WORK
                && OnlineRecipes.isLarge(effect.blockingBytes(), effect.blockingRows())) {
            return BLOCKING;
        }
        return List.of();
    }
}
