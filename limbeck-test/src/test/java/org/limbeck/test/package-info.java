/** Tests of what is for tests. */
@NullMarked
package org.limbeck.test;

import org.jspecify.annotations.NullMarked;
