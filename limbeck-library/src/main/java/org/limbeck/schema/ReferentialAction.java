package org.limbeck.schema;

/** What happens to a referring row when the row it refers to goes or changes its key. */
public enum ReferentialAction {
    NO_ACTION,
    RESTRICT,
    CASCADE,
    SET_NULL,
    SET_DEFAULT
}
