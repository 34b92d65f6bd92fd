/** Immutable records of PostgreSQL objects; their equality is the comparison of schemas. */
@NullMarked
package org.limbeck.schema;

import org.jspecify.annotations.NullMarked;
