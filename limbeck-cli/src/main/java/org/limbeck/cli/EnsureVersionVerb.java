package org.limbeck.cli;

final class EnsureVersionVerb implements Verb {

    @Override
    public String name() {
        return "ensure-version";
    }

    @Override
    public String summary() {
        return "Create Limbeck's own tables where they are missing.";
    }

    @Override
    public boolean connects() {
        return true;
    }

    @Override
    public void declare(Declaration declaration) {
        SqlScript.declare(declaration);
        declaration
                .example("limbeck ensure-version", "before the first upgrade, with another user for example")
                .example("limbeck ensure-version --sql", "as a script for psql");
    }

    @Override
    public int run(Invocation invocation) {
        invocation.arguments();
        if (SqlScript.isWanted(invocation)) {
            return SqlScript.write(invocation, invocation.limbeck().ensureVersionScript());
        }
        invocation.limbeck().ensureVersion();
        invocation.note(invocation.database().displayName() + " has "
                + invocation.settings().versionTable() + " and "
                + invocation.settings().historyTable());
        return ExitCode.DONE;
    }
}
