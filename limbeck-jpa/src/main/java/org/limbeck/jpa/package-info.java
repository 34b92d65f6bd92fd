/** JPA entities to the DDL that Hibernate would export for them; Hibernate itself lives in a class loader of its own. */
@NullMarked
package org.limbeck.jpa;

import org.jspecify.annotations.NullMarked;
