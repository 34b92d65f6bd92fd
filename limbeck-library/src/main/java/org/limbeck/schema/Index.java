package org.limbeck.schema;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An index; it lives in the schema of its table.
 *
 * @param name null where it is chosen by the naming convention
 * @param method the access method: btree, hash, gist, gin, brin, or one of an extension
 * @param include columns kept beside the key
 * @param nullsDistinct whether two nulls differ in a unique index; false needs PostgreSQL 15
 * @param storageParameters for example {@code fillfactor} to {@code 90}
 * @param tablespace null for the default
 * @param where the rows it holds, an expression; null for all
 */
public record Index(
        @Nullable String name,
        QualifiedName table,
        boolean unique,
        String method,
        List<IndexElement> elements,
        List<String> include,
        boolean nullsDistinct,
        Map<String, String> storageParameters,
        @Nullable String tablespace,
        @Nullable String where)
        implements SchemaObject {

    public Index {
        if (name != null) {
            Names.checked(name);
        }
        elements = List.copyOf(elements);
        include = Names.checked(include);
        storageParameters = Collections.unmodifiableMap(new TreeMap<>(storageParameters));
    }

    public static Index of(@Nullable String name, String table, List<IndexElement> elements) {
        return new Index(
                name, QualifiedName.of(table), false, "btree", elements, List.of(), true, Map.of(), null, null);
    }

    public Index named(@Nullable String newName) {
        return new Index(
                newName, table, unique, method, elements, include, nullsDistinct, storageParameters, tablespace, where);
    }

    public Index asUnique() {
        return new Index(
                name, table, true, method, elements, include, nullsDistinct, storageParameters, tablespace, where);
    }

    public Index using(String newMethod) {
        return new Index(
                name, table, unique, newMethod, elements, include, nullsDistinct, storageParameters, tablespace, where);
    }

    public Index include(String... columns) {
        return new Index(
                name,
                table,
                unique,
                method,
                elements,
                List.of(columns),
                nullsDistinct,
                storageParameters,
                tablespace,
                where);
    }

    public Index nullsNotDistinct() {
        return new Index(name, table, unique, method, elements, include, false, storageParameters, tablespace, where);
    }

    public Index with(String parameter, Object value) {
        Map<String, String> parameters = new TreeMap<>(storageParameters);
        parameters.put(parameter, value.toString());
        return new Index(name, table, unique, method, elements, include, nullsDistinct, parameters, tablespace, where);
    }

    public Index tablespace(String newTablespace) {
        return new Index(
                name, table, unique, method, elements, include, nullsDistinct, storageParameters, newTablespace, where);
    }

    public Index where(String newWhere) {
        return new Index(
                name, table, unique, method, elements, include, nullsDistinct, storageParameters, tablespace, newWhere);
    }

    /** Builds it while writers go on; such a step runs outside a transaction. */
    public IndexBuild concurrently() {
        return new IndexBuild(this, true);
    }

    /** Its own; an index without a name has none. */
    @Override
    public ObjectId id() {
        return ObjectId.of(ObjectKind.INDEX, table.withName(Objects.requireNonNull(name)));
    }
}
