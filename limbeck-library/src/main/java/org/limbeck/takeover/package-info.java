/** What revisions were in another tool, and how far that tool came on a database. */
@NullMarked
package org.limbeck.takeover;

import org.jspecify.annotations.NullMarked;
