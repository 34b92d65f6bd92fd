package org.limbeck.catalog;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The system catalogs whose rows are objects of their own; their OIDs are the same in every database of every version. */
enum SystemCatalog {
    PG_DEFAULT_ACL(826),
    PG_CLASS(1259),
    PG_TYPE(1247),
    PG_PROC(1255),
    PG_ATTRDEF(2604),
    PG_CAST(2605),
    PG_CONSTRAINT(2606),
    PG_NAMESPACE(2615),
    PG_REWRITE(2618),
    PG_TRIGGER(2620),
    PG_EXTENSION(3079),
    PG_POLICY(3256),
    PG_STATISTIC_EXT(3381),
    PG_COLLATION(3456),
    PG_EVENT_TRIGGER(3466),
    PG_FOREIGN_SERVER(1417),
    PG_FOREIGN_DATA_WRAPPER(2328),
    PG_PUBLICATION(6104);

    private static final Map<Long, SystemCatalog> BY_OID =
            Arrays.stream(values()).collect(Collectors.toMap(SystemCatalog::oid, Function.identity()));

    private final long oid;

    SystemCatalog(long oid) {
        this.oid = oid;
    }

    long oid() {
        return oid;
    }

    /** The catalog of that OID; null for one whose rows aren't objects here. */
    static @Nullable SystemCatalog of(long oid) {
        return BY_OID.get(oid);
    }
}
