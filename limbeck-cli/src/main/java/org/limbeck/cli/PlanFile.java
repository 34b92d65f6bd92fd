package org.limbeck.cli;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.limbeck.plan.ExpectedPlan;
import org.limbeck.problem.Problem;
import org.limbeck.problem.ProblemCode;

/** Reads what {@link PlanJson} wrote. */
final class PlanFile {

    static final String OPTION = "--plan";

    private PlanFile() {}

    static void declare(Declaration declaration) {
        declaration.value(
                "<file>",
                "Run exactly what this file of \"plan --format json\" says, or nothing; no target is given then.",
                OPTION);
    }

    static ExpectedPlan read(Invocation invocation, String name) {
        Path file = invocation.folder().resolve(name);
        try {
            Map<?, ?> map = JSON.std.mapFrom(Files.readString(file));
            List<ExpectedPlan.ExpectedStep> steps = new ArrayList<>();
            for (Object step : list(map, "steps")) {
                steps.add(step((Map<?, ?>) step));
            }
            if (steps.stream().anyMatch(step -> !step.direction().equals("upgrade"))) {
                throw notAPlan(name, "it is the plan of a downgrade").exception();
            }
            return new ExpectedPlan(texts(list(map, "from")), texts(list(map, "to")), steps);
        } catch (IOException | ClassCastException exception) {
            throw notAPlan(
                            name,
                            String.valueOf(exception.getMessage())
                                    .lines()
                                    .findFirst()
                                    .orElse(""))
                    .exception(exception);
        }
    }

    private static ExpectedPlan.ExpectedStep step(Map<?, ?> step) throws IOException {
        List<ExpectedPlan.ExpectedStatement> statements = new ArrayList<>();
        for (Object statement : list(step, "statements")) {
            Map<?, ?> map = (Map<?, ?>) statement;
            statements.add(new ExpectedPlan.ExpectedStatement(text(map, "sql"), text(map, "class")));
        }
        return new ExpectedPlan.ExpectedStep(text(step, "revision"), text(step, "direction"), statements);
    }

    private static List<?> list(Map<?, ?> map, String key) throws IOException {
        Object list = map.get(key);
        if (list instanceof List<?> found) {
            return found;
        }
        throw new IOException("it has no \"" + key + "\"");
    }

    private static String text(Map<?, ?> map, String key) throws IOException {
        Object text = map.get(key);
        if (text instanceof String found) {
            return found;
        }
        throw new IOException("it has no \"" + key + "\"");
    }

    private static Set<String> texts(List<?> list) {
        Set<String> texts = new LinkedHashSet<>();
        list.forEach(text -> texts.add(String.valueOf(text)));
        return texts;
    }

    private static Problem notAPlan(String name, String why) {
        return Problem.of(ProblemCode.PLAN_FILE, name + " is not a plan that can be run")
                .evidence(why)
                .databaseState("Nothing was changed.")
                .hint("to write one", "limbeck plan --format json > " + name);
    }
}
