package org.limbeck.cli;

import java.util.List;

final class UpgradeVerb implements Verb {

    @Override
    public String name() {
        return "upgrade";
    }

    @Override
    public String summary() {
        return "Run the migrations that are missing up to a revision.";
    }

    @Override
    public boolean connects() {
        return true;
    }

    @Override
    public void declare(Declaration declaration) {
        declaration.argument(
                "<target>",
                0,
                Integer.MAX_VALUE,
                "An identifier or the beginning of one, +N, head, heads, a branch label, label@head; head if none is given."
                        + " With --sql also FROM:TO.");
        PlanFile.declare(declaration);
        Literal.declare(declaration);
        AcceptedHazards.declare(declaration);
        SqlScript.declare(declaration);
        Tag.declare(declaration);
        RunOptions.declare(declaration);
        declaration
                .example("limbeck upgrade", "up to the head")
                .example("limbeck upgrade +1", "one revision up")
                .example("limbeck upgrade 0001:0003 --sql > up.sql", "as a script for psql");
    }

    @Override
    public int run(Invocation invocation) {
        List<String> targets = invocation.arguments();
        String planFile = invocation.value(PlanFile.OPTION);
        if (planFile != null) {
            if (!targets.isEmpty()) {
                throw invocation
                        .usage("--plan says itself what runs; leave the target out")
                        .exception();
            }
            if (SqlScript.isWanted(invocation)) {
                throw invocation
                        .usage("--plan and --sql don't go together: a plan is run, and a script asks no database")
                        .exception();
            }
            return Standing.print(invocation, invocation.limbeck().upgrade(PlanFile.read(invocation, planFile)));
        }
        if (SqlScript.isWanted(invocation)) {
            String range = SqlScript.range(invocation, targets, "heads");
            return SqlScript.write(invocation, invocation.limbeck().upgradeScript(range));
        }
        String[] wanted = targets.isEmpty() ? new String[] {"head"} : targets.toArray(new String[0]);
        return Standing.print(invocation, invocation.limbeck().upgrade(wanted));
    }
}
