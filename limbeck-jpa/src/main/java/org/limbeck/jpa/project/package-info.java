/** Asks the build tool of a project for its class path, where nobody named it. */
@NullMarked
package org.limbeck.jpa.project;

import org.jspecify.annotations.NullMarked;
