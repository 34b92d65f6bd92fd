package org.limbeck.takeover;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.limbeck.problem.Problem;
import org.limbeck.problem.ProblemCode;
import org.limbeck.sql.Identifiers;
import org.limbeck.sql.Literals;

/**
 * Reads the table of another tool.
 *
 * @param database what to call the database, for people
 */
public record OtherTable(Connection connection, Mapping mapping, String database) {

    static final String LIQUIBASE_LOCK = "databasechangeloglock";

    private interface RowReader<T> {
        T row(ResultSet result) throws SQLException;
    }

    /** Whether the tool ever was there. */
    public boolean exists() throws SQLException {
        return exists(Identifiers.quoted(mapping.table()));
    }

    /**
     * Where the tool left the database; empty where it never was there.
     *
     * @throws org.limbeck.problem.LimbeckException where that can't be said in revisions: the tool applied what wasn't
     *     imported, left something out, or failed
     */
    public Optional<TakenOver> read() throws SQLException {
        String table = Identifiers.quoted(mapping.table());
        if (!exists(table)) {
            return Optional.empty();
        }
        Applied applied = switch (mapping.tool()) {
            case FLYWAY -> FlywayTable.read(rows(FlywayTable.QUERY, table, OtherTable::flyway), mapping, database);
            case LIQUIBASE -> LiquibaseTable.read(rows(LiquibaseTable.QUERY, table, OtherTable::liquibase), mapping);
        };
        if (mapping.tool() == Tool.LIQUIBASE) {
            refuseLocked();
        }
        if (!applied.unknown().isEmpty()) {
            throw unknown(applied.unknown());
        }
        return Optional.of(line(applied));
    }

    private void refuseLocked() throws SQLException {
        String table = Identifiers.quoted(mapping.table().withName(LIQUIBASE_LOCK));
        if (!exists(table)) {
            return;
        }
        List<String> holders =
                rows("SELECT coalesce(lockedby, 'somebody') FROM %s WHERE locked", table, row -> row.getString(1));
        if (!holders.isEmpty()) {
            throw Problem.of(
                            ProblemCode.TAKEOVER_LOCKED,
                            "Liquibase is working on " + database + ": " + LIQUIBASE_LOCK + " is held by "
                                    + holders.get(0))
                    .databaseState("Nothing was changed.")
                    .hint("if nothing of it runs any more", "liquibase release-locks")
                    .exception();
        }
    }

    /** What is applied without a gap. What is repeatable behind a gap runs again, as it would have with the tool. */
    private TakenOver line(Applied applied) {
        List<String> line = new ArrayList<>();
        List<Mapping.Entry> missing = new ArrayList<>();
        List<Mapping.Entry> ahead = new ArrayList<>();
        for (Mapping.Entry entry : mapping.entries()) {
            if (entry.revision() == null) {
                continue;
            }
            boolean isApplied = applied.isApplied().test(entry);
            if (isApplied && missing.isEmpty()) {
                line.add(Mapping.revision(entry));
            } else if (!isApplied) {
                missing.add(entry);
            } else if (entry.kind() == Mapping.Kind.ONCE) {
                ahead.add(entry);
            }
        }
        if (!ahead.isEmpty()) {
            throw outOfOrder(missing.get(0), ahead.get(ahead.size() - 1));
        }
        return new TakenOver(
                mapping.tool(),
                mapping.table(),
                line,
                missing.stream().map(Mapping::revision).toList());
    }

    private boolean exists(String table) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result =
                        statement.executeQuery("SELECT to_regclass(" + Literals.text(table) + ") IS NOT NULL")) {
            result.next();
            return result.getBoolean(1);
        }
    }

    private <T> List<T> rows(String query, String table, RowReader<T> reader) throws SQLException {
        List<T> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(String.format(Locale.ROOT, query, table))) {
            while (result.next()) {
                rows.add(reader.row(result));
            }
        }
        return rows;
    }

    private static FlywayTable.Row flyway(ResultSet row) throws SQLException {
        return new FlywayTable.Row(
                row.getString("version"),
                row.getString("description"),
                row.getString("type"),
                row.getString("script"),
                row.getString("checksum"),
                row.getBoolean("success"));
    }

    private static LiquibaseTable.Row liquibase(ResultSet row) throws SQLException {
        return new LiquibaseTable.Row(row.getString("id"), row.getString("author"), row.getString("filename"));
    }

    private RuntimeException unknown(List<String> names) {
        return Problem.of(
                        ProblemCode.TAKEOVER_UNKNOWN_CHANGE,
                        mapping.tool().title() + " applied " + names.get(0)
                                + (names.size() > 1 ? " and " + (names.size() - 1) + " more" : "") + " to " + database
                                + ", which wasn't imported")
                .evidence(names)
                .databaseState("Nothing was changed.")
                .hint(
                        "import again, from a checkout that has it",
                        "limbeck import " + mapping.tool().word())
                .hint("to say yourself where the database stands", "limbeck stamp REVISION")
                .exception();
    }

    private RuntimeException outOfOrder(Mapping.Entry missing, Mapping.Entry ahead) {
        String lower = Objects.requireNonNull(missing.revision());
        String upper = Objects.requireNonNull(ahead.revision());
        String command = mapping.tool() == Tool.FLYWAY
                ? "flyway migrate -outOfOrder=true -target=" + ahead.key()
                : "liquibase update";
        return Problem.of(
                        ProblemCode.TAKEOVER_OUT_OF_ORDER,
                        mapping.tool().title() + " applied " + upper + " to " + database + " without " + lower
                                + ", which it stands on here")
                .evidence(lower + " was " + missing.key() + ", which is not in " + mapping.table())
                .databaseState("Nothing was changed.")
                .hint("let " + mapping.tool().title() + " make up for it a last time", command)
                .hint("if the database has what " + lower + " does, or doesn't need it", "limbeck stamp " + upper)
                .exception();
    }
}
