package org.limbeck.migration;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.limbeck.schema.Values;

/** One row to insert, a value for each column. */
public record Row(List<@Nullable Object> values) {

    public Row {
        values = Values.checkedAll(values);
    }
}
