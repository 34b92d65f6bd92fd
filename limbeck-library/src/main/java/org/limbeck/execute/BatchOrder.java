package org.limbeck.execute;

import org.jspecify.annotations.Nullable;
import org.limbeck.operation.UpdateInBatches;
import org.limbeck.sql.Identifiers;
import org.limbeck.sql.Literals;

/** An order in which the rows of a table are gone through, each place in it a text that can be kept. */
interface BatchOrder {

    /** What is changed. */
    UpdateInBatches operation();

    /** Whether a place is one of this order. */
    boolean knows(String place);

    /** Finds the last place; null where there are no rows. */
    String last();

    /**
     * Changes the rows behind a place and answers with the last place and the number of rows.
     *
     * @param after null for the first batch
     * @param rows about how many
     */
    String batch(@Nullable String after, String bound, int rows);

    /** Finds how many rows there are, as far as that is known. */
    default String estimate() {
        return "SELECT greatest(reltuples, 0)::bigint FROM pg_class WHERE oid = to_regclass("
                + Literals.text(Identifiers.quoted(operation().table())) + ")";
    }
}
