package org.limbeck.ddl;

import org.jspecify.annotations.Nullable;
import org.limbeck.problem.LimbeckException;
import org.limbeck.schema.QualifiedName;

/** Names of statements as values. */
final class Names {

    private Names() {}

    /** The server cuts names that are too long; what it then means is left to it. */
    static QualifiedName qualified(@Nullable String schema, String name) throws UnclearStatement {
        try {
            return new QualifiedName(schema, name);
        } catch (LimbeckException unusable) {
            throw new UnclearStatement("a name in it is longer than PostgreSQL keeps, or empty");
        }
    }
}
