package org.limbeck.diff;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.limbeck.schema.Column;
import org.limbeck.schema.ColumnValue;
import org.limbeck.schema.DataType;
import org.limbeck.schema.Index;
import org.limbeck.schema.IndexElement;
import org.limbeck.schema.ObjectId;
import org.limbeck.schema.ObjectKind;
import org.limbeck.schema.QualifiedName;
import org.limbeck.schema.Schema;
import org.limbeck.schema.Table;

/**
 * What must go and come again although it stays: what can't be changed in place, and whatever stands on that.
 *
 * @param elements objects, columns and constraints
 * @param defaults columns whose default calls something that goes
 * @param reattached tables that leave their parent while it goes, and keep their rows
 */
record Rebuild(Set<ObjectId> elements, Set<ObjectId> defaults, Set<ObjectId> reattached) {

    /** What stands on a column and makes the server refuse another type for it. */
    private static final Set<ObjectKind> HOLD_TYPES = Set.of(
            ObjectKind.VIEW,
            ObjectKind.MATERIALIZED_VIEW,
            ObjectKind.RULE,
            ObjectKind.TRIGGER,
            ObjectKind.POLICY,
            ObjectKind.FUNCTION,
            ObjectKind.PROCEDURE,
            ObjectKind.PUBLICATION);

    static Rebuild of(Schema before, Schema after, Starts starts) {
        if (starts.areNone()) {
            return new Rebuild(Set.of(), Set.of(), Set.of());
        }
        Search search = new Search(before, after, Needs.users(before));
        starts.gone().forEach(search::goes);
        starts.rebuilt().forEach(search::rebuilds);
        starts.retyped().forEach(search::retypes);
        search.run();
        return new Rebuild(search.rebuilt, search.defaults, search.reattached);
    }

    boolean contains(ObjectId id) {
        return elements.contains(Elements.of(id));
    }

    /** The tables that lose or get again something, but not themselves. */
    Set<QualifiedName> touchedTables() {
        Set<QualifiedName> tables = new HashSet<>();
        for (ObjectId id : elements) {
            if (id.kind() == ObjectKind.COLUMN || id.kind() == ObjectKind.CONSTRAINT) {
                tables.add(id.name());
            }
        }
        defaults.forEach(id -> tables.add(id.name()));
        reattached.forEach(id -> tables.add(id.name()));
        return tables;
    }

    /**
     * Where the search begins.
     *
     * @param gone elements that are not desired
     * @param rebuilt elements that can't be changed in place
     * @param retyped columns that change their type in place; true where their values are converted
     */
    record Starts(Set<ObjectId> gone, Set<ObjectId> rebuilt, Map<ObjectId, Boolean> retyped) {

        boolean areNone() {
            return gone.isEmpty() && rebuilt.isEmpty() && retyped.isEmpty();
        }
    }

    private static final class Search {

        private final Schema before;
        private final Schema after;
        private final Map<ObjectId, Set<ObjectId>> users;
        private final Set<ObjectId> removed = new HashSet<>();
        private final Set<ObjectId> rebuilt = new HashSet<>();
        private final Set<ObjectId> defaults = new HashSet<>();
        private final Set<ObjectId> reattached = new HashSet<>();
        private final Map<ObjectId, Boolean> retyped = new HashMap<>();
        private final Deque<ObjectId> open = new ArrayDeque<>();

        Search(Schema before, Schema after, Map<ObjectId, Set<ObjectId>> users) {
            this.before = before;
            this.after = after;
            this.users = users;
        }

        private Set<ObjectId> users(ObjectId id) {
            return users.getOrDefault(id, Set.of());
        }

        void goes(ObjectId id) {
            if (!removed.add(id)) {
                return;
            }
            open.add(id);
            Table table = id.kind() == ObjectKind.TABLE ? before.table(id.name()) : null;
            if (table != null) {
                Elements.of(table).forEach(this::goes);
            }
        }

        void rebuilds(ObjectId id) {
            if (Elements.contains(after, id) && Elements.contains(before, id)) {
                rebuilt.add(id);
                goes(id);
            }
        }

        /** The tables that have the column from this one change it too. */
        void retypes(ObjectId column, boolean converts) {
            retyped.put(column, converts);
            for (ObjectId user : users(column)) {
                retypedUnder(user, converts);
            }
            for (ObjectId child : users(ObjectId.table(column.name()))) {
                ObjectId inherited = ObjectId.column(child.name(), String.valueOf(column.part()));
                if (isChild(child, column.name()) && !retyped.containsKey(inherited)) {
                    retypes(inherited, converts);
                }
            }
        }

        void run() {
            while (!open.isEmpty()) {
                ObjectId gone = open.remove();
                for (ObjectId user : users(gone)) {
                    losesFooting(user, gone);
                }
            }
        }

        private void losesFooting(ObjectId user, ObjectId gone) {
            if (user.kind() == ObjectKind.TABLE) {
                Table table = before.table(user.name());
                if (table != null && table.options().foreign() != null) {
                    rebuilds(user);
                } else if (gone.kind() == ObjectKind.TABLE
                        && isChild(user, gone.name())
                        && Elements.contains(after, user)
                        && !removed.contains(user)) {
                    reattached.add(user);
                }
            } else if (user.kind() == ObjectKind.COLUMN) {
                columnLosesFooting(user, gone);
            } else if (isRebuildable(user)) {
                rebuilds(user);
            }
        }

        private void columnLosesFooting(ObjectId id, ObjectId gone) {
            Column column = column(before, id);
            if (column == null || removed.contains(id) || column(after, id) == null) {
                return;
            }
            if (Elements.isGenerated(column)) {
                rebuilds(id);
            } else if (column.value() instanceof ColumnValue.Default && !isTypeOf(column.type(), gone)) {
                defaults.add(id);
            }
        }

        private void retypedUnder(ObjectId user, boolean converts) {
            Column generated = user.kind() == ObjectKind.COLUMN ? column(before, user) : null;
            boolean refused =
                    HOLD_TYPES.contains(user.kind()) || (generated != null && Elements.isGenerated(generated));
            boolean unfit = converts
                    && (user.kind() == ObjectKind.CONSTRAINT
                            || (before.object(user) instanceof Index index && dependsOnType(index)));
            if (refused || unfit) {
                rebuilds(user);
            }
        }

        /** An ordinary index is built anew by the server; what stands in it as text may not fit another type. */
        private static boolean dependsOnType(Index index) {
            return index.where() != null
                    || index.elements().stream().anyMatch(IndexElement::expression)
                    || index.elements().stream().anyMatch(element -> element.operatorClass() != null);
        }

        private boolean isChild(ObjectId id, QualifiedName parent) {
            Table table = id.kind() == ObjectKind.TABLE ? before.table(id.name()) : null;
            if (table == null) {
                return false;
            }
            return table.options().inherits().contains(parent)
                    || (table.options().partition() != null
                            && table.options().partition().parent().equals(parent));
        }

        private static boolean isRebuildable(ObjectId user) {
            return switch (user.kind()) {
                case SCHEMA, EXTENSION, ENUM, SEQUENCE -> false;
                default -> true;
            };
        }

        private static boolean isTypeOf(DataType type, ObjectId id) {
            if (type instanceof DataType.ArrayOf array) {
                return isTypeOf(array.element(), id);
            }
            return type instanceof DataType.Named named && named.name().equals(id.name()) && id.part() == null;
        }

        private static @Nullable Column column(Schema schema, ObjectId id) {
            Table table = schema.table(id.name());
            return table == null ? null : Elements.column(table, String.valueOf(id.part()));
        }
    }
}
