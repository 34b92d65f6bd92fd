package org.limbeck.problem;

/**
 * What to do next.
 *
 * @param purpose what it is good for, for example "to join them"; a whole sentence where there is no command
 * @param command what to paste; empty where the purpose says it all
 */
public record Hint(String purpose, String command) {}
