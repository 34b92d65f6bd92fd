package org.limbeck.ddl;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An expression that is a column and casts of it, nothing else.
 *
 * @param column the column
 * @param types what it is cast to, first to last
 */
public record CastChain(String column, List<TypeText> types) {

    public CastChain {
        types = List.copyOf(types);
    }

    /** Null for any other expression. */
    public static @Nullable CastChain of(Expression expression) {
        try {
            Tokens tokens = Tokens.of(expression.text());
            CastChain chain = chain(tokens);
            tokens.expectEnd();
            return chain;
        } catch (UnclearStatement other) {
            return null;
        }
    }

    private static CastChain chain(Tokens tokens) throws UnclearStatement {
        List<TypeText> types = new ArrayList<>();
        String column;
        if (tokens.took("(")) {
            CastChain inside = chain(tokens);
            tokens.expect(")");
            column = inside.column();
            types.addAll(inside.types());
        } else if (tokens.took("cast", "(")) {
            CastChain inside = chain(tokens);
            tokens.expect("as");
            column = inside.column();
            types.addAll(inside.types());
            types.add(new TypeReader(tokens).type());
            tokens.expect(")");
        } else {
            column = tokens.name();
        }
        while (tokens.took("::")) {
            types.add(new TypeReader(tokens).type());
        }
        return new CastChain(column, types);
    }
}
