package org.limbeck.execute;

import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.limbeck.problem.Nearest;
import org.limbeck.problem.Problem;
import org.limbeck.sql.Statement;

/** What to do about the errors of the server that people meet most. */
final class ServerHints {

    /** The short names of the types that people write most; of two that are equally near, the first one is meant. */
    private static final List<String> TYPES = List.of(
            "bigint",
            "bigserial",
            "boolean",
            "bytea",
            "char",
            "cidr",
            "date",
            "daterange",
            "decimal",
            "double precision",
            "float",
            "inet",
            "int",
            "int4range",
            "int8range",
            "integer",
            "interval",
            "json",
            "jsonb",
            "macaddr",
            "money",
            "numeric",
            "numrange",
            "real",
            "serial",
            "smallint",
            "text",
            "time",
            "timestamptz",
            "timestamp",
            "timetz",
            "tsquery",
            "tsrange",
            "tstzrange",
            "tsvector",
            "uuid",
            "varbit",
            "varchar",
            "xml");

    private ServerHints() {}

    private static final Set<String> ROLES = Set.of("ROLE", "USER", "GROUP");

    /**
     * Adds them.
     *
     * @param first the revision, where it is the first one of all; null where others are applied
     */
    static Problem add(Problem problem, Statement statement, @Nullable String first, SQLException failure) {
        return switch (String.valueOf(failure.getSQLState())) {
            case "55P04" ->
                problem.hint(
                        "a value added to an enum can be used only after a commit: put its first use into a revision of its own");
            case "25001" ->
                problem.hint("this statement can't run inside a transaction: put it into a revision of its own");
            case "23502", "23503", "23505", "23514", "23P01" ->
                problem.hint(
                        "rows that are there contradict the constraint: correct them first, in this or an earlier revision");
            case "42P06", "42P07", "42701", "42710", "42723" -> thereAlready(problem, statement, first);
            case "55P03", "57014" -> problem.hint("something held a lock for too long; try again when it has gone");
            case "42704" -> nearestType(problem, failure);
            default -> problem;
        };
    }

    private static Problem thereAlready(Problem problem, Statement statement, @Nullable String first) {
        List<String> words = statement.words(3);
        if (words.size() > 1 && ROLES.contains(words.get(1)) && !words.contains("MAPPING")) {
            return problem.hint("roles belong to the whole server: revisions of another database may have made it");
        } else if (first != null) {
            return problem.hint(
                    "if the database was built by other means, and all that this revision makes is there, mark it as applied",
                    "limbeck stamp " + first);
        }
        return problem.hint(
                "an earlier revision made it, or somebody did by hand; to see what was made by hand", "limbeck drift");
    }

    /** The server knows the name that it missed only inside its sentence. */
    private static Problem nearestType(Problem problem, SQLException failure) {
        String message = String.valueOf(failure.getMessage());
        int start = message.indexOf("type \"");
        int end = message.indexOf('"', start + 6);
        if (start < 0 || end < 0) {
            return problem;
        }
        String nearest = Nearest.of(message.substring(start + 6, end), TYPES);
        return nearest == null ? problem : problem.hint("there is a type with a similar name: " + nearest);
    }
}
