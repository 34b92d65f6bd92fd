package org.limbeck.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.limbeck.schema.Grant;
import org.limbeck.schema.ObjectId;
import org.limbeck.schema.ObjectKind;
import org.limbeck.schema.Schema;

/** What may be done with an object that has just been created, before anything is granted. */
final class NewPrivileges {

    private final Schema schema;
    private final List<Grant> defaults;

    /** @param role who creates it; null where that isn't known */
    NewPrivileges(Schema schema, @Nullable String role) {
        this.schema = schema;
        this.defaults = schema.grants().stream()
                .filter(grant -> grant.on().kind() == ObjectKind.DEFAULT_PRIVILEGES
                        && grant.on().name().name().equals(role))
                .toList();
    }

    List<Grant> of(ObjectId id) {
        List<Grant> grants = new ArrayList<>();
        String objects = objects(id.kind());
        boolean said = false;
        for (Grant grant : defaults) {
            if (Objects.equals(grant.on().part(), objects)
                    && reaches(grant.on().name().schema(), id)) {
                said |= grant.on().name().schema() == null;
                grants.add(new Grant(id, grant.role(), grant.privileges(), grant.grantable()));
            }
        }
        if (!said) {
            id.publicPrivilege().ifPresent(word -> grants.add(new Grant(id, Grant.PUBLIC, Set.of(word), false)));
        }
        return grants;
    }

    /** Objects of the default schema don't say so, and it is no object itself. */
    private boolean reaches(@Nullable String where, ObjectId id) {
        String own = id.name().schema();
        return where == null
                || (own == null ? schema.object(ObjectId.of(ObjectKind.SCHEMA, where)) == null : own.equals(where));
    }

    private static @Nullable String objects(ObjectKind kind) {
        return switch (kind) {
            case TABLE, FOREIGN_TABLE, VIEW, MATERIALIZED_VIEW -> "TABLES";
            case SEQUENCE -> "SEQUENCES";
            case FUNCTION, PROCEDURE, AGGREGATE -> "FUNCTIONS";
            case ENUM, RANGE_TYPE, COMPOSITE_TYPE, DOMAIN -> "TYPES";
            case SCHEMA -> "SCHEMAS";
            default -> null;
        };
    }
}
