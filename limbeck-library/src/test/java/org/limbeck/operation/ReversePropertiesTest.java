package org.limbeck.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.limbeck.schema.Check;
import org.limbeck.schema.Column;
import org.limbeck.schema.ColumnReference;
import org.limbeck.schema.ColumnStorage;
import org.limbeck.schema.ColumnValue;
import org.limbeck.schema.Constraint;
import org.limbeck.schema.DataType;
import org.limbeck.schema.EnumType;
import org.limbeck.schema.Extension;
import org.limbeck.schema.Firing;
import org.limbeck.schema.ForeignKey;
import org.limbeck.schema.Grant;
import org.limbeck.schema.Index;
import org.limbeck.schema.IndexElement;
import org.limbeck.schema.ObjectId;
import org.limbeck.schema.ObjectKind;
import org.limbeck.schema.Partition;
import org.limbeck.schema.QualifiedName;
import org.limbeck.schema.ScriptedObject;
import org.limbeck.schema.Sequence;
import org.limbeck.schema.SequenceOptions;
import org.limbeck.schema.Table;
import org.limbeck.schema.TableOptions;

/** Undoing what undoes an operation is that operation again. */
class ReversePropertiesTest {

    @Property(tries = 2000)
    void theReverseOfTheReverseIsTheOperationItself(@ForAll("operations") Operation operation) {
        operation.reverse().ifPresent(reverse -> assertThat(reverse.reverse()).contains(operation));
    }

    @Provide
    Arbitrary<Operation> operations() {
        Arbitrary<Set<CreateOption>> create = Arbitraries.of(CreateOption.class).set();
        Arbitrary<Set<DropOption>> drop = Arbitraries.of(DropOption.class).set();
        return Arbitraries.oneOf(List.of(
                Combinators.combine(name(), create).as(CreateSchema::new),
                Combinators.combine(name(), drop).as(DropSchema::new),
                Combinators.combine(name(), name()).as(RenameSchema::new),
                Combinators.combine(extension(), create).as(CreateExtension::new),
                Combinators.combine(extension(), drop).as((it, options) -> new DropExtension(it.name(), it, options)),
                type().map(CreateEnum::new),
                Combinators.combine(qualified(), name(), name().injectNull(0.5), create)
                        .as((it, value, other, options) -> new AddEnumValue(it, value, other, false, options)),
                Combinators.combine(qualified(), name(), name()).as(RenameEnumValue::new),
                Combinators.combine(qualified(), name()).as(RenameEnum::new),
                Combinators.combine(type(), drop).as((it, options) -> new DropEnum(it.name(), it, options)),
                Combinators.combine(sequence(), create).as(CreateSequence::new),
                Combinators.combine(qualified(), counting(), counting().injectNull(0.3))
                        .as(AlterSequence::new),
                Combinators.combine(qualified(), name()).as(RenameSequence::new),
                Combinators.combine(sequence(), drop).as((it, options) -> new DropSequence(it.name(), it, options)),
                Combinators.combine(table(), create).as(CreateTable::new),
                Combinators.combine(qualified(), name()).as(RenameTable::new),
                Combinators.combine(table(), drop).as((it, options) -> new DropTable(it.name(), it, options)),
                Combinators.combine(qualified(), column(), create).as(AddColumn::new),
                Combinators.combine(qualified(), name(), change()).as(AlterColumn::new),
                Combinators.combine(qualified(), name(), name()).as(RenameColumn::new),
                Combinators.combine(qualified(), column(), drop)
                        .as((it, column, options) -> new DropColumn(it, column.name(), column, options)),
                Combinators.combine(qualified(), constraint()).as(AddConstraint::new),
                Combinators.combine(qualified(), name()).as(ValidateConstraint::new),
                Combinators.combine(qualified(), name(), name()).as(RenameConstraint::new),
                Combinators.combine(qualified(), constraint(), drop)
                        .as((it, constraint, options) ->
                                new DropConstraint(it, String.valueOf(constraint.name()), constraint, options)),
                Combinators.combine(index(), Arbitraries.of(true, false), create)
                        .as(CreateIndex::new),
                Combinators.combine(qualified(), name()).as(RenameIndex::new),
                Combinators.combine(index(), Arbitraries.of(true, false), drop)
                        .as((it, concurrently, options) -> new DropIndex(
                                it.table().withName(String.valueOf(it.name())), it, concurrently, options)),
                Combinators.combine(qualified(), name(), name().injectNull(0.3))
                        .as((it, to, from) -> new CommentOn(ObjectId.table(it), to, from)),
                Combinators.combine(name(), name().injectNull(0.3)).as(ExecuteSql::new),
                Combinators.combine(qualified(), tableChange()).as(AlterTable::new),
                Combinators.combine(
                                qualified(),
                                reference().injectNull(0.3),
                                reference().injectNull(0.3))
                        .as(OwnSequence::new),
                Combinators.combine(object(), create).as(CreateObject::new),
                Combinators.combine(object(), Arbitraries.of(Firing.class))
                        .as((it, firing) -> new ChangeObject(it, it.firing(firing))),
                Combinators.combine(target(), name()).as(RenameObject::new),
                Combinators.combine(object(), drop).as((it, options) -> new DropObject(it.id(), it, options)),
                Combinators.combine(target(), name(), name().injectNull(0.3)).as(SetOwner::new),
                grant().map(GrantPrivileges::new),
                grant().map(RevokePrivileges::new)));
    }

