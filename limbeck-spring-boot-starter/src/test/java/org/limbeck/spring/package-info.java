/** Tests of the starter that need no application; the others are in {@code spring-boot-tests}. */
package org.limbeck.spring;
