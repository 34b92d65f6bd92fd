package org.limbeck.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
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
import org.limbeck.schema.CommonObject;
import org.limbeck.schema.Grant;
import org.limbeck.schema.QualifiedName;
import org.limbeck.schema.SequenceOptions;
import org.limbeck.schema.Table;

/**
 * Operations as statements of Java that record the same operations again, with {@code op} as the recorder and the static
 * import of {@code Ddl}. A step in Java is opaque, so that only a comment stands for it.
 */
public final class JavaSource implements OperationVisitor<String> {

    public String statement(Operation operation) {
        return operation.accept(this);
    }

    /** The body of {@code upgrade} or {@code downgrade}, not indented. */
    public String body(List<Operation> operations) {
        return operations.stream().map(this::statement).collect(Collectors.joining("\n"));
    }

    @Override
    public String visit(CreateSchema operation) {
        return call("createSchema", text(operation.name()), created(operation.options()));
    }

    @Override
    public String visit(DropSchema operation) {
        return call("dropSchema", text(operation.name()), dropped(operation.options()));
    }

    @Override
    public String visit(RenameSchema operation) {
        return call("renameSchema", text(operation.name()), List.of(text(operation.newName())));
    }

    @Override
    public String visit(CreateExtension operation) {
        return call("createExtension", SchemaSource.extension(operation.extension()), created(operation.options()));
    }

    @Override
    public String visit(DropExtension operation) {
        String extension = operation.definition() == null
                ? text(operation.name())
                : SchemaSource.extension(operation.definition());
        return call("dropExtension", extension, dropped(operation.options()));
    }

    @Override
    public String visit(CreateEnum operation) {
        return call(
                "createEnum",
                name(operation.type().name()),
                SchemaSource.texts(operation.type().values()));
    }

    @Override
    public String visit(AddEnumValue operation) {
        List<String> arguments = new ArrayList<>();
        arguments.add(text(operation.value()));
        String verb = "addEnumValue";
        if (operation.neighbour() != null) {
            verb = operation.before() ? "addEnumValueBefore" : "addEnumValueAfter";
            arguments.add(text(operation.neighbour()));
        }
        arguments.addAll(created(operation.options()));
        return call(verb, name(operation.type()), arguments);
    }

    @Override
    public String visit(RenameEnumValue operation) {
        return call(
                "renameEnumValue",
                name(operation.type()),
                List.of(text(operation.value()), text(operation.newValue())));
    }

    @Override
    public String visit(RenameEnum operation) {
        return call("renameEnum", name(operation.name()), List.of(text(operation.newName())));
    }

    @Override
    public String visit(DropEnum operation) {
        String type =
                operation.definition() == null ? name(operation.name()) : SchemaSource.enumType(operation.definition());
        return call("dropEnum", type, dropped(operation.options()));
    }

    @Override
    public String visit(CreateSequence operation) {
        return call("createSequence", SchemaSource.sequence(operation.sequence()), created(operation.options()));
    }

    @Override
    public String visit(AlterSequence operation) {
        SequenceOptions from = operation.from();
        List<String> arguments = new ArrayList<>(List.of(SchemaSource.options(operation.to())));
        if (from != null) {
            arguments.add(SchemaSource.options(from));
        }
        return call("alterSequence", name(operation.name()), arguments);
    }

    @Override
    public String visit(RenameSequence operation) {
        return call("renameSequence", name(operation.name()), List.of(text(operation.newName())));
    }

    @Override
    public String visit(DropSequence operation) {
        String sequence =
                operation.definition() == null ? name(operation.name()) : SchemaSource.sequence(operation.definition());
        return call("dropSequence", sequence, dropped(operation.options()));
    }

    @Override
    public String visit(CreateTable operation) {
        String verb =
                operation.options().contains(CreateOption.IF_NOT_EXISTS) ? "createTableIfNotExists" : "createTable";
        return call(verb, name(operation.table().name()), SchemaSource.elements(operation.table()));
    }

