package org.limbeck.schema;

/** The commands that a policy is for. */
public enum PolicyCommand {
    ALL,
    SELECT,
    INSERT,
    UPDATE,
    DELETE
}
