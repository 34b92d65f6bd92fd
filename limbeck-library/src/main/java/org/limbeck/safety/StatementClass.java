package org.limbeck.safety;

/** What a statement means for those who use the database while it runs; the first that fits, from the bottom up. */
public enum StatementClass {
    /** No relation that exists is locked. */
    NO_LOCK("I0", "locks nothing that exists"),
    /** Reads and writes go on, and it is done at once. */
    INSTANT_SHARED("I1", "done at once, reads and writes go on"),
    /** It has to have a table for itself for an instant. */
    INSTANT_EXCLUSIVE("I2", "done at once, but waits for a lock that holds up others"),
    /** Rows change: as long as there are rows, and nobody else can change these. */
    CHANGES_ROWS("O2", "changes rows; whoever wants to change the same rows waits for the end of the transaction"),
    /** It can take long, because the table is large or others have to end first, and reads and writes go on. */
    ONLINE_WORK("O1", "can take long, reads and writes go on"),
    /** Programs that run now can fail. */
    BREAKS_RELEASE("A1", "done at once, but programs that run now may fail"),
    /** Something is gone that no downgrade brings back. */
    LOSES_DATA("D1", "data is gone afterwards"),
    /** It takes as long as the table is large, and nobody can write meanwhile. */
    BLOCKING_WORK("B1", "takes long on a large table, and nobody can write meanwhile"),
    /** It can't be told. */
    UNKNOWN("U", "can't be told from its text");

    private final String code;
    private final String meaning;

    StatementClass(String code, String meaning) {
        this.code = code;
        this.meaning = meaning;
    }

    /** The short code of tables and JSON; it never changes. */
    public String code() {
        return code;
    }

    public String meaning() {
        return meaning;
    }
}
