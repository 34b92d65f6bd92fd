package org.limbeck.problem;

import java.util.Arrays;
import java.util.Optional;

/** Every kind of problem. The identifiers never change their meaning: people search for them. */
public enum ProblemCode {
    NO_MIGRATIONS("L001", "there are no migrations"),
    DUPLICATE_REVISION("L002", "two files have the same revision identifier"),
    MISSING_REVISION("L003", "a revision refers to one that does not exist"),
    CYCLE("L004", "revisions form a cycle"),
    DUPLICATE_LABEL("L005", "a branch label is used twice"),
    INVALID_REVISION_ID("L006", "a revision identifier is not valid"),

    UNKNOWN_REVISION("L010", "there is no such revision"),
    AMBIGUOUS_REVISION("L011", "a partial identifier matches several revisions"),
    SEVERAL_HEADS("L012", "one head was asked for and there are several"),
    AMBIGUOUS_STEP("L013", "a relative step can go several ways"),
    TOO_FEW_REVISIONS("L014", "a relative step goes past the end"),
    INVALID_TARGET("L015", "the target cannot be reached from here"),
    OVERLAPPING_REVISIONS("L016", "one revision stands on another that was given beside it"),
    NOT_A_HEAD("L017", "the chosen parent is not a head"),

    MIGRATION_HEADER("L020", "a migration's header is missing or cannot be read"),
    COMPILATION_FAILED("L021", "a Java migration does not compile"),
    MIGRATION_CLASS("L022", "a class is not a usable migration"),
    FILE_ENCODING("L023", "a file is not UTF-8"),
    FILE_NOT_WRITTEN("L024", "a file could not be written"),
    FILE_NOT_READ("L025", "a file could not be read"),
    COMPILER_MISSING("L026", "this Java has no compiler"),
    SQL_SCRIPT("L027", "an SQL script cannot be taken apart"),

    MIGRATION_FAILED("L030", "a migration's own code failed"),
    STATEMENT_FAILED("L031", "a statement failed"),
    IRREVERSIBLE("L032", "a revision cannot be undone"),
    NOT_OFFLINE("L033", "a step needs a database and cannot be written as a script"),
    INVALID_NAME("L034", "a name cannot be used in PostgreSQL"),
    INVALID_OPERATION("L035", "an operation cannot be what it says"),

    DATABASE_UNREACHABLE("L040", "the database server cannot be reached"),
    AUTHENTICATION_FAILED("L041", "the server refused user or password"),
    UNKNOWN_DATABASE("L042", "there is no such database"),
    SERVER_TOO_OLD("L043", "the server is older than PostgreSQL 14"),
    READ_ONLY("L044", "the database takes no writes"),
    PRIVILEGE_MISSING("L045", "the user may not do this"),
    LOCKED_BY_ANOTHER_RUN("L046", "another run holds the lock"),
    CONNECTION_LOST("L047", "the connection broke"),
    DATABASE_ERROR("L048", "the database refused"),

    REVISION_FILE_MISSING("L050", "the database is at a revision whose file is gone"),
    MANAGED_BY_ALEMBIC("L051", "the database was managed by Alembic"),
    VERSION_TABLE_CHANGED("L052", "the version table changed under the run"),
    NOT_AT_HEADS("L053", "the database is not at all heads"),
    UNFINISHED_REVISION("L054", "a revision was begun and not finished"),
    COMMIT_UNKNOWN("L055", "the connection broke during a commit"),
    DATABASE_BEHIND("L056", "the database is behind its revisions"),

    UNKNOWN_SETTING("L060", "there is no such setting"),
    INVALID_SETTING("L061", "a setting's value cannot be used"),
    CONFIGURATION_FILE("L062", "the configuration file cannot be used"),

    EMBEDDED_SERVER("L070", "the embedded PostgreSQL could not be used"),
    NO_EMBEDDED_SERVER("L071", "the configured database is not the embedded one"),

    USAGE("L080", "the command line is not understood"),
    TOOL_MISSING("L081", "a program is missing"),
    ANSWER_NEEDED("L082", "a question needs an answer"),

    ENTITIES_NOT_COMPILED("L090", "the sources of the entities do not compile"),
    INVALID_MAPPING("L091", "the mapping of the entities cannot be used"),
    NO_ENTITIES("L092", "there are no entities"),
    CLASS_PATH_UNKNOWN("L093", "the class path of the project is not known"),

    NO_SCRATCH_PLACE("L094", "there is no place to build the desired schema"),
    SCHEMA_STATEMENT("L095", "a statement of the desired schema cannot be used"),
    CATALOG_CHANGED("L096", "the database kept changing while it was read"),

    INTERNAL("L099", "a defect in Limbeck itself"),

    PLAN_MOVED("L100", "a plan no longer holds"),
    PLAN_FILE("L101", "a file is not a plan"),
    HAZARDS("L102", "a run would hold up writers, or does what can't be told"),
    LOCK_NOT_HAD("L140", "a lock could not be had in time"),
    POOLER("L141", "the connection goes through a pooler that changes servers"),
    INVALID_INDEX("L142", "an index is invalid"),
    VERSION_TABLE_LOST("L143", "the version table contradicts the history"),
    STANDBY_BEHIND("L144", "a standby is too far behind"),
    BUILD_TOO_LONG("L145", "concurrent work took longer than it may"),
    INTERRUPTED("L146", "a run was interrupted"),
    APPLIED_REVISION_CHANGED("L160", "a revision was changed after it was applied"),
    NOT_APPLIED("L161", "a revision is not applied"),
    NOT_POSTGRESQL("L180", "a data source is not of PostgreSQL's driver"),
    AMBIGUOUS_DATA_SOURCE("L181", "there are several data sources"),
    DATABASE_DIFFERS("L182", "the database differs from what it should be like"),

    TAKEOVER_FILE("L200", "a takeover file cannot be read"),
    TAKEOVER_FAILED_MIGRATION("L201", "another tool left a failed migration behind"),
    TAKEOVER_UNKNOWN_CHANGE("L202", "another tool applied what was not imported"),
    TAKEOVER_OUT_OF_ORDER("L203", "another tool left a gap"),
    IMPORT_FOLDER_NOT_EMPTY("L204", "an import needs a folder without migrations"),
    IMPORT_NOT_READ("L205", "a project of another tool cannot be read"),
    IMPORT_VALUE_MISSING("L206", "a placeholder has no value"),
    NOTHING_TO_IMPORT("L207", "there is nothing to import"),
    LIQUIBASE_MISSING("L208", "there is no Liquibase to read change logs with"),
    TAKEOVER_LOCKED("L209", "another tool holds its lock");

    private final String id;
    private final String title;

    ProblemCode(String id, String title) {
        this.id = id;
        this.title = title;
    }

    /** The identifier that is printed, for example {@code L012}. */
    public String id() {
        return id;
    }

    /** What all problems of this kind have in common, a clause without a full stop. */
    public String title() {
        return title;
    }

    /** Finds a code by its identifier, in any case. */
    public static Optional<ProblemCode> byId(String id) {
        return Arrays.stream(values())
                .filter(code -> code.id.equalsIgnoreCase(id))
                .findFirst();
    }
}
