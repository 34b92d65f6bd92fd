/** Entities to statements, with real Hibernates and servers. */
package org.limbeck.jpa;
