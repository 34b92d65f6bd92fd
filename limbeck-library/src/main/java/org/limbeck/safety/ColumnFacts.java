package org.limbeck.safety;

import java.util.Set;
import org.limbeck.ddl.TypeText;

/**
 * A column as it is.
 *
 * @param name its name
 * @param type the OID of its type; 0 for a column of this run whose type isn't known
 * @param spelling its type with arguments
 * @param collation the OID of its collation, 0 without
 * @param notNull whether it is known to hold no null
 * @param generated whether it is stored and computed from others
 * @param virtual whether it is computed when it is read
 * @param usedBy the kinds of objects that forbid a change of its type: {@code view}, {@code policy}, {@code trigger},
 *     {@code generated column}, {@code function}, {@code publication}
 */
public record ColumnFacts(
        String name,
        long type,
        TypeText spelling,
        long collation,
        boolean notNull,
        boolean generated,
        boolean virtual,
        Set<String> usedBy) {

    public ColumnFacts {
        usedBy = Set.copyOf(usedBy);
    }

    ColumnFacts withNotNull(boolean value) {
        return new ColumnFacts(name, type, spelling, collation, value, generated, virtual, usedBy);
    }

    ColumnFacts withName(String newName) {
        return new ColumnFacts(newName, type, spelling, collation, notNull, generated, virtual, usedBy);
    }

    ColumnFacts withType(long newType, TypeText newSpelling, long newCollation) {
        return new ColumnFacts(name, newType, newSpelling, newCollation, notNull, generated, virtual, usedBy);
    }
}
