package org.limbeck.ddl;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.limbeck.schema.QualifiedName;

/**
 * What a statement says, as far as it matters for locks and work. Names are as written: without a schema they mean what the
 * session's search path makes of them.
 */
public sealed interface DdlStatement {

    /** Reads a statement; whatever isn't understood to the letter is a {@link NotUnderstood}. */
    static DdlStatement of(String statement) {
        try {
            return new DdlReader(Tokens.of(statement)).statement();
        } catch (UnclearStatement unclear) {
            return new NotUnderstood(String.valueOf(unclear.getMessage()));
        }
    }

    /** The word behind ALTER for a relation. */
    enum RelationWord {
        TABLE,
        VIEW,
        MATERIALIZED_VIEW,
        SEQUENCE,
        INDEX
    }

    /** What only the server understands; {@code reason} says why, one sentence without a full stop. */
    record NotUnderstood(String reason) implements DdlStatement {}

    /**
     * CREATE TABLE in all its forms.
     *
     * @param partitionOf the table that it becomes a part of
     * @param bound its rows there
     * @param query what it is filled with
     */
    record CreateTable(
            QualifiedName name,
            boolean ifNotExists,
            boolean temporary,
            List<ColumnDefinition> columns,
            List<ConstraintDefinition> constraints,
            List<QualifiedName> likes,
            List<QualifiedName> inherits,
            @Nullable QualifiedName partitionOf,
            @Nullable PartitionBound bound,
            @Nullable Query query)
            implements DdlStatement {}

    record AlterRelation(
            RelationWord word, QualifiedName name, boolean ifExists, boolean only, List<AlterAction> actions)
            implements DdlStatement {}

    /** DROP; {@code kind} is the words behind it, in lower case: {@code table}, {@code materialized view}. */
    record DropObjects(String kind, List<QualifiedName> names, boolean ifExists, boolean cascade, boolean concurrently)
            implements DdlStatement {}

    /**
     * CREATE INDEX; {@code definition} is what stands behind the table, {@code predicate} is null for an index of all rows.
     */
    record CreateIndex(
            @Nullable QualifiedName name,
            QualifiedName table,
            boolean only,
            boolean unique,
            boolean concurrently,
            boolean ifNotExists,
            String definition,
            Expression elements,
            @Nullable Expression predicate)
            implements DdlStatement {}

    record AttachIndex(QualifiedName parent, QualifiedName index) implements DdlStatement {}

    /** REINDEX of one index, or of all of a table. */
    record Reindex(boolean index, QualifiedName name, boolean concurrently) implements DdlStatement {}

    record Truncate(List<QualifiedName> tables, boolean only, boolean cascade) implements DdlStatement {}

    /** Work that keeps the contents; no tables stand for all tables. */
    record Maintenance(Task task, List<QualifiedName> tables) implements DdlStatement {

        /** The statements that look after tables. */
        public enum Task {
            VACUUM,
            VACUUM_FULL,
            ANALYZE,
            CLUSTER
        }
    }

    record CreateView(QualifiedName name, boolean materialized, boolean ifNotExists, boolean withData, Query query)
            implements DdlStatement {}

    record RefreshView(QualifiedName name, boolean concurrently, boolean withData) implements DdlStatement {}

    record AlterDomain(QualifiedName domain, Action action) implements DdlStatement {

        /** What becomes of the domain. */
        public enum Action {
            ADD_VALID_CONSTRAINT,
            VALIDATE_CONSTRAINT,
            SET_NOT_NULL,
            CATALOG_ONLY
        }
    }

    /** A new value of an enum, or a new name for the value. */
    record AlterEnum(QualifiedName type, boolean rename, String value) implements DdlStatement {}

    /** ALTER TYPE of a composite type; {@code dropsAttribute} if an attribute goes, or is another afterwards. */
    record AlterComposite(QualifiedName type, boolean dropsAttribute, boolean cascade) implements DdlStatement {}

    /** A trigger, policy or rule; {@code other} is the second table of a constraint trigger. */
    record OnTable(
            String verb,
            String kind,
            QualifiedName table,
            @Nullable QualifiedName other) implements DdlStatement {}

    /** Extended statistics; {@code table} is null where only their own names stand. */
    record Statistics(
            String verb,
            List<QualifiedName> names,
            @Nullable QualifiedName table) implements DdlStatement {}

    record Publication(boolean allTables, List<QualifiedName> tables) implements DdlStatement {}

    /** COMMENT; {@code relation} is null for what is none, and {@code member} true for what belongs to one. */
    record Comment(@Nullable QualifiedName relation, boolean member) implements DdlStatement {}

    record Privileges(boolean revoke, List<QualifiedName> tables) implements DdlStatement {}

    record AlterSequence(QualifiedName sequence, @Nullable QualifiedName ownedBy) implements DdlStatement {}

    /** An object that is no relation, or a sequence: nothing that exists is touched. */
    record NewObject(String kind, @Nullable QualifiedName name) implements DdlStatement {}

    /** A change that touches no relation; {@code breaking} if programs that run now can stumble over it. */
    record ChangeObject(String kind, boolean breaking) implements DdlStatement {}

    /** A statement for the whole server. */
    record ServerWide(String what) implements DdlStatement {}

    /** SET and RESET; {@code value} is null for the default. */
    record SetSetting(String name, @Nullable String value) implements DdlStatement {}

    /** INSERT, UPDATE, DELETE, MERGE or COPY ... FROM. */
    record ChangeRows(Change change, QualifiedName target, boolean fixedRows, Query query) implements DdlStatement {

        /** What becomes of rows. */
        public enum Change {
            INSERT,
            UPDATE,
            DELETE,
            MERGE,
            COPY
        }
    }

    /** SELECT, VALUES or TABLE. */
    record Select(Query query) implements DdlStatement {}
}
