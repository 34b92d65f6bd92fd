/** Tests of the goals. */
@NullMarked
package org.limbeck.maven;

import org.jspecify.annotations.NullMarked;
