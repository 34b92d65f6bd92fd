package org.limbeck.safety;

/**
 * A lock that a statement takes on a relation that others can see.
 *
 * @param relation its name with schema, for people
 * @param kind what it is
 * @param mode the strongest lock
 * @param earlier whether an earlier statement of the transaction already holds it
 */
public record RelationLock(String relation, RelationKind kind, LockMode mode, boolean earlier) {}
