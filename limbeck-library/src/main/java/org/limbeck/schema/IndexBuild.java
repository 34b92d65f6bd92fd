package org.limbeck.schema;

/**
 * An index and how it is to be built.
 *
 * @param concurrently whether writers go on while it is built; it can't be part of a transaction then
 */
public record IndexBuild(Index index, boolean concurrently) {}
