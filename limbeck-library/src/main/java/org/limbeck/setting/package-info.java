/** Every setting once: what there is, where each value came from, and the database that they name. */
@NullMarked
package org.limbeck.setting;

import org.jspecify.annotations.NullMarked;
