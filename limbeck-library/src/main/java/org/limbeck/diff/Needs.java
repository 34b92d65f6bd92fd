package org.limbeck.diff;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.limbeck.schema.Attribute;
import org.limbeck.schema.Column;
import org.limbeck.schema.ColumnReference;
import org.limbeck.schema.CompositeType;
import org.limbeck.schema.Constraint;
import org.limbeck.schema.DataType;
import org.limbeck.schema.Dependency;
import org.limbeck.schema.Domain;
import org.limbeck.schema.Exclusion;
import org.limbeck.schema.ExclusionElement;
import org.limbeck.schema.Extension;
import org.limbeck.schema.ForeignKey;
import org.limbeck.schema.Index;
import org.limbeck.schema.IndexElement;
import org.limbeck.schema.ObjectId;
import org.limbeck.schema.ObjectKind;
import org.limbeck.schema.Partition;
import org.limbeck.schema.PrimaryKey;
import org.limbeck.schema.QualifiedName;
import org.limbeck.schema.Schema;
import org.limbeck.schema.SchemaObject;
import org.limbeck.schema.Sequence;
import org.limbeck.schema.Table;
import org.limbeck.schema.Unique;

/** Which element of a schema needs which: what the server recorded, and what the objects say themselves. */
final class Needs {

    private final Schema schema;
    private final List<Dependency> all = new ArrayList<>();
    private final Map<QualifiedName, List<Index>> uniqueIndexes = new HashMap<>();

    private Needs(Schema schema) {
        this.schema = schema;
    }

    /**
     * What elements need at first hand.
     *
     * @param names of the objects whose needs are asked for, and whose parts' are; what else needs something may be left out
     */
    static List<Dependency> of(Schema schema, Predicate<QualifiedName> names) {
        Needs needs = new Needs(schema);
        for (Dependency dependency : schema.dependencies()) {
            if (names.test(dependency.from().name())) {
                needs.recorded(dependency);
            }
        }
        for (Index index : schema.all(Index.class)) {
            if (index.unique()) {
                needs.uniqueIndexes
                        .computeIfAbsent(index.table(), key -> new ArrayList<>())
                        .add(index);
            }
        }
        for (SchemaObject object : schema.objects().values()) {
            // The column that a sequence belongs to is what needs the sequence.
            if (object instanceof Sequence || names.test(object.id().name())) {
                needs.object(object);
            }
        }
        return needs.all;
    }

    /** Which elements need each one at first hand. */
    static Map<ObjectId, Set<ObjectId>> users(Schema schema) {
        Map<ObjectId, Set<ObjectId>> users = new HashMap<>();
        for (Dependency dependency : of(schema, name -> true)) {
            users.computeIfAbsent(dependency.to(), key -> new LinkedHashSet<>()).add(dependency.from());
        }
        return users;
    }

    /** A sequence goes with the column that owns it, but the column is the one that needs the sequence. */
    private void recorded(Dependency dependency) {
        if (dependency.from().kind() != ObjectKind.SEQUENCE) {
            add(element(dependency.from()), element(dependency.to()));
        }
    }

    /** A column of a view comes and goes with the view. */
    private ObjectId element(ObjectId id) {
        return id.kind() == ObjectKind.COLUMN && schema.table(id.name()) == null
                ? Elements.relation(schema, id.name())
                : Elements.of(id);
    }

    private void add(ObjectId from, @Nullable ObjectId to) {
        if (to != null && !from.equals(to)) {
            all.add(new Dependency(from, to));
        }
    }

    private void object(SchemaObject object) {
        ObjectId id = Elements.of(object.id());
        if (id.name().schema() != null && !id.kind().belongsToTable()) {
            add(id, ObjectId.of(ObjectKind.SCHEMA, id.name().schema()));
        }
        if (id.kind().belongsToTable()) {
            add(id, Elements.relation(schema, id.name()));
        }
        if (object instanceof Table table) {
            table(table);
        } else if (object instanceof Index index) {
            index(index, id);
        } else if (object instanceof Sequence sequence) {
            sequence(sequence, id);
        } else if (object instanceof Extension extension && extension.schema() != null) {
            add(id, ObjectId.of(ObjectKind.SCHEMA, extension.schema()));
        } else if (object instanceof Domain domain) {
            type(id, domain.type());
        } else if (object instanceof CompositeType type) {
            for (Attribute attribute : type.attributes()) {
                type(id, attribute.type());
            }
        }
    }

