/** The front door: {@link org.limbeck.Limbeck} is the one class that knows all the others. */
@NullMarked
package org.limbeck;

import org.jspecify.annotations.NullMarked;
