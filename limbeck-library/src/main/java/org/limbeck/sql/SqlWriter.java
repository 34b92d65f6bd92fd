package org.limbeck.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.limbeck.operation.AddColumn;
import org.limbeck.operation.AddConstraint;
import org.limbeck.operation.AddEnumValue;
import org.limbeck.operation.AlterColumn;
import org.limbeck.operation.AlterSequence;
import org.limbeck.operation.AlterTable;
import org.limbeck.operation.BulkInsert;
import org.limbeck.operation.ChangeObject;
import org.limbeck.operation.CommentOn;
import org.limbeck.operation.CreateEnum;
import org.limbeck.operation.CreateExtension;
import org.limbeck.operation.CreateIndex;
import org.limbeck.operation.CreateObject;
import org.limbeck.operation.CreateOption;
import org.limbeck.operation.CreateSchema;
import org.limbeck.operation.CreateSequence;
import org.limbeck.operation.CreateTable;
import org.limbeck.operation.CustomOperation;
import org.limbeck.operation.DropColumn;
import org.limbeck.operation.DropConstraint;
import org.limbeck.operation.DropEnum;
import org.limbeck.operation.DropExtension;
import org.limbeck.operation.DropIndex;
import org.limbeck.operation.DropObject;
import org.limbeck.operation.DropOption;
import org.limbeck.operation.DropSchema;
import org.limbeck.operation.DropSequence;
import org.limbeck.operation.DropTable;
import org.limbeck.operation.ExecuteSql;
import org.limbeck.operation.GrantPrivileges;
import org.limbeck.operation.Operation;
import org.limbeck.operation.OperationVisitor;
import org.limbeck.operation.OwnSequence;
import org.limbeck.operation.RenameColumn;
import org.limbeck.operation.RenameConstraint;
import org.limbeck.operation.RenameEnum;
import org.limbeck.operation.RenameEnumValue;
import org.limbeck.operation.RenameIndex;
import org.limbeck.operation.RenameObject;
import org.limbeck.operation.RenameSchema;
import org.limbeck.operation.RenameSequence;
import org.limbeck.operation.RenameTable;
import org.limbeck.operation.RevokePrivileges;
import org.limbeck.operation.RunCode;
import org.limbeck.operation.SetOwner;
import org.limbeck.operation.UpdateInBatches;
import org.limbeck.operation.ValidateConstraint;
import org.limbeck.schema.ColumnReference;
import org.limbeck.schema.DataType;
import org.limbeck.schema.Index;
import org.limbeck.schema.ObjectId;
import org.limbeck.schema.QualifiedName;
import org.limbeck.schema.Sequence;
import org.limbeck.schema.Table;

/** Writes operations as statements. A step in Java has none. */
public final class SqlWriter implements OperationVisitor<List<Statement>> {

    public List<Statement> statements(Operation operation) {
        return operation.accept(this);
    }

    @Override
    public List<Statement> visit(CreateSchema operation) {
        return one("CREATE SCHEMA " + ifNotExists(operation.options()) + Identifiers.quoted(operation.name()));
    }

    @Override
    public List<Statement> visit(DropSchema operation) {
        return drop("SCHEMA", Identifiers.quoted(operation.name()), operation.options());
    }

    @Override
    public List<Statement> visit(RenameSchema operation) {
        return rename("SCHEMA", Identifiers.quoted(operation.name()), operation.newName());
    }

    @Override
    public List<Statement> visit(CreateExtension operation) {
        String schema = operation.extension().schema();
        String version = operation.extension().version();
        return one("CREATE EXTENSION " + ifNotExists(operation.options())
                + Identifiers.quoted(operation.extension().name())
                + (schema == null ? "" : " SCHEMA " + Identifiers.quoted(schema))
                + (version == null ? "" : " VERSION " + Literals.text(version)));
    }

    @Override
    public List<Statement> visit(DropExtension operation) {
        return drop("EXTENSION", Identifiers.quoted(operation.name()), operation.options());
    }

    @Override
    public List<Statement> visit(CreateEnum operation) {
        String values =
                operation.type().values().stream().map(Literals::text).collect(Collectors.joining(", ", "(", ")"));
        return one("CREATE TYPE " + Identifiers.quoted(operation.type().name()) + " AS ENUM " + values);
    }

    @Override
    public List<Statement> visit(AddEnumValue operation) {
        String neighbour = operation.neighbour();
        return one(alter("TYPE", operation.type()) + " ADD VALUE " + ifNotExists(operation.options())
                + Literals.text(operation.value())
                + (neighbour == null ? "" : (operation.before() ? " BEFORE " : " AFTER ") + Literals.text(neighbour)));
    }

