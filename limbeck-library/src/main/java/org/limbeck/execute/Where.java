package org.limbeck.execute;

import java.util.Collection;
import java.util.TreeSet;

/** Says where a database stands, in words. */
final class Where {

    private Where() {}

    /** For example {@code at 0002}, {@code at base, nothing is applied}. */
    static String at(Collection<String> rows) {
        return rows.isEmpty() ? "at base, nothing is applied" : "at " + String.join(", ", new TreeSet<>(rows));
    }
}
