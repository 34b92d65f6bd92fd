/** Operations to the text of a migration: Java calls that record the same operations again, or SQL. */
@NullMarked
package org.limbeck.source;

import org.jspecify.annotations.NullMarked;
