package org.limbeck.cli;

import java.util.List;
import org.limbeck.Comparison;
import org.limbeck.ComparisonRequest;

final class DiffVerb implements Verb {

    @Override
    public String name() {
        return "diff";
    }

    @Override
    public String summary() {
        return "Show what would make one schema another.";
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
                "<schema>",
                2,
                2,
                "The one that there is and the one that there should be, each of them database, revisions, a database"
                        + " URL, or entities and folders of SQL files with commas between them.");
        declaration
                .example("limbeck diff database revisions", "what somebody changed by hand")
                .example(
                        "limbeck diff database postgresql://staging.example.com/shop",
                        "what staging has and this has not")
                .example("limbeck diff revisions entities,schema", "what no migration says yet");
    }

    @Override
    public int run(Invocation invocation) {
        List<String> arguments = invocation.arguments();
        Comparison comparison = invocation.limbeck().compare(new ComparisonRequest(arguments.get(0), arguments.get(1)));
        return ComparisonOutput.print(invocation, comparison, "");
    }
}
