/** Migrated databases for the tests of a program, and tests of its migrations. */
@NullMarked
package org.limbeck.test;

import org.jspecify.annotations.NullMarked;
