package org.limbeck.migration;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.limbeck.operation.AddColumn;
import org.limbeck.operation.AddConstraint;
import org.limbeck.operation.AddEnumValue;
import org.limbeck.operation.AlterColumn;
import org.limbeck.operation.AlterSequence;
import org.limbeck.operation.AlterTable;
import org.limbeck.operation.BulkInsert;
import org.limbeck.operation.ChangeObject;
import org.limbeck.operation.ColumnChange;
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
import org.limbeck.operation.TableChange;
import org.limbeck.operation.UpdateInBatches;
import org.limbeck.operation.ValidateConstraint;
import org.limbeck.problem.Place;
import org.limbeck.problem.Problem;
import org.limbeck.problem.ProblemCode;
import org.limbeck.schema.Column;
import org.limbeck.schema.ColumnReference;
import org.limbeck.schema.CommonObject;
import org.limbeck.schema.Constraint;
import org.limbeck.schema.EnumType;
import org.limbeck.schema.Extension;
import org.limbeck.schema.Grant;
import org.limbeck.schema.Index;
import org.limbeck.schema.IndexBuild;
import org.limbeck.schema.NamingConvention;
import org.limbeck.schema.ObjectId;
import org.limbeck.schema.QualifiedName;
import org.limbeck.schema.Sequence;
import org.limbeck.schema.SequenceOptions;
import org.limbeck.schema.Table;
import org.limbeck.schema.TableElement;

/**
 * The verbs of a migration. Each call is kept as one {@link Operation}, in order; nothing is run here. Names of objects are
 * {@code name} or {@code schema.name}, letter for letter.
 */
public final class Operations {

    private final NamingConvention naming;
    private final Supplier<@Nullable Place> caller;
    private final Remarks remarks;
    private final List<RecordedOperation> recorded;

    Operations(NamingConvention naming, Supplier<@Nullable Place> caller) {
        this(naming, caller, Remarks.NONE, new ArrayList<>());
    }

    private Operations(
            NamingConvention naming,
            Supplier<@Nullable Place> caller,
            Remarks remarks,
            List<RecordedOperation> recorded) {
        this.naming = naming;
        this.caller = caller;
        this.remarks = remarks;
        this.recorded = recorded;
    }

    List<RecordedOperation> recorded() {
        return List.copyOf(recorded);
    }

    // What is said about an operation besides

    /**
     * The same verbs; what they record is sent as it is written, even where that holds up writers of a large table:
     * {@code op.literally().createIndex(...)}.
     */
    public Operations literally() {
        return remarking(new Remarks(true, false, Set.of()));
    }

    /**
     * The same verbs; where a column of a large table gets a wider type for which all rows have to be written anew, another column is filled in
     * batches and takes its place: {@code op.expanding().alterColumn("orders", "id", type("bigint"))}. It stands last in the
     * table then.
     */
    public Operations expanding() {
        return remarking(new Remarks(false, true, Set.of()));
    }

    /**
     * The same verbs; a hazard of what they record is known and accepted: {@code op.accepting("S20", "nobody reads it since 1.4").dropColumn(...)}.
     *
     * @param code the code that {@code limbeck lint} or {@code limbeck plan} shows
     * @param reason why, for those who read the migration
     */
    public Operations accepting(String code, String reason) {
        if (reason.isBlank()) {
            throw Problem.of(
                            ProblemCode.INVALID_OPERATION,
                            "the hazard " + code + " is accepted without a reason: who accepts something can say why")
                    .exception();
        }
        return remarking(new Remarks(false, false, Set.of(code)));
    }

    private Operations remarking(Remarks more) {
        return new Operations(naming, caller, remarks.and(more), recorded);
    }

    // Schemas and extensions

    public void createSchema(String name, CreateOption... options) {
        keep(new CreateSchema(name, Set.of(options)));
    }

    public void dropSchema(String name, DropOption... options) {
        keep(new DropSchema(name, Set.of(options)));
    }

    public void renameSchema(String name, String newName) {
        keep(new RenameSchema(name, newName));
    }

    public void createExtension(String name, CreateOption... options) {
        createExtension(Extension.of(name), options);
    }

    public void createExtension(Extension extension, CreateOption... options) {
        keep(new CreateExtension(extension, Set.of(options)));
    }

    public void dropExtension(String name, DropOption... options) {
        keep(new DropExtension(name, null, Set.of(options)));
    }

    public void dropExtension(Extension extension, DropOption... options) {
        keep(new DropExtension(extension.name(), extension, Set.of(options)));
    }