    @Override
    public String visit(RenameTable operation) {
        return call("renameTable", name(operation.name()), List.of(text(operation.newName())));
    }

    @Override
    public String visit(DropTable operation) {
        Table definition = operation.definition();
        String table = definition == null
                ? name(operation.name())
                : Call.of("table", name(definition.name()))
                        .with(SchemaSource.elements(definition))
                        .text();
        return call("dropTable", table, dropped(operation.options()));
    }

    @Override
    public String visit(AddColumn operation) {
        List<String> arguments = new ArrayList<>(List.of(SchemaSource.column(operation.column())));
        arguments.addAll(created(operation.options()));
        return call("addColumn", name(operation.table()), arguments);
    }

    @Override
    public String visit(AlterColumn operation) {
        return call(
                "alterColumn",
                name(operation.table()),
                List.of(text(operation.column()), ColumnChangeSource.of(operation.change())));
    }

    @Override
    public String visit(RenameColumn operation) {
        return call(
                "renameColumn", name(operation.table()), List.of(text(operation.name()), text(operation.newName())));
    }

    @Override
    public String visit(DropColumn operation) {
        String column =
                operation.definition() == null ? text(operation.name()) : SchemaSource.column(operation.definition());
        return fromTable("dropColumn", operation.table(), column, operation.options());
    }

    @Override
    public String visit(AddConstraint operation) {
        return call("addConstraint", name(operation.table()), List.of(SchemaSource.constraint(operation.constraint())));
    }

    @Override
    public String visit(ValidateConstraint operation) {
        return call("validateConstraint", name(operation.table()), List.of(text(operation.name())));
    }

    @Override
    public String visit(RenameConstraint operation) {
        return call(
                "renameConstraint",
                name(operation.table()),
                List.of(text(operation.name()), text(operation.newName())));
    }

    @Override
    public String visit(DropConstraint operation) {
        String constraint = operation.definition() == null
                ? text(operation.name())
                : SchemaSource.constraint(operation.definition());
        return fromTable("dropConstraint", operation.table(), constraint, operation.options());
    }

    @Override
    public String visit(CreateIndex operation) {
        return call(
                "createIndex",
                SchemaSource.index(operation.index(), operation.concurrently()),
                created(operation.options()));
    }

    @Override
    public String visit(RenameIndex operation) {
        return call("renameIndex", name(operation.name()), List.of(text(operation.newName())));
    }

    @Override
    public String visit(DropIndex operation) {
        if (operation.definition() != null) {
            String index = SchemaSource.index(operation.definition(), operation.concurrently());
            return call("dropIndex", index, dropped(operation.options()));
        }
        String verb = operation.concurrently() ? "dropIndexConcurrently" : "dropIndex";
        return call(verb, name(operation.name()), dropped(operation.options()));
    }

    @Override
    public String visit(CommentOn operation) {
        List<String> arguments = new ArrayList<>();
        arguments.add(TextBlock.of(operation.to()));
        if (operation.from() != null) {
            arguments.add(TextBlock.of(operation.from()));
        }
        return call("commentOn", TargetSource.of(operation.target()), arguments);
    }

    @Override
    public String visit(AlterTable operation) {
        return call("alterTable", name(operation.table()), List.of(TableSource.change(operation.change())));
    }

    @Override
    public String visit(OwnSequence operation) {
        ColumnReference to = operation.to();
        ColumnReference from = operation.from();
        List<String> columns = new ArrayList<>();
        if (to != null) {
            columns.add(column(to));
        }
        if (from != null) {
            columns.add(column(from));
        }
        return call(to == null ? "freeSequence" : "ownSequence", name(operation.sequence()), columns);
    }

    @Override
    public String visit(CreateObject operation) {
        return call("create", ObjectSource.of(operation.object()), created(operation.options()));
    }

