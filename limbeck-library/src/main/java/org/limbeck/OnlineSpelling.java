package org.limbeck;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.limbeck.catalog.FactsReader;
import org.limbeck.execute.History;
import org.limbeck.plan.OnlinePlan;
import org.limbeck.plan.Plan;
import org.limbeck.safety.FactsRequest;

/** Spells a plan so that reads and writes of large tables go on; asks the database only where that can matter. */
record OnlineSpelling(Workspace workspace) {

    OnlinePlan of(Connection connection, Plan plan) throws SQLException {
        // Whoever wants one transaction for all gets it, and no statement in it may work beside others.
        boolean literal = workspace.choices().literal() || workspace.oneTransaction();
        Optional<FactsRequest> request = literal ? Optional.empty() : OnlinePlan.request(plan);
        if (request.isEmpty()) {
            return new OnlinePlan(plan, List.of());
        }
        return OnlinePlan.of(plan, FactsReader.read(connection, request.get()), begun(connection));
    }

    /** What an interrupted run was about to do; null if there was none. */
    OnlinePlan.@Nullable BegunStep begun(Connection connection) throws SQLException {
        return new History(connection, workspace.bookkeeping())
                .interruption()
                .map(found -> new OnlinePlan.BegunStep(found.revision(), found.direction(), found.operations()))
                .orElse(null);
    }
}
