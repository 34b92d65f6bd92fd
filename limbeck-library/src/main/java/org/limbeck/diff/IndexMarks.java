package org.limbeck.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.limbeck.operation.AlterTable;
import org.limbeck.operation.TableChange;
import org.limbeck.schema.ObjectId;
import org.limbeck.schema.ObjectKind;
import org.limbeck.schema.Schema;
import org.limbeck.schema.Table;

/** What a table says by naming an index: how a subscriber finds its rows, and how they are clustered. An index that goes takes it along. */
final class IndexMarks {

    private static final String USING = "USING INDEX ";

    private final Schema after;
    private final Rebuild rebuild;

    IndexMarks(Schema after, Rebuild rebuild) {
        this.after = after;
        this.rebuild = rebuild;
    }

    List<Step> steps(Table from, Table to) {
        List<Step> steps = new ArrayList<>();
        String identity = to.options().replicaIdentity();
        String old = from.options().replicaIdentity();
        if (isToBeSaid(from, to, old, identity, indexOf(identity))) {
            steps.add(identity(to, old));
        }
        String cluster = to.options().clusterOn();
        String before = from.options().clusterOn();
        if (isToBeSaid(from, to, before, cluster, cluster)) {
            steps.add(cluster(to, before));
        }
        return steps;
    }

    /** @param before how a subscriber found the rows until now */
    static Step identity(Table table, @Nullable String before) {
        String identity = table.options().replicaIdentity();
        return step(table, new TableChange.ReplicaIdentity(identity, before), indexOf(identity));
    }

    /** @param before the index in whose order the rows were until now */
    static Step cluster(Table table, @Nullable String before) {
        String index = table.options().clusterOn();
        return step(table, new TableChange.ClusterOn(index, before), index);
    }

    /** The table and its index may have had to wait for a function. */
    private static Step step(Table table, TableChange change, @Nullable String index) {
        Step step = Step.plain(Phase.ATTACH, new AlterTable(table.name(), change));
        return index == null
                ? step
                : step.after(Set.of(
                        ObjectId.constraint(table.name(), index),
                        ObjectId.of(ObjectKind.INDEX, table.name().withName(index))));
    }

    private boolean isToBeSaid(
            Table from, Table to, @Nullable String before, @Nullable String wanted, @Nullable String index) {
        boolean same = Objects.equals(before, wanted);
        if (index == null) {
            return !same;
        }
        boolean constraint = Elements.constraint(to, index) != null;
        ObjectId id = constraint
                ? ObjectId.constraint(to.name(), index)
                : ObjectId.of(ObjectKind.INDEX, to.name().withName(index));
        // What entities don't speak of is kept as it was, and so may name an index that goes or is called otherwise
        // now.
        boolean exists = constraint || after.object(id) != null;
        boolean lost = rebuild.contains(id) || constraint != (Elements.constraint(from, index) != null);
        return exists && (!same || lost);
    }

    private static @Nullable String indexOf(@Nullable String identity) {
        if (identity == null || !identity.startsWith(USING)) {
            return null;
        }
        String name = identity.substring(USING.length());
        return name.startsWith("\"") ? name.substring(1, name.length() - 1).replace("\"\"", "\"") : name;
    }
}
