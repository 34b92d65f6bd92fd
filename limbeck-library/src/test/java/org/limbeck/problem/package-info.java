/** Tests of problems and their pages. */
@NullMarked
package org.limbeck.problem;

import org.jspecify.annotations.NullMarked;
