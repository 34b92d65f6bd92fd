package org.limbeck.cli;

/** The option that keeps a word with what is run. {@link Invocation#limbeck()} passes it on. */
final class Tag {

    static final String OPTION = "--tag";

    private Tag() {}

    static void declare(Declaration declaration) {
        declaration.value("<text>", "Recorded in the history behind the name of who ran it.", OPTION);
    }
}
