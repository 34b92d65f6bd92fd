package org.limbeck.migration;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.limbeck.schema.Index;
import org.limbeck.schema.IndexElement;

/** An index of which only the name is known. */
public record IndexName(@Nullable String name, boolean unique) {

    public Index on(String table, String... columns) {
        return on(table, Arrays.stream(columns).map(IndexElement::column).toList());
    }

    public Index on(String table, IndexElement... elements) {
        return on(table, List.of(elements));
    }

    private Index on(String table, List<IndexElement> elements) {
        Index index = Index.of(name, table, elements);
        return unique ? index.asUnique() : index;
    }
}
