package org.limbeck.operation;

/** How a drop behaves. */
public enum DropOption {
    /** It does nothing when there is no such object. */
    IF_EXISTS,
    /** It drops what depends on the object too. */
    CASCADE
}
