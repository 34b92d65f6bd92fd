package org.limbeck.safety;

import java.util.EnumSet;
import java.util.Set;

/** The kinds of findings that need no database. The identifiers never change their meaning. */
public enum LintCode {
    UNNAMED_CONSTRAINT("S01", "a constraint without a name can't be validated later"),
    SEVERAL_ACTIONS("S02", "a check of all rows stands together with other changes of the table"),
    UNNAMED_INDEX("S03", "an index without a name can't be built concurrently and found again"),
    EXCLUSION("S04", "an exclusion constraint builds its index while nobody can write"),
    TYPE_CHANGE("S05", "another type may write all rows anew"),
    FILLED_COLUMN("S06", "a new column is filled in all rows at once"),
    CHECKED_COLUMN("S07", "a new column comes with a constraint that is checked for all rows"),
    WHOLE_TABLE("S08", "all of a table or view is written or read while others wait"),
    PARTITION_IN_PLACE("S09", "a partition that is made in place needs the whole table for itself"),
    DOMAIN_CONSTRAINT("S10", "a domain's constraint reads every table that uses it"),
    LOST_PROOF("S11", "the check that proves NOT NULL is dropped before it is needed"),
    VALIDATED_TOO_EARLY("S12", "rows are checked under the lock that the constraint itself took"),
    DATA_LOSS("S20", "data is gone afterwards"),
    RENAME("S21", "programs that run now know the old name"),
    REQUIRED_COLUMN("S22", "programs that run now don't fill the column"),
    NULLS_APPEAR("S23", "programs that run now don't expect null"),
    HIDDEN_INVALID_INDEX("S30", "IF NOT EXISTS takes an index for done that isn't valid"),
    NOT_UNDERSTOOD("S40", "what it does can't be told");

    private final String id;
    private final String title;

    LintCode(String id, String title) {
        this.id = id;
        this.title = title;
    }

    /** Those of work that takes as long as a table is large, while nobody can write. */
    public static Set<LintCode> ofBlockingWork() {
        return EnumSet.range(UNNAMED_CONSTRAINT, VALIDATED_TOO_EARLY);
    }

    /** The identifier that findings are accepted by. */
    public String id() {
        return id;
    }

    /** What all findings of this kind have in common, a clause without a full stop. */
    public String title() {
        return title;
    }
}
