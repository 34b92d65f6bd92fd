package org.limbeck.takeover;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the table of Liquibase says: one row for each change set that is applied. */
final class LiquibaseTable {

    static final String QUERY = "SELECT id, author, filename FROM %s ORDER BY orderexecuted";

    private LiquibaseTable() {}

    /** A row. */
    record Row(String id, String author, String file) {

        String key() {
            return LiquibaseTable.key(id, author, file);
        }
    }

    /** How Liquibase writes a change set; where a file was found doesn't count. */
    static String key(String id, String author, String file) {
        return plain(file) + "::" + id + "::" + author;
    }

    private static String plain(String file) {
        String path = file.replace('\\', '/');
        String found = path.startsWith("classpath:") ? path.substring("classpath:".length()) : path;
        return found.startsWith("/") ? found.substring(1) : found;
    }

    static Applied read(List<Row> rows, Mapping mapping) {
        Map<String, String> applied = new LinkedHashMap<>();
        rows.forEach(row -> applied.put(row.key(), row.key()));
        Map<String, String> unknown = new LinkedHashMap<>(applied);
        mapping.entries().forEach(entry -> unknown.remove(entry.key()));
        return new Applied(entry -> applied.containsKey(entry.key()), new ArrayList<>(unknown.values()));
    }
}
