package org.limbeck.cli;

/** The option that accepts the hazards of a run. {@link Invocation#limbeck()} passes it on. */
final class AcceptedHazards {

    static final String OPTION = "--accept-hazards";

    private AcceptedHazards() {}

    static void declare(Declaration declaration) {
        declaration.value(
                "<reason>",
                "Run also what holds up writers of a large table, and what nobody can tell; the reason is recorded in the"
                        + " history.",
                OPTION);
    }
}
