package org.limbeck.schema;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A materialized view. Its indexes stand for themselves.
 *
 * @param query the {@code SELECT}, without a semicolon
 * @param storageParameters for example {@code fillfactor} to {@code 90}
 * @param tablespace null for the default
 * @param populated whether it is filled when it is created
 * @see <a href="https://www.postgresql.org/docs/current/sql-creatematerializedview.html">CREATE MATERIALIZED VIEW</a>
 */
public record MaterializedView(
        QualifiedName name,
        String query,
        Map<String, String> storageParameters,
        @Nullable String tablespace,
        boolean populated)
        implements CommonObject {

    public MaterializedView {
        storageParameters = Collections.unmodifiableMap(new TreeMap<>(storageParameters));
    }

    public MaterializedView with(String parameter, Object value) {
        Map<String, String> all = new TreeMap<>(storageParameters);
        all.put(parameter, value.toString());
        return new MaterializedView(name, query, all, tablespace, populated);
    }

    public MaterializedView tablespace(String newTablespace) {
        return new MaterializedView(name, query, storageParameters, newTablespace, populated);
    }

    /** Leaves it empty; it can't be read until it is refreshed. */
    public MaterializedView withNoData() {
        return new MaterializedView(name, query, storageParameters, tablespace, false);
    }

    @Override
    public ObjectId id() {
        return ObjectId.of(ObjectKind.MATERIALIZED_VIEW, name);
    }
}
