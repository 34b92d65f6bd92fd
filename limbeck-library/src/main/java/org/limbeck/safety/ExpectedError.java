package org.limbeck.safety;

/**
 * What the server will answer, by what the catalog says now.
 *
 * @param sqlState its code
 * @param reason why, one sentence without a full stop
 */
public record ExpectedError(String sqlState, String reason) {}
