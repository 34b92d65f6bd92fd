package org.limbeck.ddl;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.limbeck.schema.QualifiedName;

/** One action of ALTER TABLE, or of the same statement for another kind of relation. */
public sealed interface AlterAction {

    record AddColumn(ColumnDefinition column, boolean ifNotExists) implements AlterAction {}

    record DropColumn(String column, boolean ifExists, boolean cascade) implements AlterAction {}

    /** Another type; {@code collation} and {@code using} are null where they aren't written. */
    record SetType(
            String column,
            TypeText type,
            @Nullable QualifiedName collation,
            @Nullable Expression using) implements AlterAction {}

    record SetNotNull(String column) implements AlterAction {}

    record DropNotNull(String column) implements AlterAction {}

    record SetExpression(String column) implements AlterAction {}

    /** ADD, SET or DROP of an identity. */
    record ChangeIdentity(String column, Change change) implements AlterAction {

        /** What becomes of the identity. */
        public enum Change {
            ADD,
            SET,
            DROP
        }
    }

    record AddConstraint(ConstraintDefinition constraint) implements AlterAction {}

    record ValidateConstraint(String constraint) implements AlterAction {}

    /** {@code enforced} is true for ENFORCED, and false for all other changes. */
    record AlterConstraint(String constraint, boolean enforced) implements AlterAction {}

    record DropConstraint(String constraint, boolean ifExists, boolean cascade) implements AlterAction {}

    record RenameColumn(String column, String newName) implements AlterAction {}

    record RenameConstraint(String constraint, String newName) implements AlterAction {}

    record Rename(String newName) implements AlterAction {}

    record SetSchema(String schema) implements AlterAction {}

    record AttachPartition(QualifiedName partition, PartitionBound bound) implements AlterAction {}

    record DetachPartition(QualifiedName partition, boolean concurrently, boolean finalizing) implements AlterAction {}

    record Inherit(QualifiedName parent, boolean add) implements AlterAction {}

    record SetLogged(boolean logged) implements AlterAction {}

    record SetTablespace(String tablespace) implements AlterAction {}

    record SetAccessMethod(String accessMethod) implements AlterAction {}

    record SetCompression(String column, String method) implements AlterAction {}

    record ReplicaIdentity(@Nullable String index) implements AlterAction {}

    record ClusterOn(String index) implements AlterAction {}

    /** Storage parameters of the relation, by name. */
    record Parameters(List<String> names) implements AlterAction {}

    /** What changes the catalog alone. */
    record Plain(Kind kind) implements AlterAction {

        /** The actions that need no more than their name. */
        public enum Kind {
            SET_DEFAULT,
            DROP_DEFAULT,
            DROP_EXPRESSION,
            SET_STATISTICS,
            COLUMN_OPTIONS,
            FOREIGN_COLUMN_OPTIONS,
            SET_STORAGE,
            OWNER,
            TRIGGER_FIRING,
            RULE_FIRING,
            ENABLE_ROW_SECURITY,
            OTHER_ROW_SECURITY,
            WITHOUT_CLUSTER,
            OF_TYPE
        }
    }
}
