package org.limbeck.takeover;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A tool that keeps a table of what it applied, which databases are taken over by. */
public enum Tool {
    FLYWAY("Flyway", "flyway_schema_history"),
    LIQUIBASE("Liquibase", "databasechangelog");

    private final String title;
    private final String usualTable;

    Tool(String title, String usualTable) {
        this.title = title;
        this.usualTable = usualTable;
    }

    /** How people call it. */
    public String title() {
        return title;
    }

    /** Where it keeps what it applied, unless it is told otherwise. */
    public String usualTable() {
        return usualTable;
    }

    /** How files and commands call it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Tool> byWord(String word) {
        return Arrays.stream(values()).filter(tool -> tool.word().equals(word)).findFirst();
    }
}