    // Enums

    public void createEnum(String name, String... values) {
        keep(new CreateEnum(EnumType.of(name, values)));
    }

    /** Adds a value at the end. */
    public void addEnumValue(String type, String value, CreateOption... options) {
        keep(new AddEnumValue(QualifiedName.of(type), value, null, false, Set.of(options)));
    }

    public void addEnumValueBefore(String type, String value, String neighbour, CreateOption... options) {
        keep(new AddEnumValue(QualifiedName.of(type), value, neighbour, true, Set.of(options)));
    }

    public void addEnumValueAfter(String type, String value, String neighbour, CreateOption... options) {
        keep(new AddEnumValue(QualifiedName.of(type), value, neighbour, false, Set.of(options)));
    }

    public void renameEnumValue(String type, String value, String newValue) {
        keep(new RenameEnumValue(QualifiedName.of(type), value, newValue));
    }

    public void renameEnum(String name, String newName) {
        keep(new RenameEnum(QualifiedName.of(name), newName));
    }

    public void dropEnum(String name, DropOption... options) {
        keep(new DropEnum(QualifiedName.of(name), null, Set.of(options)));
    }

    /** Drops an enum and says what it was, so that this can be undone. */
    public void dropEnum(EnumType type, DropOption... options) {
        keep(new DropEnum(type.name(), type, Set.of(options)));
    }

    // Sequences

    public void createSequence(String name, CreateOption... options) {
        createSequence(Sequence.of(name), options);
    }

    public void createSequence(Sequence sequence, CreateOption... options) {
        keep(new CreateSequence(sequence, Set.of(options)));
    }

    public void alterSequence(String name, SequenceOptions to) {
        keep(new AlterSequence(QualifiedName.of(name), to, null));
    }

    /** Changes how a sequence counts and says how it did before, so that this can be undone. */
    public void alterSequence(String name, SequenceOptions to, SequenceOptions from) {
        keep(new AlterSequence(QualifiedName.of(name), to, from));
    }

    /** Says with which column a sequence is dropped, one that belonged to none. */
    public void ownSequence(String name, ColumnReference to) {
        keep(new OwnSequence(QualifiedName.of(name), to, null));
    }

    /** Gives a sequence to another column than before. */
    public void ownSequence(String name, ColumnReference to, ColumnReference from) {
        keep(new OwnSequence(QualifiedName.of(name), to, from));
    }

    /** Makes a sequence stay when the column is dropped to which it belonged. */
    public void freeSequence(String name, ColumnReference from) {
        keep(new OwnSequence(QualifiedName.of(name), null, from));
    }

    public void renameSequence(String name, String newName) {
        keep(new RenameSequence(QualifiedName.of(name), newName));
    }

    public void dropSequence(String name, DropOption... options) {
        keep(new DropSequence(QualifiedName.of(name), null, Set.of(options)));
    }

    /** Drops a sequence and says what it was, so that this can be undone. */
    public void dropSequence(Sequence sequence, DropOption... options) {
        keep(new DropSequence(sequence.name(), sequence, Set.of(options)));
    }

    // Tables

    public void createTable(String name, TableElement... elements) {
        keep(new CreateTable(named(Table.of(name, elements)), Set.of()));
    }

    /** Creates the table unless there is one of that name, whatever that looks like. */
    public void createTableIfNotExists(String name, TableElement... elements) {
        keep(new CreateTable(named(Table.of(name, elements)), Set.of(CreateOption.IF_NOT_EXISTS)));
    }

    /** Changes what is neither a column nor a constraint, one statement for each change, in this order. */
    public void alterTable(String name, TableChange... changes) {
        for (TableChange change : changes) {
            keep(new AlterTable(QualifiedName.of(name), change));
        }
    }

    public void renameTable(String name, String newName) {
        keep(new RenameTable(QualifiedName.of(name), newName));
    }

    public void dropTable(String name, DropOption... options) {
        keep(new DropTable(QualifiedName.of(name), null, Set.of(options)));
    }

    /** Drops a table and says what it was, so that this can be undone. */
    public void dropTable(Table definition, DropOption... options) {
        keep(new DropTable(definition.name(), named(definition), Set.of(options)));
    }

    // Columns

    public void addColumn(String table, Column column, CreateOption... options) {
        keep(new AddColumn(QualifiedName.of(table), column, Set.of(options)));
    }

