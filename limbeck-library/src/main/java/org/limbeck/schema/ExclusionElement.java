package org.limbeck.schema;

/**
 * One comparison of an exclusion constraint.
 *
 * @param operator for example {@code &&}; in another schema {@code OPERATOR(schema.&&)}
 */
public record ExclusionElement(IndexElement element, String operator) {}
