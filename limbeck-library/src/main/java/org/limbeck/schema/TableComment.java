package org.limbeck.schema;

/** What a table says of itself in the catalog. */
public record TableComment(String text) implements TableElement {}
