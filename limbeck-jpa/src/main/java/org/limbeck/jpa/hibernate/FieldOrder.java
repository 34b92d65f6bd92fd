package org.limbeck.jpa.hibernate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.model.relational.ColumnOrderingStrategyStandard;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.Constraint;
import org.hibernate.mapping.DenormalizedTable;
import org.hibernate.mapping.PrimaryKey;
import org.hibernate.mapping.Table;
import org.jspecify.annotations.Nullable;

/**
 * Orders columns as their fields are declared. Composite types keep the order that Hibernate has for them, since it reads
 * their values by position.
 */
final class FieldOrder extends ColumnOrderingStrategyStandard {

    /** Known only when the mapping is complete, which is before the first question. */
    private @Nullable Map<Table, Set<Column>> declared;

    @Override
    public List<Column> orderTableColumns(Table table, Metadata metadata) {
        Set<Column> remaining = new LinkedHashSet<>(table.getColumns());
        List<Column> ordered = new ArrayList<>();
        for (Column column : declared(table, metadata)) {
            Column own = table.getColumn(column);
            if (own != null && remaining.remove(own)) {
                ordered.add(own);
            }
        }
        ordered.addAll(remaining);
        return ordered;
    }

    /** The key of a table, which is all that Hibernate asks for; a unique constraint over the same columns goes first. */
    @Override
    public List<Column> orderConstraintColumns(Constraint constraint, Metadata metadata) {
        if (constraint instanceof PrimaryKey key && key.getOrderingUniqueKey() != null) {
            return super.orderConstraintColumns(constraint, metadata);
        }
        List<Column> places = orderTableColumns(constraint.getTable(), metadata);
        return constraint.getColumns().stream()
                .sorted(Comparator.comparingInt(places::indexOf))
                .toList();
    }

    private Set<Column> declared(Table table, Metadata metadata) {
        Map<Table, Set<Column>> known = declared;
        if (known == null) {
            known = DeclaredColumns.of(metadata);
            declared = known;
        }
        Set<Column> columns = new LinkedHashSet<>();
        if (table instanceof DenormalizedTable subclass) {
            columns.addAll(declared(subclass.getIncludedTable(), metadata));
        }
        columns.addAll(known.getOrDefault(table, Set.of()));
        return columns;
    }
}
