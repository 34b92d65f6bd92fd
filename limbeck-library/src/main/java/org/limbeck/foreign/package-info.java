/** Projects of other tools as revisions, with what each was there. */
@NullMarked
package org.limbeck.foreign;

import org.jspecify.annotations.NullMarked;
