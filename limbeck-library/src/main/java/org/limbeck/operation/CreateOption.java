package org.limbeck.operation;

/** How a creation behaves when there is such an object already. */
public enum CreateOption {
    /** It does nothing then, whatever that object looks like. */
    IF_NOT_EXISTS
}
