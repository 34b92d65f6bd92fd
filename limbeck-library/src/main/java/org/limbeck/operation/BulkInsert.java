package org.limbeck.operation;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.limbeck.problem.Problem;
import org.limbeck.problem.ProblemCode;
import org.limbeck.schema.Names;
import org.limbeck.schema.QualifiedName;
import org.limbeck.schema.Values;

/**
 * Rows to insert.
 *
 * @param rows each as long as the columns; a value may be null
 */
public record BulkInsert(QualifiedName table, List<String> columns, List<List<@Nullable Object>> rows)
        implements Operation {

    public BulkInsert {
        columns = Names.checked(columns);
        for (List<@Nullable Object> row : rows) {
            if (row.size() != columns.size()) {
                throw Problem.of(
                                ProblemCode.INVALID_OPERATION,
                                "a row for " + table + " has " + row.size() + " values for " + columns.size()
                                        + " columns")
                        .evidence(row.toString())
                        .exception();
            }
        }
        rows = rows.stream().map(Values::checkedAll).toList();
    }

    @Override
    public Optional<Operation> reverse() {
        return Optional.empty();
    }

    @Override
    public String describe() {
        return "insert " + rows.size() + (rows.size() == 1 ? " row" : " rows") + " into " + table;
    }

    @Override
    public <R> R accept(OperationVisitor<R> reader) {
        return reader.visit(this);
    }
}
