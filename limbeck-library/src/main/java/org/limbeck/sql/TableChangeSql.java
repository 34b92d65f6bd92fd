package org.limbeck.sql;

import java.util.List;
import org.limbeck.operation.TableChange;
import org.limbeck.schema.QualifiedName;

/** Writes {@code ALTER TABLE} of what is neither a column nor a constraint. */
final class TableChangeSql {

    private TableChangeSql() {}

    /** One statement, or none where nothing changes. */
    static List<Statement> statements(QualifiedName table, TableChange change) {
        if (change instanceof TableChange.Attach attach) {
            return one(
                    "TABLE",
                    attach.partition().parent(),
                    "ATTACH PARTITION " + Identifiers.quoted(table) + " "
                            + attach.partition().bound());
        }
        if (change instanceof TableChange.Detach detach) {
            return one("TABLE", detach.partition().parent(), "DETACH PARTITION " + Identifiers.quoted(table));
        }
        if (change instanceof TableChange.ForeignOptions options) {
            return one("FOREIGN TABLE", table, ParameterSql.optionChanges(options.to(), options.from()));
        }
        if (change instanceof TableChange.IndexStatistics statistics) {
            int target = statistics.to() == null ? -1 : statistics.to();
            return one("INDEX", table, "ALTER COLUMN " + statistics.key() + " SET STATISTICS " + target);
        }
        return one("TABLE", table, action(change));
    }

    private static List<Statement> one(String kind, QualifiedName table, String action) {
        return action.isEmpty()
                ? List.of()
                : List.of(Statement.of("ALTER " + kind + " " + Identifiers.quoted(table) + " " + action));
    }

    private static String action(TableChange change) {
        if (change instanceof TableChange.Logging logging) {
            return logging.unlogged() ? "SET UNLOGGED" : "SET LOGGED";
        }
        if (change instanceof TableChange.StorageParameters parameters) {
            return String.join(", ", ParameterSql.changes(parameters.to(), parameters.from()));
        }
        if (change instanceof TableChange.Tablespace tablespace) {
            return "SET TABLESPACE " + Identifiers.quoted(tablespace.to() == null ? "pg_default" : tablespace.to());
        }
        if (change instanceof TableChange.AccessMethod method) {
            return "SET ACCESS METHOD " + Identifiers.quoted(method.to() == null ? "heap" : method.to());
        }
        if (change instanceof TableChange.RowSecurity security) {
            return (security.enabled() ? "ENABLE" : "DISABLE") + " ROW LEVEL SECURITY";
        }
        if (change instanceof TableChange.ForcedRowSecurity security) {
            return (security.forced() ? "FORCE" : "NO FORCE") + " ROW LEVEL SECURITY";
        }
        if (change instanceof TableChange.ReplicaIdentity identity) {
            return "REPLICA IDENTITY " + (identity.to() == null ? "DEFAULT" : identity.to());
        }
        if (change instanceof TableChange.ClusterOn cluster) {
            return cluster.to() == null ? "SET WITHOUT CLUSTER" : "CLUSTER ON " + Identifiers.quoted(cluster.to());
        }
        if (change instanceof TableChange.TriggerFiring firing) {
            return CreateObjectSql.firing(firing.to()) + " TRIGGER " + Identifiers.quoted(firing.trigger());
        }
        if (change instanceof TableChange.OfType of) {
            return "OF " + Identifiers.quoted(of.type());
        }
        if (change instanceof TableChange.NotOfType) {
            return "NOT OF";
        }
        return change instanceof TableChange.Inherit inherit
                ? "INHERIT " + Identifiers.quoted(inherit.parent())
                : "NO INHERIT " + Identifiers.quoted(((TableChange.NoInherit) change).parent());
    }
}
