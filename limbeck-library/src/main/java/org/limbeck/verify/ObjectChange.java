package org.limbeck.verify;

import org.limbeck.schema.ObjectId;

/**
 * One thing in which a schema is not like another.
 *
 * @param object what it is about: an object, a column or a constraint
 * @param kind whether the object is too many, too few or another
 * @param aspect what of the object, for example {@code owner}; empty for itself
 */
public record ObjectChange(ObjectId object, Kind kind, String aspect) {

    /** What became of an object. */
    public enum Kind {
        ADDED,
        MISSING,
        CHANGED
    }

    static ObjectChange of(ObjectId object, Kind kind) {
        return new ObjectChange(object, kind, "");
    }

    static ObjectChange of(ObjectId object, String aspect) {
        return new ObjectChange(object, Kind.CHANGED, aspect);
    }

    /** For people, for example {@code owner of table orders}. */
    public String describe() {
        return aspect.isEmpty() ? object.describe() : aspect + " of " + object.describe();
    }
}
