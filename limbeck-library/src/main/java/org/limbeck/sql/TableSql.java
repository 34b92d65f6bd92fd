package org.limbeck.sql;

import java.util.ArrayList;
import java.util.List;
import org.limbeck.operation.ColumnChange;
import org.limbeck.operation.TableChange;
import org.limbeck.schema.Column;
import org.limbeck.schema.ColumnStorage;
import org.limbeck.schema.Constraint;
import org.limbeck.schema.ObjectId;
import org.limbeck.schema.Partition;
import org.limbeck.schema.QualifiedName;
import org.limbeck.schema.Table;
import org.limbeck.schema.TableOptions;

/** Writes {@code CREATE TABLE}, one element a line, the types in one column, so that a long one reads well. */
final class TableSql {

    /** Beyond this width a long name no longer pushes the types of all others aside. */
    private static final int WIDEST_NAME = 32;

    private TableSql() {}

    /** Creates the table, then says what {@code CREATE TABLE} can't. */
    static List<Statement> create(Table table, boolean ifNotExists) {
        List<Statement> statements = new ArrayList<>();
        statements.add(Statement.of(head(table, ifNotExists) + body(table) + tail(table.options())));
        for (Column column : table.columns()) {
            statements.addAll(storage(table.name(), column));
        }
        TableOptions options = table.options();
        if (options.rowSecurity()) {
            statements.add(alter(table.name(), new TableChange.RowSecurity(true)));
        }
        if (options.forcedRowSecurity()) {
            statements.add(alter(table.name(), new TableChange.ForcedRowSecurity(true)));
        }
        if (options.replicaIdentity() != null) {
            statements.add(alter(table.name(), new TableChange.ReplicaIdentity(options.replicaIdentity(), null)));
        }
        if (options.clusterOn() != null) {
            statements.add(alter(table.name(), TableChange.ClusterOn.of(options.clusterOn())));
        }
        options.triggers()
                .forEach((trigger, firing) ->
                        statements.add(alter(table.name(), TableChange.TriggerFiring.of(trigger, firing))));
        if (table.comment() != null) {
            statements.add(ObjectSql.comment(table.id(), table.comment()));
        }
        for (Column column : table.columns()) {
            statements.addAll(comment(table.name(), column));
        }
        return List.copyOf(statements);
    }

    static List<Statement> addColumn(QualifiedName table, Column column, boolean ifNotExists) {
        List<Statement> statements = new ArrayList<>();
        statements.add(Statement.of("ALTER TABLE " + Identifiers.quoted(table) + " ADD COLUMN "
                + ifNotExists(ifNotExists) + Identifiers.quoted(column.name()) + " " + ColumnSql.definition(column)));
        statements.addAll(storage(table, column));
        statements.addAll(comment(table, column));
        return List.copyOf(statements);
    }

    /** Storage and compression stand in no {@code CREATE TABLE} of PostgreSQL 14 and 15, statistics in none at all. */
    private static List<Statement> storage(QualifiedName table, Column column) {
        return column.storage().equals(ColumnStorage.DEFAULT)
                ? List.of()
                : ColumnChangeSql.statements(
                        table, column.name(), new ColumnChange.Storage(column.storage(), ColumnStorage.DEFAULT));
    }

    private static List<Statement> comment(QualifiedName table, Column column) {
        return column.comment() == null
                ? List.of()
                : List.of(ObjectSql.comment(ObjectId.column(table, column.name()), column.comment()));
    }

    private static Statement alter(QualifiedName table, TableChange change) {
        return TableChangeSql.statements(table, change).get(0);
    }

    private static String head(Table table, boolean ifNotExists) {
        return "CREATE " + (table.options().unlogged() ? "UNLOGGED " : "")
                + (table.options().foreign() == null ? "TABLE " : "FOREIGN TABLE ")
                + ifNotExists(ifNotExists) + Identifiers.quoted(table.name());
    }

    private static String body(Table table) {
        Partition partition = table.options().partition();
        QualifiedName type = table.options().ofType();
        List<String> lines = partition == null && type == null ? columns(table.columns()) : overrides(table.columns());
        for (Constraint constraint : table.constraints()) {
            lines.add(ConstraintSql.definition(constraint));
        }
        String elements = lines.isEmpty() ? "" : " (\n    " + String.join(",\n    ", lines) + "\n)";
        if (partition != null) {
            return " PARTITION OF " + Identifiers.quoted(partition.parent()) + elements + " " + partition.bound();
        }
        if (type != null) {
            return " OF " + Identifiers.quoted(type) + elements;
        }
        return elements.isEmpty() ? " ()" : elements;
    }

    private static List<String> columns(List<Column> columns) {
        int width = 0;
        for (Column column : columns) {
            int length = Identifiers.quoted(column.name()).length();
            width = length <= WIDEST_NAME ? Math.max(width, length) : width;
        }
        List<String> lines = new ArrayList<>();
        for (Column column : columns) {
            String name = Identifiers.quoted(column.name());
            lines.add(name + " ".repeat(Math.max(1, width + 1 - name.length())) + ColumnSql.definition(column));
        }
        return lines;
    }

    /** The columns of a partition have their types from the parent, those of a typed table from its type. */
    private static List<String> overrides(List<Column> columns) {
        List<String> lines = new ArrayList<>();
        for (Column column : columns) {
            String qualifiers = ColumnSql.qualifiers(column);
            if (!qualifiers.isEmpty()) {
                lines.add(Identifiers.quoted(column.name()) + qualifiers);
            }
        }
        return lines;
    }

    private static String tail(TableOptions options) {
        StringBuilder sql = new StringBuilder();
        if (!options.inherits().isEmpty()) {
            List<String> parents =
                    options.inherits().stream().map(Identifiers::quoted).toList();
            sql.append(" INHERITS (").append(String.join(", ", parents)).append(')');
        }
        if (options.partitionBy() != null) {
            sql.append(" PARTITION BY ").append(options.partitionBy());
        }
        if (options.accessMethod() != null) {
            sql.append(" USING ").append(Identifiers.quoted(options.accessMethod()));
        }
        sql.append(ParameterSql.with(options.storageParameters()));
        if (options.tablespace() != null) {
            sql.append(" TABLESPACE ").append(Identifiers.quoted(options.tablespace()));
        }
        TableOptions.ForeignSource foreign = options.foreign();
        if (foreign != null) {
            sql.append(" SERVER ")
                    .append(Identifiers.quoted(foreign.server()))
                    .append(ParameterSql.options(foreign.options()));
        }
        return sql.toString();
    }

    private static String ifNotExists(boolean ifNotExists) {
        return ifNotExists ? "IF NOT EXISTS " : "";
    }
}
