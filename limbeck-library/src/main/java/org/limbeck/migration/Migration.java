package org.limbeck.migration;

/**
 * One revision of the schema, forwards and backwards. A migration only describes: what it says to {@link Operations} is
 * recorded, shown, checked and then run by Limbeck. Needs {@link Revision} and a public constructor without parameters.
 */
public interface Migration {

    /** Describes how to get from the parent revision to this one. */
    void upgrade(Operations op);

    /** Describes how to get from this revision back to its parent. */
    void downgrade(Operations op);
}
