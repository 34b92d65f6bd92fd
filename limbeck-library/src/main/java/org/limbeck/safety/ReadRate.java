package org.limbeck.safety;

/**
 * How fast the server was seen to read.
 *
 * @param relation the table that was sampled, with schema
 * @param bytesPerSecond what one session reads
 */
public record ReadRate(String relation, long bytesPerSecond) {}
