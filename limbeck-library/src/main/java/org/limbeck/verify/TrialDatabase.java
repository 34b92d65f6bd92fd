package org.limbeck.verify;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.limbeck.catalog.CatalogReader;
import org.limbeck.catalog.CatalogScope;
import org.limbeck.catalog.MissingRole;
import org.limbeck.execute.DatabaseConnector;
import org.limbeck.execute.Executor;
import org.limbeck.execute.RunLimits;
import org.limbeck.execute.RunListener;
import org.limbeck.execute.Session;
import org.limbeck.plan.Author;
import org.limbeck.plan.Bookkeeping;
import org.limbeck.plan.Plan;
import org.limbeck.plan.Step;
import org.limbeck.problem.LimbeckException;
import org.limbeck.schema.Schema;

/** The scratch database in which revisions are tried; where one has spoilt it, a new one takes its place. */
final class TrialDatabase implements AutoCloseable {

    /** Nobody else is there to wait for. */
    private static final RunLimits LIMITS = RunLimits.ofLocks(Duration.ofMinutes(1));

    private final TrialServer server;
    private final Author author;
    private final Bookkeeping bookkeeping;
    private final CatalogScope scope;
    private Opened opened;
    private Set<String> rows = new LinkedHashSet<>();

    private TrialDatabase(
            TrialServer server, Author author, Bookkeeping bookkeeping, CatalogScope scope, Opened opened) {
        this.server = server;
        this.author = author;
        this.bookkeeping = bookkeeping;
        this.scope = scope;
        this.opened = opened;
    }

    static TrialDatabase open(TrialServer server, Author author, Bookkeeping bookkeeping, CatalogScope scope)
            throws SQLException {
        return new TrialDatabase(server, author, bookkeeping, scope, open(server, bookkeeping));
    }

    /** Begins with a new database at base, and brings it up. */
    void renew(List<Step> steps) throws SQLException {
        close();
        opened = open(server, bookkeeping);
        rows = new LinkedHashSet<>();
        run(steps);
    }

    /** @throws org.limbeck.problem.LimbeckException where a step fails; the ones before it are done */
    void run(List<Step> steps) throws SQLException {
        for (Step step : steps) {
            run(step);
        }
    }

    /** Runs a step, again where it lacks a role that may be created. */
    void run(Step step) throws SQLException {
        Plan plan = new Plan(rows, List.of(step));
        while (true) {
            try {
                new Executor(opened.session(), opened.database(), author, false, LIMITS, RunListener.NONE).run(plan);
                rows = plan.rowsAfter();
                return;
            } catch (LimbeckException failure) {
                Optional<MissingRole> role = MissingRole.of(failure.getCause());
                if (role.isEmpty() || !server.takesMissingRoles()) {
                    throw failure;
                }
                role.get().create(connection());
            }
        }
    }

    Schema read() throws SQLException {
        return CatalogReader.read(connection(), scope);
    }

    Connection connection() {
        return opened.session().connection();
    }

    @Override
    public void close() throws SQLException {
        connection().close();
    }

    private record Opened(DatabaseConnector database, Session session) {}

    private static Opened open(TrialServer server, Bookkeeping bookkeeping) throws SQLException {
        DatabaseConnector database = server.freshDatabase();
        Session session = Session.writable(database.connect(), database, bookkeeping);
        session.createTables();
        return new Opened(database, session);
    }
}
