/** The commands as goals of Maven. */
@NullMarked
package org.limbeck.maven;

import org.jspecify.annotations.NullMarked;
