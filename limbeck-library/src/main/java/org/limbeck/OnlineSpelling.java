package org.limbeck;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.limbeck.catalog.FactsReader;
import org.limbeck.plan.OnlinePlan;
import org.limbeck.plan.Plan;
import org.limbeck.safety.FactsRequest;
import org.limbeck.sql.Identifiers;
import org.limbeck.sql.Literals;

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
        String history =
                Literals.text(Identifiers.quoted(workspace.bookkeeping().historyTable()));
        try (Statement statement = connection.createStatement()) {
            try (ResultSet table = statement.executeQuery("SELECT to_regclass(" + history + ") IS NOT NULL")) {
                table.next();
                if (!table.getBoolean(1)) {
                    return null;
                }
            }
            try (ResultSet row = statement.executeQuery(workspace.bookkeeping().selectBegun())) {
                return row.next()
                        ? new OnlinePlan.BegunStep(row.getString(1), row.getString(2), row.getString(3))
                        : null;
            }
        }
    }
}
