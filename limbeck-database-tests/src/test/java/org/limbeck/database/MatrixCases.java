package org.limbeck.database;

import java.util.List;
import java.util.stream.Stream;

/** All rows of the matrix, in its order. */
final class MatrixCases {

    private MatrixCases() {}

    static List<MatrixCase> all() {
        return Stream.of(
                        MatrixTableCases.tables(),
                        MatrixTableCases.columns(),
                        MatrixTableCases.types(),
                        MatrixConstraintCases.constraints(),
                        MatrixConstraintCases.indexes(),
                        MatrixObjectCases.types(),
                        MatrixObjectCases.relations(),
                        MatrixObjectCases.behaviour(),
                        MatrixObjectCases.access())
                .flatMap(List::stream)
                .toList();
    }
}
