package org.limbeck.cli;

/** The option that leaves statements as they are written. {@link Invocation#limbeck()} passes it on. */
final class Literal {

    static final String OPTION = "--literal";

    private Literal() {}

    static void declare(Declaration declaration) {
        declaration.flag(
                "Send statements as they are written, even where that holds up writers of a large table.", OPTION);
    }
}
