package org.limbeck.execute;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.limbeck.operation.CreateIndex;
import org.limbeck.operation.Operation;
import org.limbeck.schema.QualifiedName;
import org.limbeck.sql.Identifiers;
import org.limbeck.sql.Literals;

/** Clears away what a failed concurrent build leaves: an index that costs every write and serves no read. */
final class InvalidIndex {

    private InvalidIndex() {}

    /** Drops the index that is about to be built, if it exists and is invalid. */
    static void dropLeftOver(Connection connection, Operation operation) throws SQLException {
        if (!(operation instanceof CreateIndex create) || create.index().name() == null) {
            return;
        }
        QualifiedName name = create.index().table().withName(create.index().name());
        String query = "SELECT EXISTS (SELECT FROM pg_index WHERE NOT indisvalid AND indexrelid = to_regclass("
                + Literals.text(Identifiers.quoted(name)) + ") AND indrelid = to_regclass("
                + Literals.text(Identifiers.quoted(create.index().table())) + "))";
        try (Statement statement = connection.createStatement()) {
            boolean leftOver;
            try (ResultSet result = statement.executeQuery(query)) {
                leftOver = result.next() && result.getBoolean(1);
            }
            if (leftOver) {
                statement.execute("DROP INDEX CONCURRENTLY " + Identifiers.quoted(name));
            }
        }
    }
}
