package org.limbeck.migration;

import java.util.List;
import org.limbeck.problem.Problem;
import org.limbeck.problem.ProblemCode;
import org.limbeck.schema.ObjectId;
import org.limbeck.schema.ObjectKind;
import org.limbeck.schema.QualifiedName;

/**
 * The words for which object: what a comment, an owner or a grant is on, what is renamed or dropped by name; a part of
 * {@link Ddl}, whose static import brings them.
 */
public abstract sealed class TargetWords extends TypeWords permits ObjectWords {

    /** What default privileges can be for. */
    private static final List<String> OBJECTS =
            List.of("TABLES", "SEQUENCES", "FUNCTIONS", "TYPES", "SCHEMAS", "LARGE OBJECTS");

    TargetWords() {}

    public static ObjectId onSchema(String name) {
        return ObjectId.of(ObjectKind.SCHEMA, name);
    }

    public static ObjectId onExtension(String name) {
        return ObjectId.of(ObjectKind.EXTENSION, name);
    }

    public static ObjectId onCollation(String name) {
        return ObjectId.of(ObjectKind.COLLATION, QualifiedName.of(name));
    }

    public static ObjectId onType(String name) {
        return ObjectId.of(ObjectKind.ENUM, QualifiedName.of(name));
    }

    public static ObjectId onRangeType(String name) {
        return ObjectId.of(ObjectKind.RANGE_TYPE, QualifiedName.of(name));
    }

    public static ObjectId onCompositeType(String name) {
        return ObjectId.of(ObjectKind.COMPOSITE_TYPE, QualifiedName.of(name));
    }

    public static ObjectId onDomain(String name) {
        return ObjectId.of(ObjectKind.DOMAIN, QualifiedName.of(name));
    }

    public static ObjectId onSequence(String name) {
        return ObjectId.of(ObjectKind.SEQUENCE, QualifiedName.of(name));
    }

    public static ObjectId onForeignDataWrapper(String name) {
        return ObjectId.of(ObjectKind.FOREIGN_DATA_WRAPPER, name);
    }

    public static ObjectId onServer(String name) {
        return ObjectId.of(ObjectKind.SERVER, name);
    }

    public static ObjectId onTable(String name) {
        return ObjectId.of(ObjectKind.TABLE, QualifiedName.of(name));
    }

    public static ObjectId onForeignTable(String name) {
        return ObjectId.of(ObjectKind.FOREIGN_TABLE, QualifiedName.of(name));
    }

    public static ObjectId onColumn(String table, String column) {
        return new ObjectId(ObjectKind.COLUMN, QualifiedName.of(table), column);
    }

    public static ObjectId onConstraint(String table, String constraint) {
        return new ObjectId(ObjectKind.CONSTRAINT, QualifiedName.of(table), constraint);
    }

    public static ObjectId onIndex(String name) {
        return ObjectId.of(ObjectKind.INDEX, QualifiedName.of(name));
    }

    public static ObjectId onStatistics(String name) {
        return ObjectId.of(ObjectKind.STATISTICS, QualifiedName.of(name));
    }

    public static ObjectId onView(String name) {
        return ObjectId.of(ObjectKind.VIEW, QualifiedName.of(name));
    }

    public static ObjectId onMaterializedView(String name) {
        return ObjectId.of(ObjectKind.MATERIALIZED_VIEW, QualifiedName.of(name));
    }

    /** The types of its arguments as PostgreSQL shows them, for example {@code integer, text}. */
    public static ObjectId onFunction(String name, String argumentTypes) {
        return new ObjectId(ObjectKind.FUNCTION, QualifiedName.of(name), argumentTypes);
    }

    /** The types of its arguments as PostgreSQL shows them, for example {@code integer, text}. */
    public static ObjectId onProcedure(String name, String argumentTypes) {
        return new ObjectId(ObjectKind.PROCEDURE, QualifiedName.of(name), argumentTypes);
    }

    /** The types of its arguments as PostgreSQL shows them, for example {@code integer, text}. */
    public static ObjectId onAggregate(String name, String argumentTypes) {
        return new ObjectId(ObjectKind.AGGREGATE, QualifiedName.of(name), argumentTypes);
    }

    /** The types as PostgreSQL shows them, for example {@code timestamp with time zone}. */
    public static ObjectId onCast(String sourceType, String targetType) {
        return new ObjectId(ObjectKind.CAST, QualifiedName.of(targetType), sourceType);
    }

    public static ObjectId onTrigger(String table, String trigger) {
        return new ObjectId(ObjectKind.TRIGGER, QualifiedName.of(table), trigger);
    }

    public static ObjectId onRule(String table, String rule) {
        return new ObjectId(ObjectKind.RULE, QualifiedName.of(table), rule);
    }

    public static ObjectId onPolicy(String table, String policy) {
        return new ObjectId(ObjectKind.POLICY, QualifiedName.of(table), policy);
    }

    public static ObjectId onPublication(String name) {
        return ObjectId.of(ObjectKind.PUBLICATION, name);
    }

    public static ObjectId onEventTrigger(String name) {
        return ObjectId.of(ObjectKind.EVENT_TRIGGER, name);
    }

    /**
     * What a role will create, anywhere.
     *
     * @param objects {@code TABLES}, {@code SEQUENCES}, {@code FUNCTIONS}, {@code TYPES}, {@code SCHEMAS} or, since
     *     PostgreSQL 18, {@code LARGE OBJECTS}
     */
    public static ObjectId onDefaultPrivileges(String objects, String role) {
        return ObjectId.defaultPrivileges(checked(objects), role, null);
    }

    /** What a role will create in a schema: {@code TABLES}, {@code SEQUENCES}, {@code FUNCTIONS} or {@code TYPES}. */
    public static ObjectId onDefaultPrivileges(String objects, String role, String schema) {
        return ObjectId.defaultPrivileges(checked(objects), role, schema);
    }

    private static String checked(String objects) {
        if (!OBJECTS.contains(objects)) {
            throw Problem.of(
                            ProblemCode.INVALID_OPERATION,
                            "there are no default privileges for \"" + objects + "\", only for "
                                    + String.join(", ", OBJECTS))
                    .exception();
        }
        return objects;
    }
}
