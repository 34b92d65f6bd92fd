package org.limbeck.schema;

/** The direction of an index column. */
public enum SortOrder {
    ASCENDING,
    DESCENDING
}
