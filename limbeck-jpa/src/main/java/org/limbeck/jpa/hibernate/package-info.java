/** The part that talks to Hibernate, 6.6 or 7; it is defined in the class loader that has Hibernate and the entities. */
@NullMarked
package org.limbeck.jpa.hibernate;

import org.jspecify.annotations.NullMarked;
