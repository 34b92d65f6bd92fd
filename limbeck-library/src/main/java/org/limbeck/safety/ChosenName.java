package org.limbeck.safety;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.limbeck.ddl.AlterAction;
import org.limbeck.ddl.ColumnDefinition;
import org.limbeck.ddl.ConstraintDefinition;
import org.limbeck.ddl.DdlStatement;
import org.limbeck.schema.Names;
import org.limbeck.schema.QualifiedName;

/** Names that statements give to relations, be it that they say them or that the server chooses them where they are free. */
final class ChosenName {

    private ChosenName() {}

    /** That of the sequence of a column's numbers; null where the server would cut it. */
    static @Nullable String sequence(String table, String column) {
        return whole(table + "_" + column + "_seq");
    }

    /** That of a sequence of ours which the real one replaces; null where the server would cut it. */
    static @Nullable String formerSequence(String table, String column) {
        return whole(table + "_" + column + "_limbeck_seq");
    }

    /** That of a key and its index; null where the server would cut it, or makes it of expressions. */
    static @Nullable String key(String table, ConstraintDefinition key) {
        if (key.name() != null) {
            return key.name();
        } else if (key.usingIndex() != null || key.kind() == ConstraintDefinition.Kind.EXCLUDE) {
            return key.usingIndex();
        }
        boolean primary = key.kind() == ConstraintDefinition.Kind.PRIMARY_KEY;
        return primary ? primaryKey(table) : whole(table + "_" + String.join("_", key.columns()) + "_key");
    }

    /** That of an index; null where it is of an expression, or the server would cut its name. */
    static @Nullable String index(DdlStatement.CreateIndex index) {
        if (index.name() != null) {
            return index.name().name();
        }
        List<String> keys = keys(index);
        return index.elements().names().containsAll(keys)
                ? whole(index.table().name() + "_" + String.join("_", keys) + "_idx")
                : null;
    }

    /** What an index orders by, as it is written. */
    static List<String> keys(DdlStatement.CreateIndex index) {
        return List.of(index.elements().text().replace("\"", "").split("\\s*,\\s*", -1));
    }

    /** Those of the keys of a new table. */
    static List<QualifiedName> keys(DdlStatement.CreateTable create) {
        List<QualifiedName> names = new ArrayList<>();
        Stream.concat(
                        create.constraints().stream(),
                        create.columns().stream().flatMap(column -> column.constraints().stream()))
                .filter(ConstraintDefinition::buildsIndex)
                .forEach(constraint ->
                        add(names, create.name(), key(create.name().name(), constraint)));
        return names;
    }

    /** That of a primary key; null where the server would cut it. */
    static @Nullable String primaryKey(String table) {
        return whole(table + "_pkey");
    }

    private static @Nullable String whole(String name) {
        return name.getBytes(StandardCharsets.UTF_8).length <= Names.MAXIMUM_BYTES ? name : null;
    }

    /** What there can be after a statement under a name that wasn't taken before. */
    static List<QualifiedName> taken(DdlStatement statement) {
        List<QualifiedName> names = new ArrayList<>();
        if (statement instanceof DdlStatement.NewObject object) {
            add(names, object.name());
        } else if (statement instanceof DdlStatement.CreateIndex create) {
            add(names, create.name());
        } else if (statement instanceof DdlStatement.CreateView create) {
            add(names, create.name());
        } else if (statement instanceof DdlStatement.CreateTable create) {
            add(names, create.name());
            create.columns().forEach(column -> column(names, create.name(), column));
            create.constraints().forEach(constraint -> constraint(names, create.name(), constraint));
        } else if (statement instanceof DdlStatement.AlterRelation alter) {
            alter.actions().forEach(action -> action(names, alter.name(), action));
        }
        return names;
    }

    private static void action(List<QualifiedName> names, QualifiedName table, AlterAction action) {
        if (action instanceof AlterAction.AddColumn add) {
            column(names, table, add.column());
        } else if (action instanceof AlterAction.AddConstraint add) {
            constraint(names, table, add.constraint());
        } else if (action instanceof AlterAction.ChangeIdentity identity) {
            add(names, table, sequence(table.name(), identity.column()));
        } else if (action instanceof AlterAction.Rename rename) {
            add(names, table, rename.newName());
        } else if (action instanceof AlterAction.RenameConstraint rename) {
            add(names, table, rename.newName());
        }
    }

    private static void column(List<QualifiedName> names, QualifiedName table, ColumnDefinition column) {
        if (column.numbered()) {
            add(names, table, sequence(table.name(), column.name()));
            add(names, table, formerSequence(table.name(), column.name()));
        }
        if (column.numbered() || column.notNull()) {
            add(names, table, whole(table.name() + "_" + column.name() + "_not_null"));
        }
        column.constraints().forEach(constraint -> constraint(names, table, constraint));
    }

    private static void constraint(List<QualifiedName> names, QualifiedName table, ConstraintDefinition constraint) {
        boolean key = constraint.buildsIndex() && constraint.kind() != ConstraintDefinition.Kind.EXCLUDE;
        add(names, table, key ? key(table.name(), constraint) : constraint.name());
        if (constraint.kind() == ConstraintDefinition.Kind.PRIMARY_KEY) {
            // There can be no other, whatever it is called.
            add(names, table, primaryKey(table.name()));
        }
    }

    private static void add(List<QualifiedName> names, QualifiedName table, @Nullable String name) {
        if (name != null) {
            names.add(table.withName(name));
        }
    }

    private static void add(List<QualifiedName> names, @Nullable QualifiedName name) {
        if (name != null) {
            names.add(name);
        }
    }
}
