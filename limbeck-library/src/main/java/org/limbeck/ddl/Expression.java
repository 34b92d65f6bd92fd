package org.limbeck.ddl;

import java.util.List;
import java.util.Set;
import org.limbeck.schema.QualifiedName;

/**
 * An expression, as far as it matters what it calls and mentions.
 *
 * @param text as it stands in the statement
 * @param functions what is called in it, as written
 * @param sequences what {@code nextval} and {@code currval} with a literal name ask
 * @param names every bare or quoted name in it, columns among them
 * @param constant whether it is a single literal, with or without a cast
 */
public record Expression(
        String text, Set<QualifiedName> functions, List<QualifiedName> sequences, Set<String> names, boolean constant) {

    /** What looks like a call and is a construct of the grammar, or a function that is never volatile. */
    private static final Set<String> CONSTRUCTS = Set.of(
            "all",
            "and",
            "any",
            "array",
            "as",
            "between",
            "by",
            "case",
            "cast",
            "check",
            "coalesce",
            "collate",
            "current_date",
            "current_time",
            "current_timestamp",
            "distinct",
            "else",
            "except",
            "exists",
            "extract",
            "filter",
            "from",
            "greatest",
            "having",
            "ilike",
            "in",
            "intersect",
            "is",
            "join",
            "least",
            "like",
            "limit",
            "localtime",
            "localtimestamp",
            "not",
            "nullif",
            "offset",
            "on",
            "or",
            "order",
            "over",
            "overlay",
            "partition",
            "position",
            "returning",
            "row",
            "select",
            "set",
            "similar",
            "some",
            "substring",
            "then",
            "treat",
            "trim",
            "union",
            "using",
            "values",
            "when",
            "where",
            "with",
            "within");

    public Expression {
        functions = Set.copyOf(functions);
        sequences = List.copyOf(sequences);
        names = Set.copyOf(names);
    }

    static Expression of(String statement, List<Token> tokens) throws UnclearStatement {
        String text = statement.substring(
                tokens.get(0).start(), tokens.get(tokens.size() - 1).end());
        ExpressionNames names = new ExpressionNames(tokens);
        return new Expression(text, names.functions(CONSTRUCTS), names.sequences(), names.all(), isConstant(tokens));
    }

    private static boolean isConstant(List<Token> tokens) {
        Token first = tokens.get(0);
        boolean literal = first.kind() == Token.Kind.NUMBER
                || first.kind() == Token.Kind.STRING
                || first.isWord("null")
                || first.isWord("true")
                || first.isWord("false");
        return literal && (tokens.size() == 1 || tokens.get(1).isSign("::"));
    }
}
