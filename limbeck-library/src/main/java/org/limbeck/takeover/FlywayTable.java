package org.limbeck.takeover;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.limbeck.problem.Problem;
import org.limbeck.problem.ProblemCode;

/** What the table of Flyway says; its rows are read in the order in which they were written, for later ones undo earlier ones. */
final class FlywayTable {

    static final String QUERY =
            "SELECT version, description, type, script, checksum, success FROM %s ORDER BY installed_rank";

    /**
     * A row.
     *
     * @param version null for repeatable migrations
     */
    record Row(
            @Nullable String version,
            String description,
            String type,
            String script,
            @Nullable String checksum,
            boolean success) {}

    private final Map<Version, String> versions = new TreeMap<>();
    private final Map<String, String> repeatables = new HashMap<>();
    private @Nullable Version baseline;

    private FlywayTable() {}

    /**
     * What is applied.
     *
     * @throws org.limbeck.problem.LimbeckException where a migration failed
     */
    static Applied read(List<Row> rows, Mapping mapping, String database) {
        FlywayTable table = new FlywayTable();
        for (Row row : rows) {
            if (!row.success()) {
                throw failed(row, database);
            }
            table.add(row);
        }
        return new Applied(table::isApplied, table.unknown(mapping));
    }

    private void add(Row row) {
        String type = row.type();
        if (type.equals("SCHEMA")) {
            return;
        }
        boolean removed = type.equals("DELETE") || type.startsWith("UNDO_");
        if (row.version() == null) {
            if (removed) {
                repeatables.remove(row.description());
            } else {
                repeatables.put(row.description(), Objects.requireNonNullElse(row.checksum(), ""));
            }
            return;
        }
        Version version = Version.of(row.version()).orElse(null);
        if (version == null) {
            return;
        }
        if (type.endsWith("BASELINE")) {
            baseline = version;
        } else if (removed) {
            versions.remove(version);
        } else {
            versions.put(version, row.script());
        }
    }

    private boolean isApplied(Mapping.Entry entry) {
        if (entry.kind() == Mapping.Kind.REPEATABLE) {
            return entry.checksum().equals(repeatables.get(entry.key()));
        }
        Version version = Version.of(entry.key()).orElseThrow();
        return versions.containsKey(version) || isBelowBaseline(version);
    }

    private boolean isBelowBaseline(Version version) {
        return baseline != null && version.compareTo(baseline) <= 0;
    }

    private List<String> unknown(Mapping mapping) {
        TreeSet<Version> known = new TreeSet<>();
        for (Mapping.Entry entry : mapping.entries()) {
            Version.of(entry.key()).ifPresent(known::add);
        }
        Map<Version, String> unknown = new TreeMap<>(versions);
        unknown.keySet().removeIf(version -> known.contains(version) || isBelowBaseline(version));
        if (!known.isEmpty()) {
            // Old migrations are often thrown away, or replaced by one that builds it all.
            unknown.keySet().removeIf(version -> version.compareTo(known.first()) < 0);
        }
        return new ArrayList<>(unknown.values());
    }

    private static RuntimeException failed(Row row, String database) {
        return Problem.of(
                        ProblemCode.TAKEOVER_FAILED_MIGRATION,
                        "Flyway's " + row.script() + " failed on " + database
                                + ", and nobody can say what it left behind")
                .databaseState("Nothing was changed.")
                .hint("clean up behind it by hand, then take the failed row out of Flyway's table", "flyway repair")
                .exception();
    }
}
