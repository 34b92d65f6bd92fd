package org.limbeck.schema;

/**
 * That one object can't be without another.
 *
 * @param from the object, or the column or constraint, that needs the other
 * @param to what is needed
 */
public record Dependency(ObjectId from, ObjectId to) {}
