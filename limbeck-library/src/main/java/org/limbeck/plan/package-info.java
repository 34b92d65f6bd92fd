/** What a run would do, as a value that can be looked at, written as a script or executed. */
@NullMarked
package org.limbeck.plan;

import org.jspecify.annotations.NullMarked;
