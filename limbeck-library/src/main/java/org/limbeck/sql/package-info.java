/** Operations to statements, and script text to statements with positions. Quoting lives here and nowhere else. */
@NullMarked
package org.limbeck.sql;

import org.jspecify.annotations.NullMarked;
