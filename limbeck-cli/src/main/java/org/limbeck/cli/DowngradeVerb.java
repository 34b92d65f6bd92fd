package org.limbeck.cli;

import java.util.List;

final class DowngradeVerb implements Verb {

    @Override
    public String name() {
        return "downgrade";
    }

    @Override
    public String summary() {
        return "Undo the migrations above a revision.";
    }

    @Override
    public boolean connects() {
        return true;
    }

    @Override
    public void declare(Declaration declaration) {
        declaration.argument(
                "<target>",
                1,
                1,
                "An identifier or the beginning of one, -N, base, label@base, label@-N. With --sql FROM:TO.");
        Literal.declare(declaration);
        AcceptedHazards.declare(declaration);
        SqlScript.declare(declaration);
        Tag.declare(declaration);
        RunOptions.declare(declaration);
        declaration
                .example("limbeck downgrade -1", "one revision down")
                .example("limbeck downgrade base", "down to the empty schema")
                .example("limbeck downgrade 0003:0001 --sql > down.sql", "as a script for psql");
    }

    @Override
    public int run(Invocation invocation) {
        List<String> targets = invocation.arguments();
        if (SqlScript.isWanted(invocation)) {
            return SqlScript.write(invocation, invocation.limbeck().downgradeScript(targets.get(0)));
        }
        return Standing.print(invocation, invocation.limbeck().downgrade(targets.get(0)));
    }
}
