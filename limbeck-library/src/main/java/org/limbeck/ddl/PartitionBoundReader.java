package org.limbeck.ddl;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads FOR VALUES. */
record PartitionBoundReader(Tokens tokens) {

    PartitionBound bound() throws UnclearStatement {
        if (tokens.took("default")) {
            return new PartitionBound(PartitionBound.Kind.DEFAULT, List.of(), List.of());
        }
        tokens.expect("for", "values");
        if (tokens.took("in")) {
            return new PartitionBound(PartitionBound.Kind.LIST, values(), List.of());
        }
        if (tokens.took("with")) {
            tokens.parenthesized();
            return new PartitionBound(PartitionBound.Kind.HASH, List.of(), List.of());
        }
        tokens.expect("from");
        List<String> from = values();
        tokens.expect("to");
        return new PartitionBound(PartitionBound.Kind.RANGE, from, values());
    }

    private List<String> values() throws UnclearStatement {
        List<String> values = new ArrayList<>();
        tokens.expect("(");
        do {
            values.add(tokens.expressionUntil(Set.of()).text());
        } while (tokens.took(","));
        tokens.expect(")");
        return values;
    }
}
