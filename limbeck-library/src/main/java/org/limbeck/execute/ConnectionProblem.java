package org.limbeck.execute;

import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.limbeck.problem.LimbeckException;
import org.limbeck.problem.Problem;
import org.limbeck.problem.ProblemCode;

/** Tells from the server's state code why there is no connection, or why one can't be used. */
public final class ConnectionProblem {

    private ConnectionProblem() {}

    /**
     * Why no connection could be made.
     *
     * @param database what it was to, for people, without a password
     */
    public static LimbeckException connecting(String database, SQLException exception) {
        String state = String.valueOf(exception.getSQLState());
        List<String> said = StatementProblem.said(exception);
        Problem problem = switch (state) {
            case "28P01", "28000" ->
                Problem.of(ProblemCode.AUTHENTICATION_FAILED, database + " refused user or password")
                        .evidence(said)
                        .hint("to see which ones are used, and where they come from", "limbeck config");
            case "3D000" ->
                Problem.of(ProblemCode.UNKNOWN_DATABASE, "there is no database " + database)
                        .evidence(said)
                        .hint("to create it", "createdb NAME")
                        .hint("to see where the name comes from", "limbeck config");
            case "42501" ->
                Problem.of(ProblemCode.PRIVILEGE_MISSING, "the user may not connect to " + database)
                        .evidence(said)
                        .hint("ask its owner for: GRANT CONNECT ON DATABASE ... TO ...");
            case "53300", "57P03" ->
                Problem.of(ProblemCode.DATABASE_UNREACHABLE, database + " takes no connection just now")
                        .evidence(said)
                        .hint("try again in a moment");
            case "08001", "08004", "08006", "08000" ->
                Problem.of(ProblemCode.DATABASE_UNREACHABLE, database + " cannot be reached")
                        .evidence(said)
                        .hint("is the server running, and are host and port right? To see them", "limbeck config");
            default ->
                Problem.of(ProblemCode.DATABASE_ERROR, "no connection to " + database)
                        .evidence(said);
        };
        return problem.databaseState("Nothing was changed.").exception(exception);
    }

    /**
     * Why something that Limbeck itself asked of the database failed.
     *
     * @param action what was being done, for example {@code read the version table}
     */
    public static LimbeckException using(
            String database, String action, @Nullable String databaseState, SQLException exception) {
        String state = String.valueOf(exception.getSQLState());
        ProblemCode code = code(state);
        Problem problem = Problem.of(code, "cannot " + action + " in " + database)
                .evidence(StatementProblem.said(exception))
                .databaseState(databaseState);
        if (code == ProblemCode.PRIVILEGE_MISSING) {
            problem = problem.hint(
                    "connect as a user who may, or ask the schema's owner for: GRANT CREATE, USAGE ON SCHEMA ... TO ...");
        } else if (code == ProblemCode.READ_ONLY) {
            problem = problem.hint("connect to the primary server, with a user and settings that allow writes");
        }
        return problem.exception(exception);
    }

    static ProblemCode code(String state) {
        if (state.equals("42501")) {
            return ProblemCode.PRIVILEGE_MISSING;
        }
        if (state.equals("25006")) {
            return ProblemCode.READ_ONLY;
        }
        if (state.startsWith("08") || state.equals("57P01") || state.equals("57P02")) {
            return ProblemCode.CONNECTION_LOST;
        }
        return ProblemCode.DATABASE_ERROR;
    }
}
