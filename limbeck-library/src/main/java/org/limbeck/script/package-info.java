/** Finds migrations (Java sources, compiled classes, SQL files) and yields their revision, text and checksum; writes new ones. */
@NullMarked
package org.limbeck.script;

import org.jspecify.annotations.NullMarked;