    /** Changes a column, one statement for each change, in this order. */
    public void alterColumn(String table, String column, ColumnChange... changes) {
        for (ColumnChange change : changes) {
            keep(new AlterColumn(QualifiedName.of(table), column, change));
        }
    }

    public void renameColumn(String table, String name, String newName) {
        keep(new RenameColumn(QualifiedName.of(table), name, newName));
    }

    public void dropColumn(String table, String name, DropOption... options) {
        keep(new DropColumn(QualifiedName.of(table), name, null, Set.of(options)));
    }

    /** Drops a column and says what it was, so that this can be undone. */
    public void dropColumn(String table, Column column, DropOption... options) {
        keep(new DropColumn(QualifiedName.of(table), column.name(), column, Set.of(options)));
    }

    // Constraints

    /** Adds a primary key, unique constraint, foreign key, check or exclusion constraint. */
    public void addConstraint(String table, Constraint constraint) {
        QualifiedName name = QualifiedName.of(table);
        keep(new AddConstraint(name, naming.named(name, constraint)));
    }

    /** Checks the rows that were there before a constraint was added as not valid. */
    public void validateConstraint(String table, String name) {
        keep(new ValidateConstraint(QualifiedName.of(table), name));
    }

    public void renameConstraint(String table, String name, String newName) {
        keep(new RenameConstraint(QualifiedName.of(table), name, newName));
    }

    public void dropConstraint(String table, String name, DropOption... options) {
        keep(new DropConstraint(QualifiedName.of(table), name, null, Set.of(options)));
    }

    /** Drops a constraint and says what it was, so that this can be undone. */
    public void dropConstraint(String table, Constraint constraint, DropOption... options) {
        QualifiedName name = QualifiedName.of(table);
        Constraint named = naming.named(name, constraint);
        keep(new DropConstraint(name, String.valueOf(named.name()), named, Set.of(options)));
    }

    // Indexes

    public void createIndex(Index index, CreateOption... options) {
        keep(new CreateIndex(naming.named(index), false, Set.of(options)));
    }

    public void createIndex(IndexBuild build, CreateOption... options) {
        keep(new CreateIndex(naming.named(build.index()), build.concurrently(), Set.of(options)));
    }

    public void renameIndex(String name, String newName) {
        keep(new RenameIndex(QualifiedName.of(name), newName));
    }

    public void dropIndex(String name, DropOption... options) {
        keep(new DropIndex(QualifiedName.of(name), null, false, Set.of(options)));
    }

    /** Drops an index while readers and writers go on; such a step runs outside a transaction. */
    public void dropIndexConcurrently(String name, DropOption... options) {
        keep(new DropIndex(QualifiedName.of(name), null, true, Set.of(options)));
    }

    /** Drops an index and says what it was, so that this can be undone. */
    public void dropIndex(Index index, DropOption... options) {
        dropIndex(new IndexBuild(index, false), options);
    }

    /** Drops an index and says what it was, so that this can be undone. */
    public void dropIndex(IndexBuild build, DropOption... options) {
        Index index = naming.named(build.index());
        QualifiedName name = index.table().withName(String.valueOf(index.name()));
        keep(new DropIndex(name, index, build.concurrently(), Set.of(options)));
    }

    // Views, routines, triggers, rules, policies, types and whatever else is no table

    public void create(CommonObject object, CreateOption... options) {
        keep(new CreateObject(object, Set.of(options)));
    }

    /**
     * Makes an object another one of the same kind and name, so that what depends on it and what was granted stays.
     *
     * @param from what it was, so that this can be undone
     */
    public void change(CommonObject from, CommonObject to) {
        keep(new ChangeObject(from, to));
    }

    public void rename(ObjectId object, String newName) {
        keep(new RenameObject(object, newName));
    }

    public void drop(ObjectId object, DropOption... options) {
        keep(new DropObject(object, null, Set.of(options)));
    }

    /** Drops an object and says what it was, so that this can be undone. */
    public void drop(CommonObject object, DropOption... options) {
        keep(new DropObject(object.id(), object, Set.of(options)));
    }

    // Owners and privileges; everybody is the role PUBLIC

    public void setOwner(ObjectId on, String role) {
        keep(new SetOwner(on, role, null));
    }

    /** Changes the owner and says who it was before, so that this can be undone. */
    public void setOwner(ObjectId on, String role, String before) {
        keep(new SetOwner(on, role, before));
    }

    public void grant(ObjectId on, String role, String... privileges) {
        keep(new GrantPrivileges(grant(on, role, false, privileges)));
    }

