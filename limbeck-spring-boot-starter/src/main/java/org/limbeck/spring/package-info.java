/** Upgrades the database of a Spring Boot application before anything uses it. */
@NullMarked
package org.limbeck.spring;

import org.jspecify.annotations.NullMarked;
