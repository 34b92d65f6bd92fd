package org.limbeck.diff;

import java.util.EnumSet;
import java.util.Set;
import org.limbeck.schema.ObjectKind;

/**
 * What a source of the desired schema can speak about; whatever else there is stays as it is.
 *
 * @param kinds the kinds of objects whose absence means that they are to go
 * @param additions the kinds of objects that it can only ask for
 * @param physical whether it says how tables are kept: partitions, storage, row security, exclusion constraints
 * @param owners whether it says whose the objects are
 * @param grants whether it says who may do what
 * @param everybodyOnPublic whether it says what everybody may do with the schema {@code public}, even where that is what a new
 *     database gives
 * @param exhaustive whether it speaks of everything; what {@link Unsaid} is about stays where it doesn't
 */
public record Scope(
        Set<ObjectKind> kinds,
        Set<ObjectKind> additions,
        boolean physical,
        boolean owners,
        boolean grants,
        boolean everybodyOnPublic,
        boolean exhaustive) {

    /** A whole database: everything. */
    public static final Scope DATABASE =
            new Scope(EnumSet.allOf(ObjectKind.class), EnumSet.noneOf(ObjectKind.class), true, true, true, true, true);

    /** Entities: tables with columns, constraints and indexes, the enums and sequences for them. */
    public static final Scope ENTITIES = new Scope(
            EnumSet.of(
                    ObjectKind.ENUM,
                    ObjectKind.SEQUENCE,
                    ObjectKind.TABLE,
                    ObjectKind.COLUMN,
                    ObjectKind.CONSTRAINT,
                    ObjectKind.INDEX),
            EnumSet.of(ObjectKind.SCHEMA, ObjectKind.EXTENSION),
            false,
            false,
            false,
            false,
            false);

    public Scope {
        kinds = Set.copyOf(kinds);
        additions = Set.copyOf(additions);
    }

    /** Files of statements, alone or beside entities: everything but what is only said on request. */
    public static Scope schemaFiles(boolean owners, boolean grants, boolean everybodyOnPublic) {
        return new Scope(DATABASE.kinds, DATABASE.additions, true, owners, grants, everybodyOnPublic, false);
    }

    /** Whether objects of this kind that aren't desired are to go. */
    boolean decides(ObjectKind kind) {
        return kinds.contains(kind);
    }
}
