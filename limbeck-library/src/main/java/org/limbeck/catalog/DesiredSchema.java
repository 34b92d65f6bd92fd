package org.limbeck.catalog;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.limbeck.problem.LimbeckException;
import org.limbeck.problem.Place;
import org.limbeck.problem.Problem;
import org.limbeck.problem.ProblemCode;
import org.limbeck.schema.Schema;

/** Builds the schema that statements describe. */
public final class DesiredSchema {

    /** Schema, table, column, function or any other object is missing: another statement may bring it. */
    private static final Set<String> MISSING = Set.of("3F000", "42P01", "42703", "42883", "42704", "42P17");

    /** So many are sent in one round trip, and committed together where that is possible. */
    private static final int TOGETHER = 100;

    private static final int OTHERS_SHOWN = 5;

    /** A statement that failed. */
    private record Failure(DdlStatement statement, SQLException cause) {}

    private final ScratchPlace place;

    private DesiredSchema(ScratchPlace place) {
        this.place = place;
    }

    /**
     * Executes the statements and reads back what they make. The order of the statements is kept, but one that needs an
     * object of a later one is tried again after it.
     *
     * @throws LimbeckException with {@code SCHEMA_STATEMENT} for a statement that fails, or that describes no schema
     */
    public static Schema build(ScratchPlace place, List<DdlStatement> statements, CatalogScope scope)
            throws SQLException {
        statements.forEach(DesiredSchema::check);
        new DesiredSchema(place).execute(statements);
        return place.read(scope);
    }

    private static void check(DdlStatement statement) {
        String refusal = StatementHead.of(statement).refusal();
        if (refusal != null) {
            throw Problem.of(
                            ProblemCode.SCHEMA_STATEMENT,
                            "a statement has no place in the description of a schema: " + refusal)
                    .at(statement.place())
                    .evidence(statement.sql().lines().limit(1).toList())
                    .hint("put it into a migration", "limbeck revision -m \"...\" --language sql")
                    .exception();
        }
    }

    private void execute(List<DdlStatement> statements) throws SQLException {
        List<DdlStatement> pending = statements;
        while (!pending.isEmpty()) {
            List<Failure> failures = new ArrayList<>();
            for (int from = 0; from < pending.size(); from += TOGETHER) {
                List<DdlStatement> chunk = pending.subList(from, Math.min(pending.size(), from + TOGETHER));
                if (!executeTogether(chunk)) {
                    failures.addAll(executeOneByOne(chunk));
                }
            }
            if (failures.size() == pending.size()) {
                throw problem(failures);
            }
            pending = failures.stream().map(Failure::statement).toList();
        }
    }

    /** Executes all, or none and returns false. */
    private boolean executeTogether(List<DdlStatement> chunk) throws SQLException {
        place.mark();
        try (Statement statement = place.connection().createStatement()) {
            statement.setEscapeProcessing(false);
            for (DdlStatement one : chunk) {
                statement.addBatch(one.sql());
            }
            statement.executeBatch();
        } catch (SQLException failure) {
            place.undo();
            return false;
        }
        place.keep();
        return true;
    }

    private List<Failure> executeOneByOne(List<DdlStatement> chunk) throws SQLException {
        List<Failure> failures = new ArrayList<>();
        for (DdlStatement one : chunk) {
            SQLException cause = execute(one);
            while (cause != null && createsMissingRole(cause)) {
                cause = execute(one);
            }
            if (cause != null) {
                Failure failure = new Failure(one, cause);
                if (!MISSING.contains(String.valueOf(cause.getSQLState()))) {
                    throw problem(List.of(failure));
                }
                failures.add(failure);
            }
        }
        return failures;
    }

    /** Why it failed; null if it didn't. */
    private @Nullable SQLException execute(DdlStatement one) throws SQLException {
        place.mark();
        try (Statement statement = place.connection().createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute(one.sql());
        } catch (SQLException failure) {
            place.undo();
            return failure;
        }
        place.keep();
        return null;
    }

    /** On a server that is thrown away, a role is created because a statement names it. */
    private boolean createsMissingRole(SQLException cause) throws SQLException {
        Optional<MissingRole> role = MissingRole.of(cause);
        return place.takesMissingRoles()
                && role.isPresent()
                && execute(DdlStatement.of(role.get().sql())) == null;
    }

    private static LimbeckException problem(List<Failure> failures) {
        Failure first = failures.get(0);
        String sql = first.statement.sql();
        Place place = first.statement.place();
        Place at = place == null ? null : new Place(place.file(), place.line() + ServerWords.line(sql, first.cause));
        Problem problem = Problem.of(
                        ProblemCode.SCHEMA_STATEMENT,
                        failures.size() == 1
                                ? "a statement of the desired schema failed"
                                : failures.size() + " statements of the desired schema failed")
                .at(at)
                .evidence(ServerWords.evidence(sql, first.cause));
        for (Failure other : failures.subList(1, Math.min(failures.size(), OTHERS_SHOWN + 1))) {
            Place where = other.statement.place();
            problem = problem.evidence((where == null ? "" : where + ": ") + ServerWords.said(other.cause));
        }
        if ("25001".equals(first.cause.getSQLState())) {
            problem = problem.hint("leave out CONCURRENTLY: how an object is built is said in the migration");
        }
        return problem.databaseState("The target was not changed.").exception(first.cause);
    }
}
