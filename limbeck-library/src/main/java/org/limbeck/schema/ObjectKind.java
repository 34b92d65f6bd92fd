package org.limbeck.schema;

import java.util.Optional;

/**
 * The kinds of objects and of their parts.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-commands.html">SQL commands</a>
 */
public enum ObjectKind {
    SCHEMA("SCHEMA"),
    EXTENSION("EXTENSION"),
    COLLATION("COLLATION"),
    ENUM("TYPE"),
    RANGE_TYPE("TYPE"),
    COMPOSITE_TYPE("TYPE"),
    DOMAIN("DOMAIN"),
    SEQUENCE("SEQUENCE"),
    FOREIGN_DATA_WRAPPER("FOREIGN DATA WRAPPER"),
    SERVER("SERVER"),
    TABLE("TABLE"),
    FOREIGN_TABLE("FOREIGN TABLE"),
    COLUMN("COLUMN"),
    CONSTRAINT("CONSTRAINT"),
    INDEX("INDEX"),
    STATISTICS("STATISTICS"),
    VIEW("VIEW"),
    MATERIALIZED_VIEW("MATERIALIZED VIEW"),
    FUNCTION("FUNCTION"),
    PROCEDURE("PROCEDURE"),
    AGGREGATE("AGGREGATE"),
    CAST("CAST"),
    TRIGGER("TRIGGER"),
    RULE("RULE"),
    POLICY("POLICY"),
    PUBLICATION("PUBLICATION"),
    EVENT_TRIGGER("EVENT TRIGGER"),
    DEFAULT_PRIVILEGES("DEFAULT PRIVILEGES");

    private final String sql;

    ObjectKind(String sql) {
        this.sql = sql;
    }

    /** The words for it in a statement, for example {@code MATERIALIZED VIEW}. */
    public String sql() {
        return sql;
    }

    /** Whether it is named by its table and a name of its own. */
    public boolean belongsToTable() {
        return switch (this) {
            case COLUMN, CONSTRAINT, TRIGGER, RULE, POLICY -> true;
            default -> false;
        };
    }

    /** Whether it is named by its name and the types of its arguments. */
    public boolean isRoutine() {
        return this == FUNCTION || this == PROCEDURE || this == AGGREGATE;
    }

    /** What everybody may do with a new one, unless it is revoked. */
    public Optional<String> publicPrivilege() {
        return switch (this) {
            case FUNCTION, PROCEDURE, AGGREGATE -> Optional.of("EXECUTE");
            case ENUM, RANGE_TYPE, COMPOSITE_TYPE, DOMAIN -> Optional.of("USAGE");
            default -> Optional.empty();
        };
    }
}
