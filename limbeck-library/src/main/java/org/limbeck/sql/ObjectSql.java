package org.limbeck.sql;

import java.util.regex.Pattern;
import org.limbeck.problem.LimbeckException;
import org.limbeck.problem.Problem;
import org.limbeck.problem.ProblemCode;
import org.limbeck.schema.ObjectId;
import org.limbeck.schema.ObjectKind;

/** Writes which object a statement is about, and the statements that are alike for all kinds. */
final class ObjectSql {

    /** The server's own spelling of its types: {@code timestamp with time zone}, {@code integer[]}. */
    private static final Pattern TYPE_NAME = Pattern.compile("[a-z][a-z0-9_ (),]*(?:\\[])?");

    private ObjectSql() {}

    /** For example {@code MATERIALIZED VIEW totals} or {@code TRIGGER touch ON orders}. */
    static String target(ObjectId id) {
        return id.kind().sql() + " " + name(id);
    }

    /** The same without the word for its kind. */
    static String name(ObjectId id) {
        String part = String.valueOf(id.part());
        if (id.kind() == ObjectKind.COLUMN) {
            return Identifiers.quoted(id.name()) + "." + Identifiers.quoted(part);
        }
        if (id.kind().belongsToTable()) {
            return Identifiers.quoted(part) + " ON " + Identifiers.quoted(id.name());
        }
        if (id.kind().isRoutine()) {
            boolean ofAllRows = id.kind() == ObjectKind.AGGREGATE && part.isEmpty();
            return Identifiers.quoted(id.name()) + "(" + (ofAllRows ? "*" : part) + ")";
        }
        return id.kind() == ObjectKind.CAST ? "(" + part + " AS " + typeName(id) + ")" : Identifiers.quoted(id.name());
    }

    private static String typeName(ObjectId cast) {
        String name = cast.name().name();
        return cast.name().schema() == null && TYPE_NAME.matcher(name).matches()
                ? name
                : Identifiers.quoted(cast.name());
    }

    static Statement comment(ObjectId id, String text) {
        if (id.kind() == ObjectKind.DEFAULT_PRIVILEGES) {
            throw refused(id, "take no comment").exception();
        }
        return Statement.of("COMMENT ON " + target(id) + " IS " + (text.isEmpty() ? "NULL" : Literals.text(text)));
    }

    static Statement rename(ObjectId id, String newName) {
        switch (id.kind()) {
            case COLUMN -> throw refused(id, "is renamed by op.renameColumn").exception();
            case CONSTRAINT ->
                throw refused(id, "is renamed by op.renameConstraint").exception();
            case CAST, EXTENSION, DEFAULT_PRIVILEGES ->
                throw refused(id, "cannot be renamed: PostgreSQL has no statement for it")
                        .exception();
            default -> {
                return Statement.of("ALTER " + target(id) + " RENAME TO " + Identifiers.quoted(newName));
            }
        }
    }

    static Statement drop(ObjectId id, boolean ifExists, boolean cascade) {
        if (id.kind() == ObjectKind.COLUMN || id.kind() == ObjectKind.CONSTRAINT) {
            String verb = id.kind() == ObjectKind.COLUMN ? "op.dropColumn" : "op.dropConstraint";
            throw refused(id, "is dropped by " + verb).exception();
        }
        if (id.kind() == ObjectKind.DEFAULT_PRIVILEGES) {
            throw refused(id, "cannot be dropped: what was granted is revoked by op.revoke")
                    .exception();
        }
        return Statement.of("DROP " + id.kind().sql() + " " + (ifExists ? "IF EXISTS " : "") + name(id)
                + (cascade ? " CASCADE" : ""));
    }

    static Statement owner(ObjectId id, String role) {
        return switch (id.kind()) {
            case COLUMN, CONSTRAINT, INDEX, TRIGGER, RULE, POLICY ->
                throw refused(id, "has no owner of its own: it has its table's").exception();
            case CAST, EXTENSION, DEFAULT_PRIVILEGES ->
                throw refused(id, "has no owner that can be changed").exception();
            default -> Statement.of("ALTER " + target(id) + " OWNER TO " + Identifiers.quoted(role));
        };
    }

    /** A problem with what is asked of an object. */
    static Problem refused(ObjectId id, String why) {
        return Problem.of(ProblemCode.INVALID_OPERATION, id.describe() + " " + why);
    }

    /** The problem of an object that PostgreSQL can't make another one in place. */
    static LimbeckException unchangeable(ObjectId id, String why) {
        return refused(id, "cannot be changed in place: " + why)
                .hint("drop it and create it: op.drop(…); op.create(…);")
                .exception();
    }
}
