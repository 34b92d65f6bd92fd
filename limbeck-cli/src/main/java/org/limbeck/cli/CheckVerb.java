package org.limbeck.cli;

import org.limbeck.Comparison;

final class CheckVerb implements Verb {

    @Override
    public String name() {
        return "check";
    }

    @Override
    public String summary() {
        return "Show how the database differs from what it should be like, such as the entities.";
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
        ComparisonOptions.declare(declaration);
        declaration
                .example("limbeck check", "exits with 3 where there is a difference, so that a build stops")
                .example("limbeck check --from-revisions", "compare what the migrations make; no database is needed")
                .example("limbeck check --format markdown", "as a comment on a pull request");
    }

    @Override
    public int run(Invocation invocation) {
        invocation.arguments();
        Comparison comparison = invocation.limbeck().compare(ComparisonOptions.request(invocation, false));
        return ComparisonOutput.print(
                invocation,
                comparison,
                "limbeck revision --autogenerate" + ComparisonOptions.again(invocation) + " -m \"...\"");
    }
}
