/** A PostgreSQL server that needs no installation: one that stays for development, and throw-away ones for tests. */
@NullMarked
package org.limbeck.embedded;

import org.jspecify.annotations.NullMarked;
