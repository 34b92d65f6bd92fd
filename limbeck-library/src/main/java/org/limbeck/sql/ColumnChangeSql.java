package org.limbeck.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.limbeck.operation.ColumnChange;
import org.limbeck.schema.ColumnStorage;
import org.limbeck.schema.ColumnValue;
import org.limbeck.schema.QualifiedName;

/** Writes {@code ALTER TABLE … ALTER COLUMN}. */
final class ColumnChangeSql {

    private ColumnChangeSql() {}

    /** One statement, or none where nothing changes. */
    static List<Statement> statements(QualifiedName table, String column, ColumnChange change) {
        List<String> actions =
                change instanceof ColumnChange.Storage storage ? storage(storage) : List.of(action(change));
        String alter = "ALTER COLUMN " + Identifiers.quoted(column) + " ";
        return actions.isEmpty()
                ? List.of()
                : List.of(Statement.of("ALTER TABLE " + Identifiers.quoted(table) + " "
                        + actions.stream().map(action -> alter + action).collect(Collectors.joining(", "))));
    }

    /** What differs; where it isn't known what was before, what is said. */
    private static List<String> storage(ColumnChange.Storage change) {
        ColumnStorage to = change.to();
        ColumnStorage from = change.from() == null ? ColumnStorage.DEFAULT : change.from();
        List<String> actions = new ArrayList<>();
        if (!Objects.equals(to.strategy(), from.strategy())) {
            actions.add("SET STORAGE " + (to.strategy() == null ? "DEFAULT" : to.strategy()));
        }
        if (!Objects.equals(to.compression(), from.compression())) {
            actions.add("SET COMPRESSION " + (to.compression() == null ? "DEFAULT" : to.compression()));
        }
        if (!Objects.equals(to.statistics(), from.statistics())) {
            actions.add("SET STATISTICS " + (to.statistics() == null ? -1 : to.statistics()));
        }
        Map<String, String> changed = new TreeMap<>(to.parameters());
        changed.entrySet().removeAll(from.parameters().entrySet());
        Map<String, String> gone = new TreeMap<>(from.parameters());
        gone.keySet().removeAll(to.parameters().keySet());
        actions.addAll(ParameterSql.changes(changed, gone));
        String options = ParameterSql.optionChanges(to.foreignOptions(), from.foreignOptions());
        if (!options.isEmpty()) {
            actions.add(options);
        }
        return actions;
    }

    private static String action(ColumnChange change) {
        if (change instanceof ColumnChange.Type type) {
            return "TYPE " + TypeSql.of(type.to())
                    + TypeSql.collation(type.collation())
                    + (type.using() == null ? "" : " USING " + type.using());
        }
        if (change instanceof ColumnChange.Nullability nullability) {
            return nullability.nullable() ? "DROP NOT NULL" : "SET NOT NULL";
        }
        if (change instanceof ColumnChange.DefaultValue value) {
            return value.to() instanceof ColumnValue.Default given
                    ? "SET DEFAULT " + ColumnSql.expression(given)
                    : "DROP DEFAULT";
        }
        if (change instanceof ColumnChange.AddIdentity added) {
            return "ADD GENERATED " + generation(added.identity()) + " AS IDENTITY"
                    + SequenceSql.inParentheses(added.identity().options());
        }
        if (change instanceof ColumnChange.SetIdentity set) {
            return "SET GENERATED " + generation(set.to())
                    + SequenceSql.options(set.to().options(), "SET ");
        }
        if (change instanceof ColumnChange.DropIdentity) {
            return "DROP IDENTITY";
        }
        if (change instanceof ColumnChange.GeneratedExpression expression) {
            return "SET EXPRESSION AS (" + expression.to() + ")";
        }
        return "DROP EXPRESSION";
    }

    private static String generation(ColumnValue.Identity identity) {
        return identity.always() ? "ALWAYS" : "BY DEFAULT";
    }
}
