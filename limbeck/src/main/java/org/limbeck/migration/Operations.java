package org.limbeck.migration;

/** The recorder: what a migration says to it is kept as values, nothing is run. */
public final class Operations {}
