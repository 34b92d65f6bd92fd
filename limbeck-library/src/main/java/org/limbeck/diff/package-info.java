/** Compares two schemas: the operations that make one the other, and the questions that only people can answer. */
@NullMarked
package org.limbeck.diff;

import org.jspecify.annotations.NullMarked;
