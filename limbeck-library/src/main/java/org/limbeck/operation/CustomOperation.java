package org.limbeck.operation;

import java.util.List;

/**
 * An operation of the application's own, made of statements that it writes itself. Best a record, so that two that do the
 * same are equal.
 */
public non-sealed interface CustomOperation extends Operation {

    /** The statements that do it, in their order, each without its semicolon. */
    List<String> statements();

    /**
     * The Java expression that makes it again, for migrations that are written, with names of classes in full; for example
     * {@code new shop.migration.RefreshTotals("daily")}.
     */
    String source();

    @Override
    default <R> R accept(OperationVisitor<R> reader) {
        return reader.visit(this);
    }
}
