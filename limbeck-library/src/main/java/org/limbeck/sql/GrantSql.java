package org.limbeck.sql;

import java.util.stream.Collectors;
import org.limbeck.schema.Grant;
import org.limbeck.schema.ObjectId;
import org.limbeck.schema.ObjectKind;

/** Writes {@code GRANT} and {@code REVOKE}. */
final class GrantSql {

    private GrantSql() {}

    static Statement grant(Grant grant) {
        return Statement.of(head(grant.on()) + "GRANT " + privileges(grant) + " ON " + target(grant.on()) + " TO "
                + role(grant) + (grant.grantable() ? " WITH GRANT OPTION" : ""));
    }

    static Statement revoke(Grant grant) {
        return Statement.of(head(grant.on()) + "REVOKE " + privileges(grant) + " ON " + target(grant.on()) + " FROM "
                + role(grant));
    }

    private static String head(ObjectId id) {
        if (id.kind() != ObjectKind.DEFAULT_PRIVILEGES) {
            return "";
        }
        String schema = id.name().schema();
        return "ALTER DEFAULT PRIVILEGES FOR ROLE "
                + Identifiers.quoted(id.name().name())
                + (schema == null ? " " : " IN SCHEMA " + Identifiers.quoted(schema) + " ");
    }

    private static String privileges(Grant grant) {
        String columns = grant.on().kind() == ObjectKind.COLUMN
                ? " (" + Identifiers.quoted(String.valueOf(grant.on().part())) + ")"
                : "";
        return grant.privileges().stream().map(privilege -> privilege + columns).collect(Collectors.joining(", "));
    }

    private static String target(ObjectId id) {
        return switch (id.kind()) {
            case TABLE, FOREIGN_TABLE, VIEW, MATERIALIZED_VIEW, COLUMN -> "TABLE " + Identifiers.quoted(id.name());
            case SCHEMA, SEQUENCE, DOMAIN, FOREIGN_DATA_WRAPPER, FUNCTION, PROCEDURE -> ObjectSql.target(id);
            case ENUM, RANGE_TYPE, COMPOSITE_TYPE -> "TYPE " + Identifiers.quoted(id.name());
            case SERVER -> "FOREIGN SERVER " + Identifiers.quoted(id.name());
            case DEFAULT_PRIVILEGES -> String.valueOf(id.part());
            case AGGREGATE -> "FUNCTION " + Identifiers.quoted(id.name()) + "(" + arguments(id) + ")";
            default ->
                throw ObjectSql.refused(id, "has no privileges of its own").exception();
        };
    }

    /** An ordered-set aggregate takes both lists of arguments one behind the other here. */
    private static String arguments(ObjectId aggregate) {
        return String.valueOf(aggregate.part()).replace(" ORDER BY ", ", ").replaceFirst("^ORDER BY ", "");
    }

    private static String role(Grant grant) {
        return grant.role().equals(Grant.PUBLIC) ? "PUBLIC" : Identifiers.quoted(grant.role());
    }
}
