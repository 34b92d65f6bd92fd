/** Specifies the graph of revisions. */
@org.jspecify.annotations.NullMarked
package org.limbeck.graph;
