package org.limbeck.desired;

/** That only the server can say what a statement means. */
final class NotPlain extends Exception {

    private static final long serialVersionUID = 1L;

    NotPlain() {
        super(null, null, false, false);
    }
}
