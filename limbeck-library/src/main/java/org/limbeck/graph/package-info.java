/** Revisions as a directed acyclic graph: heads, paths, ranges, labels. Pure: no files, no database, no clock. */
@NullMarked
package org.limbeck.graph;

import org.jspecify.annotations.NullMarked;
