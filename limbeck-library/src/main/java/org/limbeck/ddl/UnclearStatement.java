package org.limbeck.ddl;

/** A statement that says something this reader doesn't know. */
final class UnclearStatement extends Exception {

    private static final long serialVersionUID = 1L;

    UnclearStatement(String message) {
        super(message, null, false, false);
    }
}
