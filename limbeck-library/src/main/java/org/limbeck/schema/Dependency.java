package org.limbeck.schema;

import org.jspecify.annotations.Nullable;

/**
 * That one object can't be without another.
 *
 * @param from the object, or the column or constraint, that needs the other
 * @param to what is needed
 */
public record Dependency(ObjectId from, ObjectId to) {

    // For the same reason as those of ObjectId.

    @Override
    public boolean equals(@Nullable Object object) {
        return object instanceof Dependency other && from.equals(other.from) && to.equals(other.to);
    }

    @Override
    public int hashCode() {
        return from.hashCode() * 31 + to.hashCode();
    }
}
