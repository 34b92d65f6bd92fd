package org.limbeck.diff;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.limbeck.schema.Column;
import org.limbeck.schema.ColumnStorage;
import org.limbeck.schema.Partition;
import org.limbeck.schema.Schema;
import org.limbeck.schema.Table;

/** The columns that a table really has, where its record lists only those that differ from its partitioned table's. */
final class PartitionColumns {

    private PartitionColumns() {}

    /** The table with all its columns. */
    static Table full(Schema schema, Table table) {
        return new Table(table.name(), columns(schema, table), table.constraints(), table.options(), table.comment());
    }

    private static List<Column> columns(Schema schema, Table table) {
        Partition partition = table.options().partition();
        Table parent = partition == null ? null : schema.table(partition.parent());
        if (parent == null) {
            return table.columns();
        }
        Map<String, Column> columns = new LinkedHashMap<>();
        columns(schema, parent).forEach(column -> columns.put(column.name(), column));
        table.columns().forEach(column -> columns.put(column.name(), column));
        return List.copyOf(columns.values());
    }

    /**
     * A partition as its partitioned table's changes leave it, which reach it too.
     *
     * @param table with all its columns
     */
    static Table cascaded(Table table, Table parentBefore, Table parentAfter) {
        Map<String, Column> old = Elements.columns(parentBefore);
        Map<String, Column> own = Elements.columns(table);
        List<Column> columns = new ArrayList<>();
        for (Column column : parentAfter.columns()) {
            Column before = old.get(column.name());
            Column mine = own.get(column.name());
            columns.add(before == null || mine == null ? column : cascaded(mine, before, column));
        }
        return new Table(table.name(), columns, table.constraints(), table.options(), table.comment());
    }

    private static Column cascaded(Column own, Column before, Column after) {
        return new Column(
                own.name(),
                after.type(),
                before.nullable() == after.nullable() ? own.nullable() : after.nullable(),
                before.value().equals(after.value()) ? own.value() : after.value(),
                after.collation(),
                cascaded(own.storage(), before.storage(), after.storage()),
                Objects.equals(own.comment(), before.comment()) ? after.comment() : own.comment());
    }

    /** A strategy and a number of statistics reach partitions, all else is each table's own. */
    private static ColumnStorage cascaded(ColumnStorage own, ColumnStorage before, ColumnStorage after) {
        return new ColumnStorage(
                Objects.equals(before.strategy(), after.strategy()) ? own.strategy() : after.strategy(),
                own.compression(),
                Objects.equals(before.statistics(), after.statistics()) ? own.statistics() : after.statistics(),
                own.parameters(),
                own.foreignOptions());
    }
}
