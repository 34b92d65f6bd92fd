package org.limbeck.cli;

import java.util.List;

final class RevisionVerb implements Verb {

    private static final String AUTOGENERATE = "--autogenerate";

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
        declaration.flag("Write what makes the database as it should be, such as the entities.", AUTOGENERATE);
        Autogeneration.declare(declaration);
        declaration
                .example("limbeck revision -m \"create users\"", "on top of the head")
                .example("limbeck revision --autogenerate -m \"add email\"", "written from the entities")
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
        List<String> parents = heads.isEmpty() ? List.of("head") : heads;
        return invocation.flag(AUTOGENERATE)
                ? Autogeneration.write(invocation, NewRevisionOptions.request(invocation, parents, message))
                : NewRevisionOptions.write(invocation, parents, message);
    }
}
