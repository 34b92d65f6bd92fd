package org.limbeck.safety;

/** Whether a function gives another result for each row. */
public enum Volatility {
    /** Never, or at least not within one statement. */
    STEADY,
    VOLATILE,
    /** Functions of this name differ, or it is one in SQL that the planner may look through. */
    MIXED,
    /** There is none of this name. */
    MISSING
}
