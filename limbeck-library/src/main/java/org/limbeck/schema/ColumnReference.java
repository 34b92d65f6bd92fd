package org.limbeck.schema;

/** A column by name. */
public record ColumnReference(QualifiedName table, String column) {

    public ColumnReference {
        Names.checked(column);
    }

    @Override
    public String toString() {
        return table + "." + column;
    }
}
