package org.limbeck.schema;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * What one role may do with an object.
 *
 * @param on the object, or a column
 * @param role the role's name; {@link #PUBLIC} for everybody
 * @param privileges for example {@code SELECT} and {@code UPDATE}; none where default privileges say that everybody may not
 *     do what everybody may where nothing is said
 * @param grantable whether the role may pass them on
 * @see <a href="https://www.postgresql.org/docs/current/sql-grant.html">GRANT</a>
 */
public record Grant(ObjectId on, String role, Set<String> privileges, boolean grantable) {

    /** Everybody; no role can have this name. */
    public static final String PUBLIC = "public";

    public Grant {
        Names.checked(role);
        privileges = Collections.unmodifiableSet(new TreeSet<>(privileges));
    }
}
