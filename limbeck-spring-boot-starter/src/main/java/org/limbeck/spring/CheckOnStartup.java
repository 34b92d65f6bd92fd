package org.limbeck.spring;

/** What comes of differences between the database and the entities when the application starts. */
public enum CheckOnStartup {
    /** Nothing is compared. */
    NONE,
    /** They are logged. */
    WARN,
    /** The application doesn't start. */
    FAIL
}
