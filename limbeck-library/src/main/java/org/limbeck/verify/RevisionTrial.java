package org.limbeck.verify;

import java.util.List;

/**
 * What came out when a revision was tried.
 *
 * @param revision its identifier
 * @param message what it says of itself
 * @param file its file as the user would type it
 * @param outcome the whole in one word
 * @param findings what is wrong
 * @param losses what of the rows does not come back, for example {@code column people.name}
 * @param notes what is worth knowing
 */
public record RevisionTrial(
        String revision,
        String message,
        String file,
        Outcome outcome,
        List<Finding> findings,
        List<String> losses,
        List<Finding> notes) {

    /** Outcomes, the best first. */
    public enum Outcome {
        /** Up, down and up again gives the same schema, and no row was lost. */
        REVERSIBLE,
        /** The schema comes back, but not all that stood in it. */
        LOSSY,
        /** The revision says that it can't be undone. */
        IRREVERSIBLE,
        /** There are findings. */
        FAILED,
        /** An earlier revision does not run, so that this one was never reached. */
        NOT_REACHED
    }

    public RevisionTrial {
        findings = List.copyOf(findings);
        losses = List.copyOf(losses);
        notes = List.copyOf(notes);
    }
}
