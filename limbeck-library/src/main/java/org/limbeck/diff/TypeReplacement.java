package org.limbeck.diff;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.limbeck.operation.Operation;
import org.limbeck.operation.RenameEnum;
import org.limbeck.operation.RenameObject;
import org.limbeck.problem.Problem;
import org.limbeck.problem.ProblemCode;
import org.limbeck.schema.Attribute;
import org.limbeck.schema.Column;
import org.limbeck.schema.CompositeType;
import org.limbeck.schema.DataType;
import org.limbeck.schema.Domain;
import org.limbeck.schema.EnumType;
import org.limbeck.schema.Names;
import org.limbeck.schema.ObjectId;
import org.limbeck.schema.ObjectKind;
import org.limbeck.schema.QualifiedName;
import org.limbeck.schema.Schema;
import org.limbeck.schema.SchemaObject;
import org.limbeck.schema.Table;

/**
 * Moves types aside that can't become what is desired while columns hold their values: under another name they are there
 * until the columns have changed to the new ones.
 *
 * @param schema the schema with the types moved aside
 * @param operations what moves them aside
 */
record TypeReplacement(Schema schema, List<Operation> operations) {

    private static final String SUFFIX = "_old";

    static TypeReplacement of(Schema before, Schema after, Findings findings) {
        Set<ObjectId> replaced = replaced(before, after);
        if (replaced.isEmpty()) {
            return new TypeReplacement(before, List.of());
        }
        Map<ObjectId, String> names = new HashMap<>();
        List<Operation> operations = new ArrayList<>();
        for (ObjectId id : replaced.stream().sorted().toList()) {
            if (id.kind() == ObjectKind.RANGE_TYPE) {
                findings.problem(heldRange(id));
                continue;
            }
            String name = free(before, after, id.name());
            names.put(id, name);
            operations.add(
                    before.object(id) instanceof EnumType
                            ? new RenameEnum(id.name(), name)
                            : new RenameObject(id, name));
        }
        return new TypeReplacement(new Renaming(before, names, Map.of()).schema(), operations);
    }

    /** A range brings functions of its name, which stay where they are; so it can't be moved aside. */
    private static Problem heldRange(ObjectId range) {
        return Problem.of(
                        ProblemCode.INVALID_OPERATION,
                        range.describe() + " can't be changed while columns hold its values")
                .hint("change the columns to text in one revision, and to the new type in the next");
    }

    private static Set<ObjectId> replaced(Schema before, Schema after) {
        Set<ObjectId> incompatible = new HashSet<>();
        boolean found = true;
        while (found) {
            found = false;
            for (SchemaObject from : before.objects().values()) {
                ObjectId id = from.id();
                SchemaObject to = Elements.isType(id.kind()) ? after.object(id) : null;
                if (to != null && !incompatible.contains(id) && mustGo(before, after, from, to, incompatible)) {
                    incompatible.add(id);
                    found = true;
                }
            }
        }
        if (incompatible.isEmpty()) {
            return incompatible;
        }
        Set<QualifiedName> held = heldByColumns(before, after);
        boolean anyHeld = incompatible.stream().anyMatch(id -> held.contains(id.name()));
        incompatible.removeIf(id -> !anyHeld || !(held.contains(id.name()) || isPart(before, id, incompatible)));
        return incompatible;
    }

    /** Whether another type that is replaced is made of this one. */
    private static boolean isPart(Schema before, ObjectId id, Set<ObjectId> others) {
        return others.stream()
                .map(before::object)
                .filter(Objects::nonNull)
                .anyMatch(other -> parts(other).stream().anyMatch(part -> part.equals(id.name())));
    }

    private static boolean mustGo(
            Schema before, Schema after, SchemaObject from, SchemaObject to, Set<ObjectId> incompatible) {
        if (!from.equals(to) && !ObjectChange.isInPlace(before, after, from, to)) {
            return true;
        }
        if (from instanceof CompositeType old && to instanceof CompositeType type && changesAttribute(old, type)) {
            return true;
        }
        return parts(from).stream()
                .anyMatch(part -> incompatible.stream().anyMatch(id -> id.name().equals(part)));
    }

    /** The server changes no attribute of a type that a column has. */
    private static boolean changesAttribute(CompositeType from, CompositeType to) {
        Map<String, Attribute> attributes = new HashMap<>();
        from.attributes().forEach(attribute -> attributes.put(attribute.name(), attribute));
        return to.attributes().stream().anyMatch(attribute -> {
            Attribute old = attributes.get(attribute.name());
            return old != null && !old.equals(attribute);
        });
    }

    private static List<QualifiedName> parts(SchemaObject type) {
        List<QualifiedName> names = new ArrayList<>();
        if (type instanceof Domain domain) {
            add(names, domain.type());
        } else if (type instanceof CompositeType composite) {
            composite.attributes().forEach(attribute -> add(names, attribute.type()));
        }
        return names;
    }

    private static void add(List<QualifiedName> names, DataType type) {
        QualifiedName name = named(type);
        if (name != null) {
            names.add(name);
        }
    }

    static @Nullable QualifiedName named(DataType type) {
        if (type instanceof DataType.ArrayOf array) {
            return named(array.element());
        }
        return type instanceof DataType.Named named ? named.name() : null;
    }

    /** The types of columns that stay, and stay of that type or of arrays of it. */
    private static Set<QualifiedName> heldByColumns(Schema before, Schema after) {
        Set<QualifiedName> held = new HashSet<>();
        for (Table from : before.all(Table.class)) {
            Table to = after.table(from.name());
            for (Column column : from.columns()) {
                QualifiedName name = named(column.type());
                Column same = to == null || name == null ? null : Elements.column(to, column.name());
                if (name != null && same != null && name.equals(named(same.type()))) {
                    held.add(name);
                }
            }
        }
        return held;
    }

    private static String free(Schema before, Schema after, QualifiedName name) {
        for (int number = 1; ; number++) {
            String suffix = number == 1 ? SUFFIX : SUFFIX + number;
            String aside = Names.shortened(name.name(), Names.MAXIMUM_BYTES - suffix.length()) + suffix;
            QualifiedName candidate = name.withName(aside);
            if (Elements.type(before, candidate) == null && Elements.type(after, candidate) == null) {
                return aside;
            }
        }
    }
}
