package org.limbeck.graph;

/** Which way a step goes. */
public enum Direction {
    /** Towards the heads. */
    UP,
    /** Towards the bases. */
    DOWN
}
