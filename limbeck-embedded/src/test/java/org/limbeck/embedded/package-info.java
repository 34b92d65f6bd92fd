/** What the embedded server promises, tried on real servers and real processes. */
@NullMarked
package org.limbeck.embedded;

import org.jspecify.annotations.NullMarked;
