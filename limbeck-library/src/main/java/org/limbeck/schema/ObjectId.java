package org.limbeck.schema;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Names one object, or one part of a table.
 *
 * @param name the object's name; of a part of a table, the table's; of default privileges, the role's in the schema, which
 *     is always said
 * @param part the own name of what belongs to a table; the types of a routine's arguments, as {@code integer, text}; the
 *     source type of a cast, whose name is the target type's; what default privileges are for, as {@code TABLES}; null for
 *     all others
 */
public record ObjectId(
        ObjectKind kind, QualifiedName name, @Nullable String part) implements Comparable<ObjectId> {

    public ObjectId {
        if (kind.belongsToTable() && part != null) {
            Names.checked(part);
        }
    }

    /** An object that its name alone says. */
    public static ObjectId of(ObjectKind kind, QualifiedName name) {
        return new ObjectId(kind, name, null);
    }

    /** An object without a schema, such as a schema or an extension. */
    public static ObjectId of(ObjectKind kind, String name) {
        return new ObjectId(kind, new QualifiedName(null, name), null);
    }

    public static ObjectId table(QualifiedName name) {
        return of(ObjectKind.TABLE, name);
    }

    public static ObjectId column(QualifiedName table, String column) {
        return new ObjectId(ObjectKind.COLUMN, table, column);
    }

    public static ObjectId constraint(QualifiedName table, String constraint) {
        return new ObjectId(ObjectKind.CONSTRAINT, table, constraint);
    }

    /**
     * What a role will create.
     *
     * @param objects {@code TABLES}, {@code SEQUENCES}, {@code FUNCTIONS}, {@code TYPES}, {@code SCHEMAS} or {@code LARGE
     *     OBJECTS}
     * @param schema where; null for anywhere
     */
    public static ObjectId defaultPrivileges(String objects, String role, @Nullable String schema) {
        return new ObjectId(ObjectKind.DEFAULT_PRIVILEGES, new QualifiedName(schema, role), objects);
    }

    /** The table of a part of one; otherwise the object itself. */
    public ObjectId owner() {
        return kind.belongsToTable() ? table(name) : this;
    }

    /** For people, for example {@code materialized view sales.totals} or {@code trigger touch of orders}. */
    public String describe() {
        String word = kind == ObjectKind.ENUM
                ? "enum"
                : kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        if (part == null) {
            return word + " " + name;
        }
        if (kind == ObjectKind.COLUMN) {
            return word + " " + name + "." + part;
        }
        if (kind == ObjectKind.DEFAULT_PRIVILEGES) {
            String where = name.schema() == null ? "" : " in " + name.schema();
            return "new " + part.toLowerCase(Locale.ROOT) + " of " + name.name() + where;
        }
        if (kind.isRoutine()) {
            return word + " " + name + "(" + part + ")";
        }
        return kind == ObjectKind.CAST ? "cast from " + part + " to " + name : word + " " + part + " of " + name;
    }

    /** What everybody may do with a new one, or with what will be created, unless it is revoked. */
    public Optional<String> publicPrivilege() {
        if (kind != ObjectKind.DEFAULT_PRIVILEGES) {
            return kind.publicPrivilege();
        }
        return name.schema() != null
                ? Optional.empty()
                : switch (String.valueOf(part)) {
                    case "FUNCTIONS" -> ObjectKind.FUNCTION.publicPrivilege();
                    case "TYPES" -> ObjectKind.DOMAIN.publicPrivilege();
                    default -> Optional.empty();
                };
    }

    // Sorting and looking up tens of thousands of these is what comparisons do most; what records get by themselves is
    // several times slower before it is compiled.

    @Override
    public int compareTo(ObjectId other) {
        int kinds = kind.compareTo(other.kind);
        int names = kinds == 0 ? name.compareTo(other.name) : kinds;
        return names == 0 ? Names.compare(part, other.part) : names;
    }

    @Override
    public boolean equals(@Nullable Object object) {
        return object instanceof ObjectId other
                && kind == other.kind
                && name.equals(other.name)
                && Objects.equals(part, other.part);
    }

    @Override
    public int hashCode() {
        return (kind.hashCode() * 31 + name.hashCode()) * 31 + (part == null ? 0 : part.hashCode());
    }
}
