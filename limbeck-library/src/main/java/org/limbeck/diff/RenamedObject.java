package org.limbeck.diff;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.limbeck.schema.Attribute;
import org.limbeck.schema.Check;
import org.limbeck.schema.ColumnReference;
import org.limbeck.schema.CompositeType;
import org.limbeck.schema.DataType;
import org.limbeck.schema.Domain;
import org.limbeck.schema.EnumType;
import org.limbeck.schema.Index;
import org.limbeck.schema.IndexElement;
import org.limbeck.schema.MaterializedView;
import org.limbeck.schema.ObjectId;
import org.limbeck.schema.Policy;
import org.limbeck.schema.QualifiedName;
import org.limbeck.schema.SchemaObject;
import org.limbeck.schema.ScriptedObject;
import org.limbeck.schema.Sequence;
import org.limbeck.schema.Table;
import org.limbeck.schema.View;

/** One object as it is after a {@link Renaming}. */
final class RenamedObject {

    private final Renaming renaming;

    RenamedObject(Renaming renaming) {
        this.renaming = renaming;
    }

    SchemaObject of(SchemaObject object) {
        ObjectId id = object.id();
        if (object instanceof Table table) {
            return new RenamedTable(renaming, this).of(table);
        }
        if (object instanceof Index index) {
            return index(index, id);
        }
        if (object instanceof Sequence sequence) {
            return sequence(sequence, id);
        }
        if (object instanceof EnumType type) {
            List<String> values = type.values().stream()
                    .map(value -> renaming.values(id).getOrDefault(value, value))
                    .toList();
            return new EnumType(name(id), values);
        }
        if (object instanceof Domain domain) {
            return domain(domain, id);
        }
        if (object instanceof CompositeType type) {
            return new CompositeType(
                    name(id), type.attributes().stream().map(this::attribute).toList());
        }
        if (object instanceof View view) {
            return new View(name(id), renaming.text(id, view.query()), view.options());
        }
        if (object instanceof MaterializedView view) {
            return new MaterializedView(
                    name(id),
                    renaming.text(id, view.query()),
                    view.storageParameters(),
                    view.tablespace(),
                    view.populated());
        }
        if (object instanceof Policy policy) {
            return new Policy(
                    renaming.relation(policy.table()),
                    Objects.requireNonNull(renaming.id(id).part()),
                    policy.permissive(),
                    policy.command(),
                    policy.roles(),
                    renaming.optionalText(id, policy.using()),
                    renaming.optionalText(id, policy.withCheck()));
        }
        return object instanceof ScriptedObject scripted ? scripted(scripted, id) : object;
    }

    Attribute attribute(Attribute attribute) {
        return new Attribute(attribute.name(), type(attribute.type()), attribute.collation());
    }

    DataType type(DataType type) {
        if (type instanceof DataType.ArrayOf array) {
            return new DataType.ArrayOf(type(array.element()));
        }
        return type instanceof DataType.Named named ? new DataType.Named(renaming.type(named.name())) : type;
    }

    IndexElement element(ObjectId owner, QualifiedName table, IndexElement element) {
        String term =
                element.expression() ? renaming.text(owner, element.term()) : renaming.column(table, element.term());
        return new IndexElement(
                term,
                element.expression(),
                element.collation(),
                element.operatorClass(),
                element.order(),
                element.nulls(),
                element.statistics());
    }

    private QualifiedName name(ObjectId id) {
        return id.name().withName(renaming.name(id));
    }

    private Index index(Index index, ObjectId id) {
        return new Index(
                renaming.name(id),
                renaming.relation(index.table()),
                index.unique(),
                index.method(),
                index.elements().stream()
                        .map(element -> element(id, index.table(), element))
                        .toList(),
                renaming.columns(index.table(), index.include()),
                index.nullsDistinct(),
                index.storageParameters(),
                index.tablespace(),
                renaming.optionalText(id, index.where()));
    }

    private Sequence sequence(Sequence sequence, ObjectId id) {
        return new Sequence(
                name(id), sequence.type(), sequence.options(), owner(sequence.owner()), sequence.unlogged());
    }

    private @Nullable ColumnReference owner(@Nullable ColumnReference owner) {
        return owner == null
                ? null
                : new ColumnReference(renaming.relation(owner.table()), renaming.column(owner.table(), owner.column()));
    }

    private Domain domain(Domain domain, ObjectId id) {
        return new Domain(
                name(id),
                type(domain.type()),
                domain.collation(),
                domain.nullable(),
                renaming.optionalText(id, domain.defaultExpression()),
                domain.checks().stream()
                        .map(check -> new Check(
                                check.name(),
                                renaming.text(id, check.expression()),
                                check.inherited(),
                                check.validated(),
                                check.enforced()))
                        .toList());
    }

    /** Its statement says its own name too. */
    private ScriptedObject scripted(ScriptedObject object, ObjectId id) {
        ObjectId now = renaming.id(id);
        String definition = renaming.text(id, object.definition());
        String old = id.part() != null && id.kind().belongsToTable()
                ? id.part()
                : id.name().name();
        String name = id.part() != null && id.kind().belongsToTable()
                ? Objects.requireNonNull(now.part())
                : now.name().name();
        if (!old.equals(name)) {
            definition = SqlHead.renamed(definition, old, name);
        }
        return new ScriptedObject(now, definition, object.firing());
    }
}
