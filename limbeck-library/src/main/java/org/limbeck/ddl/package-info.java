/** Reads statements as values, to the letter or not at all. */
@NullMarked
package org.limbeck.ddl;

import org.jspecify.annotations.NullMarked;
