package org.limbeck.report;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.limbeck.plan.AssessedOperation;
import org.limbeck.plan.AssessedPlan;
import org.limbeck.plan.AssessedStep;
import org.limbeck.plan.OnlinePlan;
import org.limbeck.plan.StepKind;
import org.limbeck.safety.ExpectedError;
import org.limbeck.safety.ReadRate;
import org.limbeck.safety.RelationLock;
import org.limbeck.safety.Sighting;
import org.limbeck.safety.StatementClass;
import org.limbeck.safety.StatementEffect;
import org.limbeck.safety.Work;

/** A plan with its effects for people. */
public record PlanText(Paint paint) {

    /** For a terminal. */
    public List<String> lines(AssessedPlan plan) {
        List<String> lines = new ArrayList<>(InterruptionText.lines(plan));
        int number = 0;
        for (AssessedStep step : plan.steps()) {
            number++;
            if (!lines.isEmpty()) {
                lines.add("");
            }
            lines.add(number + "/" + plan.steps().size() + "  "
                    + paint.name(step.step().revision()) + "  "
                    + (step.step().kind() == StepKind.DOWNGRADE ? "undo: " : "")
                    + step.step().message());
            for (AssessedOperation operation : step.operations()) {
                operation.effects().forEach(effect -> lines.addAll(statement(operation, effect, plan.rate())));
            }
            for (OnlinePlan.Rewriting rewriting : plan.rewritings()) {
                if (rewriting.revision().equals(step.step().revision())) {
                    lines.add("  instead of  " + rewriting.sql().strip().replaceAll("\\s+", " "));
                    lines.add("    " + paint.aside("note   " + rewriting.reason()));
                }
            }
        }
        if (!plan.sightings().isEmpty()) {
            lines.add("");
            lines.add("now in " + plan.database());
            for (Sighting sighting : plan.sightings()) {
                lines.add("  " + sighting(sighting));
            }
        }
        return lines;
    }

    private List<String> statement(AssessedOperation operation, StatementEffect effect, @Nullable ReadRate rate) {
        List<String> lines = new ArrayList<>();
        effect.sql().lines().forEach(line -> lines.add("  " + line));
        if (operation.done()) {
            lines.add("    " + paint.aside("done   by an earlier run"));
            return lines;
        }
        lines.add("    " + kind(effect.kind()) + "  " + effect.kind().meaning());
        for (RelationLock lock : effect.locks()) {
            lines.add("    locks  " + EffectWords.lock(lock));
        }
        for (Work work : effect.work()) {
            lines.add("    work   " + EffectWords.work(work, rate));
        }
        for (String remark : EffectWords.remarks(effect)) {
            lines.add("    " + paint.aside("note   " + remark));
        }
        ExpectedError error = effect.error();
        if (error != null) {
            lines.add("    " + paint.failure("fails") + "  " + error.reason() + " (" + error.sqlState() + ")");
        }
        return lines;
    }

    private String kind(StatementClass kind) {
        return switch (kind) {
            case BLOCKING_WORK, LOSES_DATA, UNKNOWN -> paint.failure(kind.code());
            case BREAKS_RELEASE -> paint.removal(kind.code());
            default -> paint.success(kind.code());
        };
    }

    private static String sighting(Sighting sighting) {
        return sighting.kind().words() + ": " + sighting.subject()
                + (sighting.seconds() > 0 ? ", " + Amounts.seconds(sighting.seconds()) : "");
    }

    /** For a comment on a pull request. */
    public static String markdown(AssessedPlan plan) {
        StringBuilder text = new StringBuilder("### Plan for " + plan.database() + "\n");
        List<String> interrupted = InterruptionText.lines(plan);
        if (!interrupted.isEmpty()) {
            text.append('\n').append(cell(String.join("; ", interrupted))).append('\n');
        }
        if (plan.steps().isEmpty()) {
            return text.append("\nNothing to do.\n").toString();
        }
        for (AssessedStep step : plan.steps()) {
            text.append("\n#### ")
                    .append(step.step().revision())
                    .append(": ")
                    .append(step.step().message())
                    .append("\n\n| statement | class | locks | work | notes |\n|---|---|---|---|---|\n");
            for (AssessedOperation operation : step.operations()) {
                for (StatementEffect effect : operation.effects()) {
                    text.append(row(operation, effect, plan.rate()));
                }
            }
        }
        if (!plan.sightings().isEmpty()) {
            text.append("\nNow:\n\n");
            plan.sightings()
                    .forEach(sighting ->
                            text.append("- ").append(sighting(sighting)).append('\n'));
        }
        return text.toString();
    }

    private static String row(AssessedOperation operation, StatementEffect effect, @Nullable ReadRate rate) {
        List<String> notes = new ArrayList<>(EffectWords.remarks(effect));
        ExpectedError error = effect.error();
        if (error != null) {
            notes.add("**fails:** " + error.reason());
        }
        return "| `" + cell(effect.sql()).replace('`', '\'') + "` | "
                + (operation.done() ? "done" : effect.kind().code()) + " | "
                + cell(String.join(
                        "<br>", effect.locks().stream().map(EffectWords::lock).toList())) + " | "
                + cell(String.join(
                        "<br>",
                        effect.work().stream()
                                .map(work -> EffectWords.work(work, rate))
                                .toList()))
                + " | " + cell(String.join("<br>", notes)) + " |\n";
    }

    private static String cell(String text) {
        return text.replace("|", "\\|").replaceAll("\\s+", " ");
    }
}
