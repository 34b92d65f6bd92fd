package org.limbeck.cli;

import java.util.List;
import org.limbeck.Limbeck;
import org.limbeck.plan.AssessedPlan;
import org.limbeck.report.PlanText;

final class PlanVerb implements Verb {

    private static final String DOWN = "--down";

    @Override
    public String name() {
        return "plan";
    }

    @Override
    public String summary() {
        return "Show what a run would do to the database as it is now: locks, work, and what it breaks.";
    }

    @Override
    public boolean connects() {
        return true;
    }

    @Override
    public boolean printsMarkdown() {
        return true;
    }

    @Override
    public void declare(Declaration declaration) {
        declaration.argument(
                "<target>",
                0,
                Integer.MAX_VALUE,
                "As for upgrade; -N and base as for downgrade. head if none is given.");
        declaration.flag("Plan a downgrade, where the target doesn't say so itself.", DOWN);
        Literal.declare(declaration);
        declaration
                .example("limbeck plan", "what an upgrade to the head would do")
                .example("limbeck plan -1", "what it would take to undo one revision")
                .example("limbeck plan --format json > plan.json", "to run exactly that with upgrade --plan plan.json");
    }

    @Override
    public int run(Invocation invocation) {
        AssessedPlan plan = plan(invocation);
        if (invocation.json()) {
            invocation.out().print(JsonText.text(PlanJson.of(plan)));
        } else if (invocation.markdown()) {
            invocation.out().print(PlanText.markdown(plan));
        } else {
            if (plan.steps().isEmpty()) {
                invocation.note("nothing to do in " + plan.database());
            }
            new PlanText(invocation.outPaint()).lines(plan).forEach(invocation.out()::println);
            if (plan.interruption() != null && !plan.goesOn()) {
                invocation.next("to finish it", plan.interruption().command());
            }
        }
        return ExitCode.DONE;
    }

    private static AssessedPlan plan(Invocation invocation) {
        List<String> targets = invocation.arguments();
        Limbeck limbeck = invocation.limbeck();
        if (invocation.flag(DOWN) || targets.stream().anyMatch(PlanVerb::isDownwards)) {
            if (targets.size() != 1) {
                throw invocation
                        .usage("a downgrade has one target, and " + targets.size() + " were given")
                        .exception();
            }
            return limbeck.planDowngrade(targets.get(0));
        }
        return limbeck.planUpgrade(targets.isEmpty() ? new String[] {"head"} : targets.toArray(new String[0]));
    }

    private static boolean isDownwards(String target) {
        String behindLabel = target.substring(target.indexOf('@') + 1);
        return behindLabel.equals("base") || behindLabel.matches("-[0-9]+");
    }
}
