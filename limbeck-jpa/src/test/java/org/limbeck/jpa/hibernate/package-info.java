/** What is done to Hibernate's statements. */
package org.limbeck.jpa.hibernate;
