package org.limbeck.plan;

/** What a step does with its revision. */
public enum StepKind {
    UPGRADE,
    DOWNGRADE,
    /** Only the version table changes. */
    STAMP;

    /** The word for the history table. */
    public String word() {
        return switch (this) {
            case UPGRADE -> "upgrade";
            case DOWNGRADE -> "downgrade";
            case STAMP -> "stamp";
        };
    }
}