    @Override
    public String visit(ChangeObject operation) {
        return call("change", ObjectSource.of(operation.from()), List.of(ObjectSource.of(operation.to())));
    }

    @Override
    public String visit(RenameObject operation) {
        return call("rename", TargetSource.of(operation.id()), List.of(text(operation.newName())));
    }

    @Override
    public String visit(DropObject operation) {
        CommonObject definition = operation.definition();
        String object = definition == null ? TargetSource.of(operation.id()) : ObjectSource.of(definition);
        return call("drop", object, dropped(operation.options()));
    }

    @Override
    public String visit(SetOwner operation) {
        List<String> roles = new ArrayList<>(List.of(text(operation.to())));
        if (operation.from() != null) {
            roles.add(text(operation.from()));
        }
        return call("setOwner", TargetSource.of(operation.on()), roles);
    }

    @Override
    public String visit(GrantPrivileges operation) {
        return privileges("grant", operation.grant());
    }

    @Override
    public String visit(RevokePrivileges operation) {
        return privileges("revoke", operation.grant());
    }

    @Override
    public String visit(ExecuteSql operation) {
        List<String> arguments = new ArrayList<>();
        if (operation.reverseSql() != null) {
            arguments.add(TextBlock.of(operation.reverseSql()));
        }
        return call("execute", TextBlock.of(operation.sql()), arguments);
    }

    @Override
    public String visit(BulkInsert operation) {
        List<String> arguments = new ArrayList<>();
        arguments.add("columns(" + String.join(", ", SchemaSource.texts(operation.columns())) + ")");
        for (List<@Nullable Object> row : operation.rows()) {
            List<String> values = new ArrayList<>();
            // A single null would be taken for no array of values at all.
            row.forEach(value -> values.add(value == null ? "(Object) null" : JavaLiterals.of(value)));
            arguments.add("row(" + String.join(", ", values) + ")");
        }
        return call("bulkInsert", name(operation.table()), arguments);
    }

    @Override
    public String visit(UpdateInBatches operation) {
        return call(
                "inBatches",
                name(operation.table()),
                List.of(TextBlock.of(operation.set()), TextBlock.of(operation.where())));
    }

    @Override
    public String visit(RunCode operation) {
        return "// run: " + operation.description().replaceAll("\\s+", " ");
    }

    @Override
    public String visit(CustomOperation operation) {
        return call("perform", operation.source(), List.of());
    }

    private static String column(ColumnReference column) {
        return "columnOf(" + name(column.table()) + ", " + text(column.column()) + ")";
    }

    private static String privileges(String verb, Grant grant) {
        List<String> arguments = new ArrayList<>();
        arguments.add(grant.role().equals(Grant.PUBLIC) ? "PUBLIC" : text(grant.role()));
        grant.privileges().forEach(privilege -> arguments.add(text(privilege)));
        return call(grant.grantable() ? verb + "WithGrantOption" : verb, TargetSource.of(grant.on()), arguments);
    }

    private static String fromTable(String verb, QualifiedName table, String object, Set<DropOption> options) {
        List<String> arguments = new ArrayList<>(List.of(object));
        arguments.addAll(dropped(options));
        return call(verb, name(table), arguments);
    }

    private static String call(String verb, String first, List<String> others) {
        return Call.of("op." + verb, first).with(others).text() + ";";
    }

    private static List<String> created(Set<CreateOption> options) {
        return options.isEmpty() ? List.of() : List.of("IF_NOT_EXISTS");
    }

    private static List<String> dropped(Set<DropOption> options) {
        List<String> words = new ArrayList<>();
        if (options.contains(DropOption.IF_EXISTS)) {
            words.add("IF_EXISTS");
        }
        if (options.contains(DropOption.CASCADE)) {
            words.add("CASCADING");
        }
        return words;
    }

    private static String text(String text) {
        return JavaLiterals.text(text);
    }

    private static String name(QualifiedName name) {
        return text(name.text());
    }
}
