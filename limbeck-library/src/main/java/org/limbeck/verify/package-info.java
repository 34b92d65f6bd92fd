/** Tries revisions on a scratch database, up, down and up again, and finds what was changed by hand in a real one. */
@NullMarked
package org.limbeck.verify;

import org.jspecify.annotations.NullMarked;
