package org.limbeck.schema;

import org.jspecify.annotations.Nullable;

/**
 * An attribute of a composite type, or a column of a view.
 *
 * @param collation null for the type's own
 */
public record Attribute(
        String name, DataType type, @Nullable QualifiedName collation) {

    public Attribute {
        Names.checked(name);
    }

    public static Attribute of(String name, DataType type) {
        return new Attribute(name, type, null);
    }

    public Attribute collate(String newCollation) {
        return new Attribute(name, type, QualifiedName.of(newCollation));
    }
}
