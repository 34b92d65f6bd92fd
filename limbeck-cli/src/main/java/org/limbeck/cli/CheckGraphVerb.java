package org.limbeck.cli;

import java.util.Map;
import org.limbeck.Limbeck;

final class CheckGraphVerb implements Verb {

    @Override
    public String name() {
        return "check-graph";
    }

    @Override
    public String summary() {
        return "Check that the migrations form a graph; no database is asked.";
    }

    @Override
    public void declare(Declaration declaration) {
        declaration.example("limbeck check-graph", "in a build, before anything is run");
    }

    @Override
    public int run(Invocation invocation) {
        invocation.arguments();
        Limbeck limbeck = invocation.limbeck();
        int revisions = limbeck.checkGraph();
        int heads = revisions == 0 ? 0 : limbeck.heads().size();
        if (invocation.json()) {
            invocation.out().print(JsonText.text(Map.of("revisions", revisions, "heads", heads)));
        } else {
            invocation.out().println(count(revisions, "revision") + ", " + count(heads, "head"));
        }
        return ExitCode.DONE;
    }

    private static String count(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}
