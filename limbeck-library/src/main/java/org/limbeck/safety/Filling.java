package org.limbeck.safety;

import java.util.List;
import org.limbeck.sql.Statement;

/**
 * How a new column gets its values in rows that are there.
 *
 * @param before what its default needs
 * @param definition the column with its type, and without its default
 * @param value the default, for rows to come and those that are there
 * @param notNull whether it is never null afterwards
 * @param after what is done last
 */
record Filling(List<Statement> before, String definition, String value, boolean notNull, List<Statement> after) {

    Filling {
        before = List.copyOf(before);
        after = List.copyOf(after);
    }
}
