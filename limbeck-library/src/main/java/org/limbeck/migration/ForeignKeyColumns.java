package org.limbeck.migration;

import java.util.List;
import org.limbeck.schema.ForeignKey;

/** A foreign key of which only its own columns are known. */
public record ForeignKeyColumns(List<String> columns) {

    /** Says what they refer to; the other table's primary key where no column is given. */
    public ForeignKey references(String table, String... referencedColumns) {
        return ForeignKey.of(columns, table, referencedColumns);
    }
}
