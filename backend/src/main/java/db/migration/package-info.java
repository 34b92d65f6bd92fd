/** The revisions of the schema. */
@NullMarked
package db.migration;

import org.jspecify.annotations.NullMarked;