    @Override
    public List<Statement> visit(RenameEnumValue operation) {
        return one(alter("TYPE", operation.type()) + " RENAME VALUE " + Literals.text(operation.value()) + " TO "
                + Literals.text(operation.newValue()));
    }

    @Override
    public List<Statement> visit(RenameEnum operation) {
        return rename("TYPE", Identifiers.quoted(operation.name()), operation.newName());
    }

    @Override
    public List<Statement> visit(DropEnum operation) {
        return drop("TYPE", Identifiers.quoted(operation.name()), operation.options());
    }

    @Override
    public List<Statement> visit(CreateSequence operation) {
        Sequence sequence = operation.sequence();
        DataType type = sequence.type();
        ColumnReference owner = sequence.owner();
        String head = sequence.unlogged() ? "CREATE UNLOGGED SEQUENCE " : "CREATE SEQUENCE ";
        return one(head
                + ifNotExists(operation.options())
                + Identifiers.quoted(sequence.name())
                + (type == null ? "" : " AS " + TypeSql.of(type))
                + SequenceSql.options(sequence.options(), "")
                + (owner == null ? "" : " OWNED BY " + column(owner)));
    }

    @Override
    public List<Statement> visit(AlterSequence operation) {
        return one(alter("SEQUENCE", operation.name()) + SequenceSql.options(operation.to(), ""));
    }

    @Override
    public List<Statement> visit(RenameSequence operation) {
        return rename("SEQUENCE", Identifiers.quoted(operation.name()), operation.newName());
    }

    @Override
    public List<Statement> visit(DropSequence operation) {
        return drop("SEQUENCE", Identifiers.quoted(operation.name()), operation.options());
    }

    @Override
    public List<Statement> visit(CreateTable operation) {
        return TableSql.create(operation.table(), operation.options().contains(CreateOption.IF_NOT_EXISTS));
    }

    @Override
    public List<Statement> visit(RenameTable operation) {
        return rename("TABLE", Identifiers.quoted(operation.name()), operation.newName());
    }

    @Override
    public List<Statement> visit(DropTable operation) {
        Table definition = operation.definition();
        ObjectId table = definition == null ? ObjectId.table(operation.name()) : definition.id();
        return drop(table.kind().sql(), Identifiers.quoted(operation.name()), operation.options());
    }

    @Override
    public List<Statement> visit(AddColumn operation) {
        return TableSql.addColumn(
                operation.table(), operation.column(), operation.options().contains(CreateOption.IF_NOT_EXISTS));
    }

    @Override
    public List<Statement> visit(AlterColumn operation) {
        return ColumnChangeSql.statements(operation.table(), operation.column(), operation.change());
    }

    @Override
    public List<Statement> visit(RenameColumn operation) {
        return one(alter("TABLE", operation.table()) + " RENAME COLUMN " + Identifiers.quoted(operation.name()) + " TO "
                + Identifiers.quoted(operation.newName()));
    }

    @Override
    public List<Statement> visit(DropColumn operation) {
        return dropFromTable(operation.table(), "COLUMN", operation.name(), operation.options());
    }

    @Override
    public List<Statement> visit(AddConstraint operation) {
        return one(alter("TABLE", operation.table()) + " ADD " + ConstraintSql.definition(operation.constraint()));
    }

    @Override
    public List<Statement> visit(ValidateConstraint operation) {
        return one(alter("TABLE", operation.table()) + " VALIDATE CONSTRAINT " + Identifiers.quoted(operation.name()));
    }

    @Override
    public List<Statement> visit(RenameConstraint operation) {
        return one(alter("TABLE", operation.table()) + " RENAME CONSTRAINT " + Identifiers.quoted(operation.name())
                + " TO " + Identifiers.quoted(operation.newName()));
    }

    @Override
    public List<Statement> visit(DropConstraint operation) {
        return dropFromTable(operation.table(), "CONSTRAINT", operation.name(), operation.options());
    }

    @Override
    public List<Statement> visit(CreateIndex operation) {
        Index index = operation.index();
        boolean ifNotExists = operation.options().contains(CreateOption.IF_NOT_EXISTS);
        List<Statement> statements =
                new ArrayList<>(one(IndexSql.create(index, operation.concurrently(), ifNotExists)));
        statements.addAll(IndexSql.statistics(index));
        return List.copyOf(statements);
    }

    @Override
    public List<Statement> visit(RenameIndex operation) {
        return rename("INDEX", Identifiers.quoted(operation.name()), operation.newName());
    }

