/** Finds the mapped classes of an application: in class files, and in sources that are newer, which it compiles. */
@NullMarked
package org.limbeck.jpa.source;

import org.jspecify.annotations.NullMarked;
