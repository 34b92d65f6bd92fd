package org.limbeck.cli;

/** One command of the command line. */
interface Verb {

    /** How it is called. */
    String name();

    /** What it does, one sentence. */
    String summary();

    /** Whether it goes to the database, unless an option says otherwise. */
    default boolean connects() {
        return false;
    }

    /** Whether it prints Markdown as well. */
    default boolean printsMarkdown() {
        return false;
    }

    /** Says which arguments and options it takes, with examples. */
    void declare(Declaration declaration);

    /**
     * Does it.
     *
     * @return the exit code, one of {@link ExitCode}
     */
    int run(Invocation invocation);
}
