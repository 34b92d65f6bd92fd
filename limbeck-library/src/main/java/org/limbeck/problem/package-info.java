/** What can go wrong, as data: a {@link org.limbeck.problem.Problem} and the one exception that carries it. */
@NullMarked
package org.limbeck.problem;

import org.jspecify.annotations.NullMarked;
