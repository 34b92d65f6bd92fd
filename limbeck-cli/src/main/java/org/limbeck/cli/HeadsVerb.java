package org.limbeck.cli;

final class HeadsVerb implements Verb {

    private static final String RESOLVE_DEPENDENCIES = "--resolve-dependencies";

    @Override
    public String name() {
        return "heads";
    }

    @Override
    public String summary() {
        return "List the revisions that no other one revises.";
    }

    @Override
    public void declare(Declaration declaration) {
        declaration
                .flag("Leave out those that another revision depends on.", RESOLVE_DEPENDENCIES)
                .example("limbeck heads", "the heads")
                .example("limbeck heads --format json", "for a program");
    }

    @Override
    public int run(Invocation invocation) {
        invocation.arguments();
        return RevisionList.print(
                invocation,
                invocation.flag(RESOLVE_DEPENDENCIES)
                        ? invocation.limbeck().effectiveHeads()
                        : invocation.limbeck().heads());
    }
}
