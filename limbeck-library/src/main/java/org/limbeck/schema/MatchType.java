package org.limbeck.schema;

/** When a foreign key of several columns with some nulls counts as a reference. PostgreSQL has no MATCH PARTIAL. */
public enum MatchType {
    /** Never: one null is enough to refer to nothing. */
    SIMPLE,
    /** Such a row is refused: all columns are null or none. */
    FULL
}
