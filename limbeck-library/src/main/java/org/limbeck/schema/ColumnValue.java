package org.limbeck.schema;

import java.util.Objects;

/** Where a column's value comes from when a statement gives none: exactly one of these. */
public sealed interface ColumnValue {

    /** Nothing: the value is null. */
    record None() implements ColumnValue {}

    /** A default. */
    sealed interface Default extends ColumnValue {}

    /**
     * A default that is a value.
     *
     * @param value text, number, truth value, date, time, UUID, bytes or a list of these; never null
     */
    record Literal(Object value) implements Default {
        public Literal {
            value = Objects.requireNonNull(Values.checked(value));
        }
    }

    /** A default that is an expression in SQL, for example {@code now()}. */
    record Expression(String sql) implements Default {}

    /**
     * An identity column.
     *
     * @param always whether the server refuses values given by a statement ({@code GENERATED ALWAYS})
     * @param options of the sequence behind it
     */
    record Identity(boolean always, SequenceOptions options) implements ColumnValue {}

    /**
     * A column computed from others.
     *
     * @param stored whether it is kept on disk; otherwise computed on reading, since PostgreSQL 18
     */
    record Generated(String expression, boolean stored) implements ColumnValue {}
}
