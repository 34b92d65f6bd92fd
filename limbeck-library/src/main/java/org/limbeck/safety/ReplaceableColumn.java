package org.limbeck.safety;

/**
 * A column that another one can take the place of: all that is known of it is its type, its default, its constraints and indexes, each row can
 * be changed without more happening than that, and its table is nobody else's.
 *
 * @param name its name
 * @param defaultValue as the server prints it; empty without
 * @param identity as behind {@code GENERATED}; empty for a column that isn't one
 */
public record ReplaceableColumn(String name, String defaultValue, String identity) {}