    private static Arbitrary<ObjectId> target() {
        return Combinators.combine(Arbitraries.of(ObjectKind.class), qualified(), name())
                .as((kind, name, part) ->
                        new ObjectId(kind, name, kind.belongsToTable() || kind.isRoutine() ? part : null));
    }

    private static Arbitrary<ScriptedObject> object() {
        return target().map(id -> ScriptedObject.of(id, "CREATE …"));
    }

    private static Arbitrary<ColumnReference> reference() {
        return Combinators.combine(qualified(), name()).as(ColumnReference::new);
    }

    private static Arbitrary<Grant> grant() {
        return Combinators.combine(
                        target(), name(), Arbitraries.of("SELECT", "UPDATE").set(), Arbitraries.of(true, false))
                .as(Grant::new);
    }

    private static Arbitrary<TableChange> tableChange() {
        Partition partition = new Partition(QualifiedName.of("p"), "DEFAULT");
        return Arbitraries.of(
                new TableChange.Logging(true),
                TableChange.StorageParameters.NONE.set("a", 1, 2).set("b", 1).reset("c", 2),
                TableChange.ForeignOptions.NONE.set("a", "1", "2").set("b", "1").drop("c", "2"),
                TableChange.Tablespace.of("a"),
                TableChange.AccessMethod.of("a").from("b"),
                TableChange.ReplicaIdentity.of("FULL"),
                new TableChange.RowSecurity(false),
                new TableChange.ForcedRowSecurity(true),
                new TableChange.Inherit(partition.parent()),
                new TableChange.NoInherit(partition.parent()),
                new TableChange.Attach(partition),
                new TableChange.Detach(partition));
    }

    private static Arbitrary<String> name() {
        return Arbitraries.strings().withChars("aB\"'é. ").ofMinLength(1).ofMaxLength(8);
    }

    private static Arbitrary<QualifiedName> qualified() {
        return Combinators.combine(name().injectNull(0.5), name()).as(QualifiedName::new);
    }

    private static Arbitrary<Extension> extension() {
        return Combinators.combine(name(), name().injectNull(0.5), name().injectNull(0.5))
                .as(Extension::new);
    }

    private static Arbitrary<EnumType> type() {
        return Combinators.combine(qualified(), name().list().ofMaxSize(3)).as(EnumType::new);
    }

    private static Arbitrary<SequenceOptions> counting() {
        Arbitrary<Long> number = Arbitraries.longs().injectNull(0.5);
        return Combinators.combine(
                        number,
                        number,
                        number,
                        number,
                        number,
                        Arbitraries.of(true, false).injectNull(0.5))
                .as(SequenceOptions::new);
    }

    private static Arbitrary<Sequence> sequence() {
        return Combinators.combine(qualified(), counting())
                .as((name, options) -> new Sequence(name, null, options, null, false));
    }

    private static Arbitrary<Table> table() {
        return Combinators.combine(
                        qualified(),
                        column().list().ofMaxSize(2),
                        constraint().list().ofMaxSize(2),
                        name().injectNull(0.5))
                .as((name, columns, constraints, comment) ->
                        new Table(name, columns, constraints, TableOptions.NONE, comment));
    }

    private static Arbitrary<Column> column() {
        Column plain = Column.of("plain", new DataType.BuiltIn("integer"));
        return Combinators.combine(name(), Arbitraries.of(plain, plain.notNull(), plain.defaultTo(1), plain.identity()))
                .as((name, like) -> new Column(
                        name, like.type(), like.nullable(), like.value(), null, ColumnStorage.DEFAULT, null));
    }

    private static Arbitrary<Constraint> constraint() {
        return Combinators.combine(
                        name(),
                        Arbitraries.of(
                                new Check(null, "true", true, true, true).notValid(),
                                ForeignKey.of(List.of("a"), "other"),
                                ForeignKey.of(List.of("a", "b"), "s.other", "x", "y")
                                        .notValid()))
                .as((name, constraint) -> constraint.named(name));
    }

    private static Arbitrary<Index> index() {
        return Combinators.combine(name(), qualified(), Arbitraries.of(true, false))
                .as((name, table, unique) -> {
                    Index index = Index.of(name, "t", List.of(IndexElement.column("a")));
                    return new Index(
                            name,
                            table,
                            unique,
                            index.method(),
                            index.elements(),
                            List.of(),
                            true,
                            index.storageParameters(),
                            null,
                            null);
                });
    }

    private static Arbitrary<ColumnChange> change() {
        DataType text = new DataType.BuiltIn("text");
        ColumnValue.Identity identity = new ColumnValue.Identity(true, SequenceOptions.NONE);
        ColumnValue one = new ColumnValue.Literal(1);
        return Arbitraries.of(
                new ColumnChange.Type(text, null, "a", null, null, null),
                new ColumnChange.Type(text, null, "a", new DataType.BuiltIn("integer"), null, "b"),
                new ColumnChange.Nullability(true),
                new ColumnChange.DefaultValue(one, null),
                new ColumnChange.DefaultValue(one, new ColumnValue.None()),
                new ColumnChange.AddIdentity(identity),
                new ColumnChange.SetIdentity(identity, null),
                new ColumnChange.SetIdentity(identity, new ColumnValue.Identity(false, SequenceOptions.NONE)),
                new ColumnChange.DropIdentity(null),
                new ColumnChange.DropIdentity(identity),
                new ColumnChange.GeneratedExpression("a", "b"),
                new ColumnChange.DropGenerated());
    }
}
