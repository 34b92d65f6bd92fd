package org.limbeck.safety;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The types of numbers that a sequence can give. */
enum IntegerType {
    SMALLINT("smallint", 21, Short.MAX_VALUE, "smallserial", "serial2"),
    INTEGER("integer", 23, Integer.MAX_VALUE, "serial", "serial4"),
    BIGINT("bigint", 20, Long.MAX_VALUE, "bigserial", "serial8");

    private final String sql;
    private final long oid;
    private final long greatest;
    private final String serial;
    private final String shortSerial;

    IntegerType(String sql, long oid, long greatest, String serial, String shortSerial) {
        this.sql = sql;
        this.oid = oid;
        this.greatest = greatest;
        this.serial = serial;
        this.shortSerial = shortSerial;
    }

    /** Null for any other type. */
    static @Nullable IntegerType of(long oid) {
        return Arrays.stream(values())
                .filter(type -> type.oid == oid)
                .findFirst()
                .orElse(null);
    }

    /** That of a serial column, by the word that stands for its type; null for any other word. */
    static @Nullable IntegerType ofSerial(String word) {
        return Arrays.stream(values())
                .filter(type -> word.equals(type.serial) || word.equals(type.shortSerial))
                .findFirst()
                .orElse(null);
    }

    /** Its name in statements. */
    String sql() {
        return sql;
    }

    long greatest() {
        return greatest;
    }
}
