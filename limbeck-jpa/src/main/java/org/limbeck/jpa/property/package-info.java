/** The settings of an application that change its schema: Hibernate's, Spring Boot's, and those of persistence.xml. */
@NullMarked
package org.limbeck.jpa.property;

import org.jspecify.annotations.NullMarked;
