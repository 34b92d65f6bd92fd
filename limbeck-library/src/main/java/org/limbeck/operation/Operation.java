package org.limbeck.operation;

import java.util.Optional;

/** One step of a migration, as a value. The permitted records are all there is, in reading order; the last is for users' own. */
public sealed interface Operation
        permits CreateSchema,
                DropSchema,
                RenameSchema,
                CreateExtension,
                DropExtension,
                CreateEnum,
                AddEnumValue,
                RenameEnumValue,
                RenameEnum,
                DropEnum,
                CreateSequence,
                AlterSequence,
                OwnSequence,
                RenameSequence,
                DropSequence,
                CreateTable,
                AlterTable,
                RenameTable,
                DropTable,
                AddColumn,
                AlterColumn,
                RenameColumn,
                DropColumn,
                AddConstraint,
                ValidateConstraint,
                RenameConstraint,
                DropConstraint,
                CreateIndex,
                RenameIndex,
                DropIndex,
                CreateObject,
                ChangeObject,
                RenameObject,
                DropObject,
                CommentOn,
                SetOwner,
                GrantPrivileges,
                RevokePrivileges,
                ExecuteSql,
                BulkInsert,
                UpdateInBatches,
                RunCode,
                CustomOperation {

    /**
     * The operation that undoes this one, and whose own reverse is this one. Empty where it doesn't say enough to be undone:
     * a drop by name alone, one that takes along what depends on the object, whatever does nothing at times ({@code IF
     * EXISTS}), raw SQL without its opposite, a value added to an enum.
     */
    Optional<Operation> reverse();

    /** What it does in a few words that start with a verb, for example {@code create table orders}. */
    String describe();

    /** Hands this operation to the overload of the reader that is made for it. */
    <R> R accept(OperationVisitor<R> reader);
}
