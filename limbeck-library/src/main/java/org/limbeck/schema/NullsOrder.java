package org.limbeck.schema;

/** Where nulls stand in an index. */
public enum NullsOrder {
    /** What the server does by itself: last when ascending, first when descending. */
    BY_DIRECTION,
    FIRST,
    LAST
}
