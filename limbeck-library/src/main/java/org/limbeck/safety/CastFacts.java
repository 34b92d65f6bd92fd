package org.limbeck.safety;

/**
 * A cast between two types, or of a type to another length of itself.
 *
 * @param source the OID of the type that is read
 * @param target the OID of the type that comes out
 * @param method {@code b} if the bytes stay as they are, {@code f} with a function, {@code i} by text
 * @param context {@code i} if it may happen anywhere, {@code a} in assignments, {@code e} where it is written
 * @param function the function's name; empty without
 * @param support the planner support function, which knows when a change of length does nothing; empty without
 */
public record CastFacts(long source, long target, char method, char context, String function, String support) {}
