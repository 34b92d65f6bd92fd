/** Specifies the library against real servers. */
@NullMarked
package org.limbeck.database;

import org.jspecify.annotations.NullMarked;
