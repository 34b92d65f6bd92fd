package org.limbeck.sql;

/**
 * One statement of a script.
 *
 * @param text the statement from its first to its last token, without the semicolon; comments inside are kept
 * @param line the line of the file that its first token stands on, counted from 1
 * @param offset where its first token stands in the text of the file, in chars
 */
public record ScriptStatement(String text, int line, int offset) {}
