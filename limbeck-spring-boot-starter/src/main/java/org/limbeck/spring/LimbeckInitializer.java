package org.limbeck.spring;

import org.limbeck.Current;
import org.limbeck.Limbeck;
import org.limbeck.problem.Problem;
import org.limbeck.problem.ProblemCode;
import org.springframework.beans.factory.InitializingBean;

/** Brings the database to where the application needs it, or makes sure that it is there. All that uses it comes later. */
public final class LimbeckInitializer implements InitializingBean {

    private final Limbeck limbeck;
    private final OnStartup onStartup;
    private final StartupCheck check;

    public LimbeckInitializer(Limbeck limbeck, OnStartup onStartup, CheckOnStartup checkOnStartup) {
        this.limbeck = limbeck;
        this.onStartup = onStartup;
        this.check = new StartupCheck(limbeck, checkOnStartup);
    }

    /**
     * Does it.
     *
     * @throws org.limbeck.problem.LimbeckException where the application must not start
     */
    @Override
    public void afterPropertiesSet() {
        switch (onStartup) {
            case UPGRADE -> limbeck.upgrade();
            case VALIDATE -> validate(limbeck.current());
            case NONE -> {}
        }
        check.run();
    }

    private static void validate(Current current) {
        if (!current.unknown().isEmpty()) {
            throw Problem.of(
                            ProblemCode.NOT_AT_HEADS,
                            current.database() + " is at " + String.join(", ", current.rows())
                                    + ", and this application has no migration " + String.join(", ", current.unknown()))
                    .databaseState("Nothing was changed.")
                    .hint("start the version of the application that has it, or go down with that version first")
                    .exception();
        }
        if (current.pending() > 0) {
            throw Problem.of(
                            ProblemCode.NOT_AT_HEADS,
                            current.database() + " is at "
                                    + (current.rows().isEmpty() ? "base" : String.join(", ", current.rows())) + ", "
                                    + current.pending()
                                    + (current.pending() == 1 ? " revision is" : " revisions are") + " pending")
                    .databaseState("Nothing was changed.")
                    .hint("to run them beforehand", "limbeck upgrade heads")
                    .hint("to run them when the application starts", "limbeck.on-startup=upgrade")
                    .exception();
        }
    }
}
