/** Shows through Spring Boot's actuator where the database stands. */
@NullMarked
package org.limbeck.spring.actuate;

import org.jspecify.annotations.NullMarked;
