/** Change logs as SQL. Loaded beside the Liquibase of a project, and speaks to the rest of Limbeck in types of the JDK only. */
@NullMarked
package org.limbeck.liquibase;

import org.jspecify.annotations.NullMarked;
