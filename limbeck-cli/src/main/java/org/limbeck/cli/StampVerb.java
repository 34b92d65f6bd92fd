package org.limbeck.cli;

import java.util.List;
import java.util.Map;

final class StampVerb implements Verb {

    private static final String ACCEPT = "--accept";

    @Override
    public String name() {
        return "stamp";
    }

    @Override
    public String summary() {
        return "Say where the database is, without running anything.";
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
                Integer.MAX_VALUE,
                "An identifier or the beginning of one, head, heads, base, a branch label. With --sql also FROM:TO.");
        declaration.flag(
                "First delete all rows of the version table, even of revisions whose file is gone.", "--purge");
        declaration.flag(
                "Change no row: say that applied revisions whose files were changed since are right as they are now.",
                ACCEPT);
        SqlScript.declare(declaration);
        Tag.declare(declaration);
        declaration
                .example("limbeck stamp head", "the schema is that of the head already")
                .example("limbeck stamp --purge 0002", "whatever the version table says now")
                .example("limbeck stamp --accept 0001", "the database is already as the changed file says");
    }

    @Override
    public int run(Invocation invocation) {
        List<String> targets = invocation.arguments();
        boolean purge = invocation.flag("--purge");
        if (invocation.flag(ACCEPT)) {
            return accept(invocation, targets, purge);
        }
        if (SqlScript.isWanted(invocation)) {
            if (purge) {
                throw invocation
                        .usage("--purge and --sql don't go together: the script must know the rows that it replaces")
                        .hint("to say them", "limbeck stamp FROM:TO --sql")
                        .exception();
            }
            String range = SqlScript.range(invocation, targets, "");
            return SqlScript.write(invocation, invocation.limbeck().stampScript(range));
        }
        return Standing.print(invocation, invocation.limbeck().stamp(targets, purge));
    }

    private static int accept(Invocation invocation, List<String> targets, boolean purge) {
        if (purge || SqlScript.isWanted(invocation)) {
            throw invocation
                    .usage("--accept changes no row of the version table and goes with neither --purge nor --sql")
                    .exception();
        }
        List<String> accepted = invocation.limbeck().accept(targets);
        if (invocation.json()) {
            invocation.out().print(JsonText.text(Map.of("accepted", accepted)));
        } else {
            invocation.note("accepted as they are now: " + String.join(", ", accepted));
        }
        return ExitCode.DONE;
    }
}
