/** Specifies imports, beside the tools that are imported from. */
@NullMarked
package org.limbeck.imports;

import org.jspecify.annotations.NullMarked;
