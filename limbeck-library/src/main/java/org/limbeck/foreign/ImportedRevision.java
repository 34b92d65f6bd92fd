package org.limbeck.foreign;

import org.limbeck.graph.RevisionNode;

/**
 * A revision to be written.
 *
 * @param message what it does
 * @param file the name of its file
 * @param text what stands in the file
 */
public record ImportedRevision(RevisionNode node, String message, String file, String text) {}