    @Override
    public List<Statement> visit(DropIndex operation) {
        String kind = operation.concurrently() ? "INDEX CONCURRENTLY" : "INDEX";
        return drop(kind, Identifiers.quoted(operation.name()), operation.options());
    }

    @Override
    public List<Statement> visit(CommentOn operation) {
        return List.of(ObjectSql.comment(operation.target(), operation.to()));
    }

    @Override
    public List<Statement> visit(AlterTable operation) {
        return TableChangeSql.statements(operation.table(), operation.change());
    }

    @Override
    public List<Statement> visit(OwnSequence operation) {
        ColumnReference to = operation.to();
        return one(alter("SEQUENCE", operation.sequence()) + " OWNED BY " + (to == null ? "NONE" : column(to)));
    }

    @Override
    public List<Statement> visit(CreateObject operation) {
        return CreateObjectSql.create(operation.object(), operation.options().contains(CreateOption.IF_NOT_EXISTS));
    }

    @Override
    public List<Statement> visit(ChangeObject operation) {
        return ChangeObjectSql.change(operation.from(), operation.to());
    }

    @Override
    public List<Statement> visit(RenameObject operation) {
        return List.of(ObjectSql.rename(operation.id(), operation.newName()));
    }

    @Override
    public List<Statement> visit(DropObject operation) {
        Set<DropOption> options = operation.options();
        return List.of(ObjectSql.drop(
                operation.id(), options.contains(DropOption.IF_EXISTS), options.contains(DropOption.CASCADE)));
    }

    @Override
    public List<Statement> visit(SetOwner operation) {
        return List.of(ObjectSql.owner(operation.on(), operation.to()));
    }

    @Override
    public List<Statement> visit(GrantPrivileges operation) {
        return List.of(GrantSql.grant(operation.grant()));
    }

    @Override
    public List<Statement> visit(RevokePrivileges operation) {
        return List.of(GrantSql.revoke(operation.grant()));
    }

    @Override
    public List<Statement> visit(ExecuteSql operation) {
        return SqlScript.statements("the SQL of op.execute", operation.sql()).stream()
                .map(statement -> Statement.of(statement.text()))
                .toList();
    }

    @Override
    public List<Statement> visit(BulkInsert operation) {
        if (operation.rows().isEmpty()) {
            return List.of();
        }
        String rows = operation.rows().stream()
                .map(row -> row.stream().map(Literals::of).collect(Collectors.joining(", ", "    (", ")")))
                .collect(Collectors.joining(",\n"));
        return one("INSERT INTO " + Identifiers.quoted(operation.table()) + " ("
                + Identifiers.quoted(operation.columns()) + ") VALUES\n" + rows);
    }

    @Override
    public List<Statement> visit(UpdateInBatches operation) {
        String text = "UPDATE " + Identifiers.quoted(operation.table()) + " SET " + operation.set() + " WHERE "
                + operation.where();
        return List.of(new Statement(text, false));
    }

    @Override
    public List<Statement> visit(RunCode operation) {
        return List.of();
    }

    @Override
    public List<Statement> visit(CustomOperation operation) {
        return operation.statements().stream().map(Statement::of).toList();
    }

    private static List<Statement> one(String text) {
        return List.of(Statement.of(text));
    }

    private static String alter(String kind, QualifiedName name) {
        return "ALTER " + kind + " " + Identifiers.quoted(name);
    }

    private static List<Statement> rename(String kind, String name, String newName) {
        return one("ALTER " + kind + " " + name + " RENAME TO " + Identifiers.quoted(newName));
    }

    private static List<Statement> drop(String kind, String name, Set<DropOption> options) {
        return one("DROP " + kind + " " + ifExists(options) + name + cascade(options));
    }

    private static List<Statement> dropFromTable(
            QualifiedName table, String kind, String name, Set<DropOption> options) {
        return one(alter("TABLE", table) + " DROP " + kind + " " + ifExists(options) + Identifiers.quoted(name)
                + cascade(options));
    }

    private static String ifNotExists(Set<CreateOption> options) {
        return options.contains(CreateOption.IF_NOT_EXISTS) ? "IF NOT EXISTS " : "";
    }

    private static String ifExists(Set<DropOption> options) {
        return options.contains(DropOption.IF_EXISTS) ? "IF EXISTS " : "";
    }

    private static String cascade(Set<DropOption> options) {
        return options.contains(DropOption.CASCADE) ? " CASCADE" : "";
    }

    private static String column(ColumnReference column) {
        return Identifiers.quoted(column.table()) + "." + Identifiers.quoted(column.column());
    }
}
