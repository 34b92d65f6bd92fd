package org.limbeck.cli;

import java.util.List;

final class StampVerb implements Verb {

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
        SqlScript.declare(declaration);
        Tag.declare(declaration);
        declaration
                .example("limbeck stamp head", "the schema is that of the head already")
                .example("limbeck stamp --purge 0002", "whatever the version table says now");
    }

    @Override
    public int run(Invocation invocation) {
        List<String> targets = invocation.arguments();
        boolean purge = invocation.flag("--purge");
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
}
