package org.limbeck.diff;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.limbeck.schema.Check;
import org.limbeck.schema.Column;
import org.limbeck.schema.Constraint;
import org.limbeck.schema.ForeignKey;
import org.limbeck.schema.ObjectId;
import org.limbeck.schema.ObjectKind;
import org.limbeck.schema.Schema;
import org.limbeck.schema.SchemaObject;
import org.limbeck.schema.Table;
import org.limbeck.schema.TableOptions.ForeignSource;

/** Finds what goes, and what can't be changed in place. */
final class Incompatible {

    private final Schema before;
    private final Schema after;
    private final int serverMajor;
    private final Set<ObjectId> gone = new HashSet<>();
    private final Set<ObjectId> rebuilt = new HashSet<>();
    private final Map<ObjectId, Boolean> retyped = new HashMap<>();

    private Incompatible(Schema before, Schema after, int serverMajor) {
        this.before = before;
        this.after = after;
        this.serverMajor = serverMajor;
    }

    static Rebuild.Starts between(Schema before, Schema after, int serverMajor) {
        Incompatible search = new Incompatible(before, after, serverMajor);
        before.objects().values().forEach(search::object);
        for (ObjectId index : before.invalidIndexes()) {
            if (!after.invalidIndexes().contains(index)) {
                search.rebuilt.add(index);
            }
        }
        return new Rebuild.Starts(search.gone, search.rebuilt, search.retyped);
    }

    private void object(SchemaObject from) {
        ObjectId id = Elements.of(from.id());
        SchemaObject to = from instanceof Table table ? after.table(table.name()) : after.object(id);
        if (to == null) {
            gone.add(id);
        } else if (from.equals(to)) {
            return;
        } else if (from instanceof Table old && to instanceof Table table) {
            table(id, old, table);
        } else if (!ObjectChange.isInPlace(before, after, from, to)) {
            rebuilt.add(id);
        }
    }

    private void table(ObjectId id, Table from, Table to) {
        if (!isInPlace(from, to)) {
            rebuilt.add(id);
            return;
        }
        Map<String, Column> columns = Elements.columns(to);
        boolean both = from.options().partition() == null && to.options().partition() == null;
        for (Column old : from.columns()) {
            Column column = columns.get(old.name());
            ObjectId columnId = Elements.of(from, old);
            if (!both) {
                continue;
            }
            if (column == null) {
                gone.add(columnId);
            } else if (!ColumnDiff.isInPlace(old, column, serverMajor)) {
                rebuilt.add(columnId);
            } else if (ColumnDiff.isRetyped(old, column)) {
                retyped.put(columnId, new ColumnDiff(from.name(), old, column).converts());
            }
        }
        Map<String, Constraint> constraints = Elements.constraints(to);
        for (Constraint old : from.constraints()) {
            Constraint constraint = constraints.get(Elements.nameOf(old));
            if (constraint == null) {
                gone.add(Elements.of(from, old));
            } else if (!old.equals(constraint) && !isValidated(old, constraint)) {
                rebuilt.add(Elements.of(from, old));
            }
        }
    }

    /** What a table is can't be altered: ordinary, partitioned by a key, or elsewhere. */
    private static boolean isInPlace(Table from, Table to) {
        return from.id().kind() == to.id().kind()
                && Objects.equals(from.options().partitionBy(), to.options().partitionBy())
                && Objects.equals(
                        server(from.options().foreign()), server(to.options().foreign()))
                && (from.id().kind() == ObjectKind.TABLE
                        || Objects.equals(
                                from.options().partition(), to.options().partition()));
    }

    private static String server(@Nullable ForeignSource source) {
        return source == null ? "" : source.server();
    }

    /** Whether all that is left to do is to check the rows that are there. */
    static boolean isValidated(Constraint from, Constraint to) {
        if (from instanceof Check old && to instanceof Check check) {
            return check.validated() && !old.validated() && old.equals(check.notValid());
        }
        return from instanceof ForeignKey old
                && to instanceof ForeignKey key
                && key.validated()
                && !old.validated()
                && old.equals(key.notValid());
    }
}
