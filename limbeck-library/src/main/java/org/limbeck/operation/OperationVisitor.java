package org.limbeck.operation;

/**
 * A reader that must handle every operation: a new record breaks every such reader at compile time.
 *
 * @param <R> what it makes of one operation
 */
public interface OperationVisitor<R> {
    R visit(CreateSchema operation);

    R visit(DropSchema operation);

    R visit(RenameSchema operation);

    R visit(CreateExtension operation);

    R visit(DropExtension operation);

    R visit(CreateEnum operation);

    R visit(AddEnumValue operation);

    R visit(RenameEnumValue operation);

    R visit(RenameEnum operation);

    R visit(DropEnum operation);

    R visit(CreateSequence operation);

    R visit(AlterSequence operation);

    R visit(OwnSequence operation);

    R visit(RenameSequence operation);

    R visit(DropSequence operation);

    R visit(CreateTable operation);

    R visit(AlterTable operation);

    R visit(RenameTable operation);

    R visit(DropTable operation);

    R visit(AddColumn operation);

    R visit(AlterColumn operation);

    R visit(RenameColumn operation);

    R visit(DropColumn operation);

    R visit(AddConstraint operation);

    R visit(ValidateConstraint operation);

    R visit(RenameConstraint operation);

    R visit(DropConstraint operation);

    R visit(CreateIndex operation);

    R visit(RenameIndex operation);

    R visit(DropIndex operation);

    R visit(CreateObject operation);

    R visit(ChangeObject operation);

    R visit(RenameObject operation);

    R visit(DropObject operation);

    R visit(CommentOn operation);

    R visit(SetOwner operation);

    R visit(GrantPrivileges operation);

    R visit(RevokePrivileges operation);

    R visit(ExecuteSql operation);

    R visit(BulkInsert operation);

    R visit(UpdateInBatches operation);

    R visit(RunCode operation);

    R visit(CustomOperation operation);
}
