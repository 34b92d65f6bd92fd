/** Holds the documentation to the code: every sample is run, every link followed, every reference page complete. */
@NullMarked
package org.limbeck.cli.documentation;

import org.jspecify.annotations.NullMarked;
