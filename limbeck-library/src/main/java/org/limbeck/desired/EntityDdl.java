package org.limbeck.desired;

import java.util.List;
import java.util.Set;
import org.limbeck.catalog.DdlStatement;
import org.limbeck.schema.QualifiedName;

/**
 * What entities say of a schema.
 *
 * @param statements in an order in which an empty database takes them
 * @param views statements that may need what is said elsewhere
 * @param unmanaged tables that migrations alone look after
 */
public record EntityDdl(List<DdlStatement> statements, List<DdlStatement> views, Set<QualifiedName> unmanaged) {

    /** Nothing. */
    public static final EntityDdl NONE = new EntityDdl(List.of(), List.of(), Set.of());

    public EntityDdl {
        statements = List.copyOf(statements);
        views = List.copyOf(views);
        unmanaged = Set.copyOf(unmanaged);
    }
}
