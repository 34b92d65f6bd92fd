package org.limbeck.spring;

/** What is done before the application uses its database. */
public enum OnStartup {
    /** Upgrade to the heads; refuse to start where that can't be done. */
    UPGRADE,
    /** Change nothing; refuse to start where the database isn't at the heads. */
    VALIDATE,
    /** Nothing. */
    NONE
}
