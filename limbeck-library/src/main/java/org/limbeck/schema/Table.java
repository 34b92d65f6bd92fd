package org.limbeck.schema;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.limbeck.problem.Problem;
import org.limbeck.problem.ProblemCode;

/**
 * A table with its columns and constraints.
 *
 * @param columns in their order
 * @param options what it is besides
 * @param comment what the catalog says of it; null for nothing
 */
public record Table(
        QualifiedName name,
        List<Column> columns,
        List<Constraint> constraints,
        TableOptions options,
        @Nullable String comment)
        implements SchemaObject {

    public Table {
        columns = List.copyOf(columns);
        constraints = List.copyOf(constraints);
    }

    /** Sorts the elements into columns, constraints, options and comment. */
    public static Table of(String name, TableElement... elements) {
        List<Column> columns = new ArrayList<>();
        List<Constraint> constraints = new ArrayList<>();
        TableOptions options = TableOptions.NONE;
        String comment = null;
        for (TableElement element : elements) {
            if (element instanceof Column column) {
                if (columns.stream().anyMatch(other -> other.name().equals(column.name()))) {
                    throw Problem.of(
                                    ProblemCode.INVALID_OPERATION,
                                    "table " + name + " has two columns named \"" + column.name() + "\"")
                            .exception();
                }
                columns.add(column);
            } else if (element instanceof Constraint constraint) {
                constraints.add(constraint);
            } else if (element instanceof TableOptions given) {
                options = options.and(given);
            } else if (element instanceof TableComment text) {
                comment = text.text();
            }
        }
        return new Table(QualifiedName.of(name), columns, constraints, options, comment);
    }

    /** The same table with other constraints. */
    public Table constraints(List<Constraint> newConstraints) {
        return new Table(name, columns, newConstraints, options, comment);
    }

    /** The same table with other options. */
    public Table options(TableOptions newOptions) {
        return new Table(name, columns, constraints, newOptions, comment);
    }

    @Override
    public ObjectId id() {
        return ObjectId.of(options.foreign() == null ? ObjectKind.TABLE : ObjectKind.FOREIGN_TABLE, name);
    }
}
