/** Tests of the command line: whole commands with their output and exit code. */
@NullMarked
package org.limbeck.cli;

import org.jspecify.annotations.NullMarked;
