package org.limbeck.safety;

/** What a relation is, by {@code pg_class.relkind}. */
public enum RelationKind {
    TABLE('r'),
    PARTITIONED_TABLE('p'),
    VIEW('v'),
    MATERIALIZED_VIEW('m'),
    SEQUENCE('S'),
    INDEX('i'),
    PARTITIONED_INDEX('I'),
    COMPOSITE_TYPE('c'),
    FOREIGN_TABLE('f'),
    TOAST_TABLE('t');

    private final char letter;

    RelationKind(char letter) {
        this.letter = letter;
    }

    /**
     * The kind with that letter.
     *
     * @throws IllegalArgumentException for a letter that PostgreSQL 14 to 18 doesn't have
     */
    public static RelationKind of(char letter) {
        for (RelationKind kind : values()) {
            if (kind.letter == letter) {
                return kind;
            }
        }
        throw new IllegalArgumentException("relkind " + letter);
    }

    /** Whether it has rows of its own. */
    public boolean storesRows() {
        return this == TABLE || this == MATERIALIZED_VIEW;
    }

    public boolean isIndex() {
        return this == INDEX || this == PARTITIONED_INDEX;
    }
}
