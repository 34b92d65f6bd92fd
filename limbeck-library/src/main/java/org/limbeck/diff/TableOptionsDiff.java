package org.limbeck.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.limbeck.operation.TableChange;
import org.limbeck.schema.QualifiedName;
import org.limbeck.schema.TableOptions;

/** What makes the options of one table those of another, where that goes in place. */
final class TableOptionsDiff {

    private final TableOptions from;
    private final TableOptions to;

    TableOptionsDiff(TableOptions from, TableOptions to) {
        this.from = from;
        this.to = to;
    }

    /** What the table leaves: its partitioned table, its parents, its type. */
    List<TableChange> leaving(boolean all, boolean type) {
        List<TableChange> changes = new ArrayList<>();
        if (from.ofType() != null && (type || !from.ofType().equals(to.ofType()))) {
            changes.add(new TableChange.NotOfType(from.ofType()));
        }
        if (from.partition() != null && (all || !from.partition().equals(to.partition()))) {
            changes.add(new TableChange.Detach(from.partition()));
        }
        for (QualifiedName parent : from.inherits()) {
            if (all || !to.inherits().contains(parent)) {
                changes.add(new TableChange.NoInherit(parent));
            }
        }
        return changes;
    }

    /** What the table joins. */
    List<TableChange> joining(boolean all) {
        List<TableChange> changes = new ArrayList<>();
        for (QualifiedName parent : to.inherits()) {
            if (all || !from.inherits().contains(parent)) {
                changes.add(new TableChange.Inherit(parent));
            }
        }
        if (to.partition() != null && (all || !to.partition().equals(from.partition()))) {
            changes.add(new TableChange.Attach(to.partition()));
        }
        return changes;
    }

    List<TableChange> changes() {
        List<TableChange> changes = new ArrayList<>();
        if (from.unlogged() != to.unlogged()) {
            changes.add(new TableChange.Logging(to.unlogged()));
        }
        if (!Objects.equals(from.accessMethod(), to.accessMethod())) {
            changes.add(new TableChange.AccessMethod(to.accessMethod(), from.accessMethod()));
        }
        if (!Objects.equals(from.tablespace(), to.tablespace())) {
            changes.add(new TableChange.Tablespace(to.tablespace(), from.tablespace()));
        }
        if (!from.storageParameters().equals(to.storageParameters())) {
            changes.add(Parameters.changed(from.storageParameters(), to.storageParameters()));
        }
        if (from.foreign() != null && to.foreign() != null && !from.foreign().equals(to.foreign())) {
            changes.add(Parameters.changedOptions(
                    from.foreign().options(), to.foreign().options()));
        }
        if (from.rowSecurity() != to.rowSecurity()) {
            changes.add(new TableChange.RowSecurity(to.rowSecurity()));
        }
        if (from.forcedRowSecurity() != to.forcedRowSecurity()) {
            changes.add(new TableChange.ForcedRowSecurity(to.forcedRowSecurity()));
        }
        return changes;
    }
}
