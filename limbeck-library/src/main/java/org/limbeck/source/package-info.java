/** Operations to the text of a Java migration: the calls that record the same operations again. */
@NullMarked
package org.limbeck.source;

import org.jspecify.annotations.NullMarked;
