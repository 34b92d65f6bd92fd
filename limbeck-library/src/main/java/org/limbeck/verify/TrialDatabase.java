package org.limbeck.verify;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.limbeck.catalog.CatalogReader;
import org.limbeck.catalog.CatalogScope;
import org.limbeck.execute.Executor;
import org.limbeck.execute.RunListener;
import org.limbeck.execute.Session;
import org.limbeck.plan.Author;
import org.limbeck.plan.Bookkeeping;
import org.limbeck.plan.Plan;
import org.limbeck.plan.Step;
import org.limbeck.schema.Schema;

/** The scratch database in which revisions are tried; where one has spoilt it, a new one takes its place. */
final class TrialDatabase {

    private static final String NAME = "the scratch database";

    private final TrialServer server;
    private final Author author;
    private final Bookkeeping bookkeeping;
    private final CatalogScope scope;
    private TrialServer.Fresh fresh;
    private Session session;
    private Set<String> rows = new LinkedHashSet<>();

    private TrialDatabase(
            TrialServer server, Author author, Bookkeeping bookkeeping, CatalogScope scope, TrialServer.Fresh fresh)
            throws SQLException {
        this.server = server;
        this.author = author;
        this.bookkeeping = bookkeeping;
        this.scope = scope;
        this.fresh = fresh;
        this.session = session(fresh, bookkeeping);
    }

    static TrialDatabase open(TrialServer server, Author author, Bookkeeping bookkeeping, CatalogScope scope)
            throws SQLException {
        return new TrialDatabase(server, author, bookkeeping, scope, server.freshDatabase());
    }

    /** Begins with a new database at base, and brings it up. */
    void renew(List<Step> steps) throws SQLException {
        fresh = server.freshDatabase();
        session = session(fresh, bookkeeping);
        rows = new LinkedHashSet<>();
        run(steps);
    }

    /** @throws org.limbeck.problem.LimbeckException where a step fails; the ones before it are done */
    void run(List<Step> steps) throws SQLException {
        if (steps.isEmpty()) {
            return;
        }
        Plan plan = new Plan(rows, steps);
        new Executor(session, fresh.connector(), author, false, Duration.ofMinutes(1), RunListener.NONE).run(plan);
        rows = plan.rowsAfter();
    }

    void run(Step step) throws SQLException {
        run(List.of(step));
    }

    Schema read() throws SQLException {
        return CatalogReader.read(connection(), scope);
    }

    Connection connection() {
        return session.connection();
    }

    private static Session session(TrialServer.Fresh fresh, Bookkeeping bookkeeping) throws SQLException {
        Session session = Session.writable(fresh.connection(), fresh.connector(), NAME, bookkeeping);
        session.createTables();
        return session;
    }
}
