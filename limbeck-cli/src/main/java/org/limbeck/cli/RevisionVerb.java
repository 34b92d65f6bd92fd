package org.limbeck.cli;

import java.util.List;

final class RevisionVerb implements Verb {

    @Override
    public String name() {
        return "revision";
    }

    @Override
    public String summary() {
        return "Write a new migration.";
    }

    @Override
    public void declare(Declaration declaration) {
        declaration.values(
                "<revision>",
                "What it stands on: an identifier, label@head, or base for nothing; head if it isn't given.",
                "--head");
        NewRevisionOptions.declare(declaration);
        declaration
                .example("limbeck revision -m \"create users\"", "on top of the head")
                .example("limbeck revision -m \"add email\" --language sql", "in SQL")
                .example("limbeck revision -m \"reports\" --head 0002 --splice", "as a new branch");
    }

    @Override
    public int run(Invocation invocation) {
        invocation.arguments();
        String message = invocation.value("--message");
        if (message == null || message.isBlank()) {
            throw invocation
                    .usage("a new revision needs a message")
                    .hint("for example", "limbeck revision -m \"create users\"")
                    .exception();
        }
        List<String> heads = invocation.values("--head");
        return NewRevisionOptions.write(invocation, heads.isEmpty() ? List.of("head") : heads, message);
    }
}