    private void table(Table table) {
        ObjectId id = ObjectId.table(table.name());
        Partition partition = table.options().partition();
        if (partition != null) {
            add(id, ObjectId.table(partition.parent()));
        }
        table.options().inherits().forEach(parent -> add(id, ObjectId.table(parent)));
        if (table.options().foreign() != null) {
            add(id, ObjectId.of(ObjectKind.SERVER, table.options().foreign().server()));
        }
        if (table.options().ofType() != null) {
            type(id, new DataType.Named(table.options().ofType()));
        }
        for (Column column : table.columns()) {
            type(Elements.of(table, column), column.type());
        }
        for (Constraint constraint : table.constraints()) {
            constraint(table, constraint);
        }
    }

    private void constraint(Table table, Constraint constraint) {
        ObjectId id = Elements.of(table, constraint);
        if (constraint instanceof PrimaryKey key) {
            columns(id, table.name(), key.columns(), key.include());
        } else if (constraint instanceof Unique unique) {
            columns(id, table.name(), unique.columns(), unique.include());
        } else if (constraint instanceof Exclusion exclusion) {
            List<IndexElement> elements =
                    exclusion.elements().stream().map(ExclusionElement::element).toList();
            columns(id, table.name(), plain(elements), exclusion.include());
        } else if (constraint instanceof ForeignKey key) {
            add(id, ObjectId.table(key.referencedTable()));
            columns(id, table.name(), key.columns(), List.of());
            columns(id, key.referencedTable(), key.referencedColumns(), List.of());
            add(id, referenced(key));
        }
    }

    /** The constraint or index that makes the columns, which a foreign key refers to, unique. */
    private @Nullable ObjectId referenced(ForeignKey key) {
        Table table = schema.table(key.referencedTable());
        Set<String> columns = Set.copyOf(key.referencedColumns());
        if (table == null) {
            return null;
        }
        for (Constraint constraint : table.constraints()) {
            boolean matches = constraint instanceof PrimaryKey primary
                    ? columns.isEmpty() || columns.equals(Set.copyOf(primary.columns()))
                    : constraint instanceof Unique unique && columns.equals(Set.copyOf(unique.columns()));
            if (matches) {
                return Elements.of(table, constraint);
            }
        }
        for (Index index : uniqueIndexes.getOrDefault(table.name(), List.of())) {
            if (columns.equals(Set.copyOf(plain(index.elements())))) {
                return index.id();
            }
        }
        return null;
    }

    private void index(Index index, ObjectId id) {
        add(id, Elements.relation(schema, index.table()));
        columns(id, index.table(), plain(index.elements()), index.include());
    }

    private void sequence(Sequence sequence, ObjectId id) {
        ColumnReference owner = sequence.owner();
        Table table = owner == null ? null : schema.table(owner.table());
        Column column = table == null
                ? null
                : Elements.column(table, Objects.requireNonNull(owner).column());
        if (table != null && column != null && Elements.isSerial(column)) {
            add(Elements.of(table, column), id);
        }
    }

    private void columns(ObjectId from, QualifiedName table, List<String> columns, List<String> include) {
        columns.forEach(column -> add(from, ObjectId.column(table, column)));
        include.forEach(column -> add(from, ObjectId.column(table, column)));
    }

    private void type(ObjectId from, DataType type) {
        if (type instanceof DataType.ArrayOf array) {
            type(from, array.element());
        } else if (type instanceof DataType.Named named) {
            add(from, Elements.type(schema, named.name()));
        }
    }

    private static List<String> plain(List<IndexElement> elements) {
        return elements.stream()
                .filter(element -> !element.expression())
                .map(IndexElement::term)
                .toList();
    }
}
