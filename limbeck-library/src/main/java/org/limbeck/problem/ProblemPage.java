package org.limbeck.problem;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The pages that explain each kind of problem. */
public final class ProblemPage {

    private ProblemPage() {}

    /** The page of a kind of problem: plain text that is also Markdown. */
    public static String of(ProblemCode code) {
        try (InputStream page = ProblemPage.class.getResourceAsStream(code.id() + ".md")) {
            if (page == null) {
                throw new IllegalStateException("there is no page for " + code.id());
            }
            return new String(page.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
