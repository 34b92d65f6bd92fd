package org.limbeck.sql;

/**
 * A statement for the server.
 *
 * @param text without its semicolon
 * @param transactional whether it can run inside a transaction
 */
public record Statement(String text, boolean transactional) {

    public static Statement of(String text) {
        return new Statement(text, Transactions.allows(text));
    }
}
