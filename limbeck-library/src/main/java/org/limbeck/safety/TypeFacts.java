package org.limbeck.safety;

import java.util.Map;
import org.limbeck.ddl.TypeText;

/**
 * A type as it is.
 *
 * @param oid its OID
 * @param base the OID of the type below a domain, all the way down; its own for other types
 * @param constrained whether a domain, here or below, forbids null or has a check
 * @param defaulted whether a domain brings a default
 * @param collation the OID of the collation that its columns have unless they say otherwise; 0 without
 * @param enumeration whether it is an enum
 * @param spelling the base type with the arguments that a domain gives it
 * @param operatorClasses the default operator class for the base type, by access method
 */
public record TypeFacts(
        long oid,
        long base,
        boolean constrained,
        boolean defaulted,
        long collation,
        boolean enumeration,
        TypeText spelling,
        Map<String, Long> operatorClasses) {

    public TypeFacts {
        operatorClasses = Map.copyOf(operatorClasses);
    }
}
