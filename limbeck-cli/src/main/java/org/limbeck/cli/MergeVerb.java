package org.limbeck.cli;

import java.util.List;

final class MergeVerb implements Verb {

    @Override
    public String name() {
        return "merge";
    }

    @Override
    public String summary() {
        return "Write a migration that joins several heads.";
    }

    @Override
    public void declare(Declaration declaration) {
        declaration.argument("<revision>", 0, Integer.MAX_VALUE, "What to join; all heads if nothing is given.");
        NewRevisionOptions.declare(declaration);
        declaration
                .example("limbeck merge heads -m \"merge coupons\"", "all heads")
                .example("limbeck merge 8d40 a60e -m \"merge coupons\"", "two of them");
    }

    @Override
    public int run(Invocation invocation) {
        List<String> given = invocation.arguments();
        List<String> parents = given.isEmpty() ? List.of("heads") : given;
        String message = invocation.value("--message");
        return NewRevisionOptions.write(
                invocation, parents, message == null ? "merge " + String.join(" and ", parents) : message);
    }
}
