package org.limbeck.jpa;

import java.util.List;
import java.util.Set;
import org.limbeck.schema.QualifiedName;

/**
 * What entities say about a schema.
 *
 * @param statements DDL in an order in which it can be executed on an empty database, without semicolons; constraints and
 *     indexes that nobody named have no name here
 * @param views the statements that create the views of {@code @View} entities; they may need tables that migrations make
 * @param unmanagedTables the tables of entities that are {@link ManagedByMigrations}; their statements are among the others
 * @param hibernateVersion the version that was asked, for example {@code 7.4.13.Final}
 */
public record EntityStatements(
        List<String> statements, List<String> views, Set<QualifiedName> unmanagedTables, String hibernateVersion) {

    public EntityStatements {
        statements = List.copyOf(statements);
        views = List.copyOf(views);
        unmanagedTables = Set.copyOf(unmanagedTables);
    }
}
