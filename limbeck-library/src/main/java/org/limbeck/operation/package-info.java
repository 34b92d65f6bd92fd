/** The sealed {@link org.limbeck.operation.Operation} and one record per operation: what a migration says, as values. */
@NullMarked
package org.limbeck.operation;

import org.jspecify.annotations.NullMarked;
