package org.limbeck.schema;

/** The type of a column, a sequence or an attribute. */
public sealed interface DataType {

    /**
     * A type in the server's own spelling, with its modifiers.
     *
     * @param sql for example {@code numeric(12,2)} or {@code timestamp with time zone}
     */
    record BuiltIn(String sql) implements DataType {
        @Override
        public String toString() {
            return sql;
        }
    }

    /** A type that somebody created: an enum, a domain, a composite type, a type of an extension. */
    record Named(QualifiedName name) implements DataType {
        @Override
        public String toString() {
            return name.toString();
        }
    }

    /** An array of another type. PostgreSQL keeps no number of dimensions. */
    record ArrayOf(DataType element) implements DataType {
        @Override
        public String toString() {
            return element + "[]";
        }
    }
}
