/** The command {@code limbeck}: reads settings, calls the library, prints what it returns. */
@NullMarked
package org.limbeck.cli;

import org.jspecify.annotations.NullMarked;