    /** Grants privileges that the role may pass on. */
    public void grantWithGrantOption(ObjectId on, String role, String... privileges) {
        keep(new GrantPrivileges(grant(on, role, true, privileges)));
    }

    public void revoke(ObjectId on, String role, String... privileges) {
        keep(new RevokePrivileges(grant(on, role, false, privileges)));
    }

    /** Revokes privileges that the role could pass on, together with that. */
    public void revokeWithGrantOption(ObjectId on, String role, String... privileges) {
        keep(new RevokePrivileges(grant(on, role, true, privileges)));
    }

    // Comments; null takes the comment away

    public void commentOn(ObjectId target, @Nullable String text) {
        keep(new CommentOn(target, orNone(text), null));
    }

    /** Changes a comment and says what it was before, so that this can be undone. */
    public void commentOn(ObjectId target, @Nullable String text, @Nullable String before) {
        keep(new CommentOn(target, orNone(text), orNone(before)));
    }

    // Data, and whatever has no verb of its own

    /** Executes SQL in the author's own words; several statements stand with semicolons between them. */
    public void execute(String sql) {
        keep(new ExecuteSql(sql, null));
    }

    /** Executes SQL and says what undoes it. */
    public void execute(String sql, String reverseSql) {
        keep(new ExecuteSql(sql, reverseSql));
    }

    /** Inserts rows; the values are written as literals, each as its class says. */
    public void bulkInsert(String table, List<String> columns, Row... rows) {
        bulkInsert(table, columns, List.of(rows));
    }

    /** Inserts rows; the values are written as literals, each as its class says. */
    public void bulkInsert(String table, List<String> columns, List<Row> rows) {
        keep(new BulkInsert(
                QualifiedName.of(table), columns, rows.stream().map(Row::values).toList()));
    }

    /**
     * Changes many rows in short transactions, in the order of the primary key, while others work with the table. An
     * interrupted run is continued by the next one behind the last batch. Rows that come behind the last one of the beginning
     * are left alone: whoever inserts them must do it right by then, for example through a default.
     *
     * @param set what is changed, as behind {@code SET}
     * @param where which rows, as behind {@code WHERE}; those that are right already must not be among them
     */
    public void inBatches(String table, String set, String where) {
        keep(new UpdateInBatches(QualifiedName.of(table), set, where));
    }

    /**
     * Runs code that looks at data, inside the revision's transaction. Plans show its description alone, and it can't be
     * written as a script.
     */
    public void run(String description, ConnectionCode code) {
        keep(new RunCode(description, code));
    }

    /** Does what the application says itself. */
    public void perform(CustomOperation operation) {
        keep(operation);
    }

    /**
     * Says in a downgrade that there is no way back; whoever asks for it is refused before anything is run.
     *
     * @param reason why, in a clause, for example {@code the old prices are gone}
     */
    @SuppressWarnings("DoNotCallSuggester") // refusing is what it is for
    public void irreversible(String reason) {
        throw Problem.of(ProblemCode.IRREVERSIBLE, "the revision cannot be undone: " + reason)
                .databaseState("Nothing was changed.")
                .hint("go forward instead, with a revision that repairs what is wrong", "limbeck revision -m \"...\"")
                .exception();
    }

    private static Grant grant(ObjectId on, String role, boolean grantable, String... privileges) {
        if (privileges.length == 0) {
            throw Problem.of(ProblemCode.INVALID_OPERATION, "no privilege on " + on.describe() + " is named")
                    .hint("name them behind the role, for example \"SELECT\", \"INSERT\"")
                    .exception();
        }
        return new Grant(on, role, new HashSet<>(List.of(privileges)), grantable);
    }

    private static String orNone(@Nullable String comment) {
        return comment == null ? "" : comment;
    }

    private void keep(Operation operation) {
        recorded.add(new RecordedOperation(operation, caller.get(), remarks));
    }

    /** Names the constraints that the convention has a pattern for; the server names the others. */
    private Table named(Table table) {
        Set<String> taken = new HashSet<>();
        List<Constraint> constraints = new ArrayList<>();
        for (Constraint constraint : table.constraints()) {
            Constraint kept = constraint;
            if (constraint.name() == null && !naming.leavesToServer(constraint)) {
                Constraint named = naming.named(table.name(), constraint);
                kept = named;
                for (int number = 1; taken.contains(kept.name()); number++) {
                    kept = named.named(named.name() + number);
                }
            }
            if (kept.name() != null) {
                taken.add(kept.name());
            }
            constraints.add(kept);
        }
        return table.constraints(constraints);
    }
}
