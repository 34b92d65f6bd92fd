package org.limbeck.foreign;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.limbeck.graph.RevisionNode;

/**
 * A revision of Alembic.
 *
 * @param file its script as the user would type it
 * @param upgrade what its upgrade sends
 * @param downgrade what its downgrade sends
 */
record AlembicRevision(RevisionNode node, String message, String file, Sql upgrade, Sql downgrade) {

    /**
     * What one direction sends.
     *
     * @param text the statements as Alembic prints them; null where it can't say them without a database
     * @param failure why not
     */
    record Sql(@Nullable String text, String failure) {}

    static AlembicRevision of(
            String id,
            List<String> parents,
            List<String> dependsOn,
            List<String> labels,
            String message,
            String file,
            Sql up,
            Sql down) {
        return new AlembicRevision(new RevisionNode(id, parents, dependsOn, labels), message, file, up, down);
    }
}
