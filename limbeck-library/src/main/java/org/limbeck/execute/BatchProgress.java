package org.limbeck.execute;

import java.time.Duration;

/**
 * How far a change in batches has come.
 *
 * @param rows how many were looked at
 * @param estimate how many there are, as far as the server knows without counting; 0 where it doesn't
 * @param rate rows in a second, pauses included
 * @param left how long it will go on; zero where nobody knows
 */
public record BatchProgress(String table, long rows, long estimate, long rate, Duration left) {}
