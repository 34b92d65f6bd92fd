/** Reads {@code pg_catalog} into a {@link org.limbeck.schema.Schema}, and offers a scratch place for desired schemas. */
@NullMarked
package org.limbeck.catalog;

import org.jspecify.annotations.NullMarked;
