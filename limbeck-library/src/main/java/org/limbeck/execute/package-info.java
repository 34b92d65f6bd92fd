/** Runs a plan: locks, transactions, the version table, the history, events. */
@NullMarked
package org.limbeck.execute;

import org.jspecify.annotations.NullMarked;
