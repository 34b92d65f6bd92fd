package org.limbeck.ddl;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A column as CREATE TABLE or ADD COLUMN says it.
 *
 * @param name its name
 * @param type its type
 * @param notNull whether NOT NULL stands there
 * @param defaultValue null without DEFAULT
 * @param generated whether and how it is computed
 * @param identity {@code GENERATED ... AS IDENTITY} with its options, as it stands there; null without
 * @param constraints CHECK, UNIQUE, PRIMARY KEY and REFERENCES that stand with it
 * @param text its name, its type and all that isn't said otherwise here, as it stands there
 */
public record ColumnDefinition(
        String name,
        TypeText type,
        boolean notNull,
        @Nullable Expression defaultValue,
        Generated generated,
        @Nullable String identity,
        List<ConstraintDefinition> constraints,
        String text) {

    /** Whether a column is computed from others. */
    public enum Generated {
        NO,
        STORED,
        VIRTUAL,
        /** Neither word is written: virtual since PostgreSQL 18, an error before. */
        UNSAID
    }

    public ColumnDefinition {
        constraints = List.copyOf(constraints);
    }

    /** Whether each row gets a number of its own: an identity, or one of the types that bring a sequence. */
    public boolean numbered() {
        return identity != null || type.serial();
    }
}
