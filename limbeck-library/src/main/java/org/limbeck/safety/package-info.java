/** Says what a statement would do to a live database: its locks, its work, and what it breaks or loses. */
@NullMarked
package org.limbeck.safety;

import org.jspecify.annotations.NullMarked;
