/** Operations to statements; script text to statements with positions; quoting lives here only. */
@NullMarked
package org.limbeck.sql;

import org.jspecify.annotations.NullMarked;
