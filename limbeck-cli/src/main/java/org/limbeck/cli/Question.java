package org.limbeck.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.limbeck.problem.Problem;

/** Asks the person at the terminal; where there is none, the question is a problem that says how to answer beforehand. */
final class Question {

    private final Invocation invocation;
    private final BufferedReader answers;

    Question(Invocation invocation) {
        this.invocation = invocation;
        this.answers = new BufferedReader(
                new InputStreamReader(invocation.surroundings().in(), Charset.defaultCharset()));
    }

    /** Whether somebody is there who can answer. */
    boolean canAsk() {
        Surroundings.Terminal terminal = invocation.surroundings().terminal();
        return terminal.in() && terminal.err() && !invocation.json();
    }

    /**
     * Asks for yes or no; nothing counts as no.
     *
     * @param unanswered the problem where nobody is there
     */
    boolean yes(String question, Problem unanswered) {
        if (!canAsk()) {
            throw unanswered.exception();
        }
        while (true) {
            invocation.surroundings().err().print(question + " [y/N] ");
            invocation.surroundings().err().flush();
            String answer = line();
            if (answer == null) {
                throw unanswered.exception();
            }
            switch (answer.strip().toLowerCase(Locale.ROOT)) {
                case "y", "yes" -> {
                    return true;
                }
                case "", "n", "no" -> {
                    return false;
                }
                default -> invocation.note("please answer y or n");
            }
        }
    }

    private @Nullable String line() {
        try {
            return answers.readLine();
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }
}
