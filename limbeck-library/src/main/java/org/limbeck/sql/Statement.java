package org.limbeck.sql;

import java.util.List;

/**
 * A statement for the server.
 *
 * @param text without its semicolon
 * @param transactional whether it can run inside a transaction
 */
public record Statement(String text, boolean transactional) {

    /** Whether the server may answer with rows; such a statement can't be sent together with others. */
    public boolean mayReturnRows() {
        return Sending.mayReturnRows(text);
    }

    /** Whether it may change settings of the session that outlive the transaction. */
    public boolean changesSettings() {
        return Sending.changesSettings(text);
    }

    /** Whether it begins or ends a transaction, which is not for a migration to say. */
    public boolean controlsTransaction() {
        return Sending.controlsTransaction(text);
    }

    /** Whether it does nothing but change a setting of the session. */
    public boolean setsForSession() {
        return Sending.setsForSession(text);
    }

    /** The first words outside comments and quotes, in upper case. */
    public List<String> words(int atMost) {
        return Sending.firstWords(text, atMost);
    }

    public static Statement of(String text) {
        return new Statement(text, Sending.inTransaction(text));
    }
}
