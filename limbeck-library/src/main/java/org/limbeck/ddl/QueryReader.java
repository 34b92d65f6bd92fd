package org.limbeck.ddl;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.limbeck.schema.QualifiedName;

/** Finds what a query reads and calls; it needs no grammar of expressions for that. */
final class QueryReader {

    private static final Set<String> ENDS_FROM = Set.of(
            "where",
            "group",
            "having",
            "window",
            "order",
            "limit",
            "offset",
            "fetch",
            "for",
            "union",
            "intersect",
            "except",
            "returning",
            "set",
            "when",
            "on",
            "using",
            "select",
            "values");

    /** Functions whose arguments have a FROM of their own. */
    private static final Set<String> WITH_FROM = Set.of("extract", "substring", "trim", "overlay", "position");

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
            "coalesce",
            "conflict",
            "cross",
            "cube",
            "current_timestamp",
            "distinct",
            "else",
            "except",
            "exists",
            "extract",
            "filter",
            "from",
            "greatest",
            "grouping",
            "having",
            "ilike",
            "in",
            "inner",
            "intersect",
            "is",
            "join",
            "lateral",
            "least",
            "left",
            "like",
            "limit",
            "localtimestamp",
            "materialized",
            "not",
            "nullif",
            "offset",
            "on",
            "only",
            "or",
            "order",
            "over",
            "overlay",
            "partition",
            "position",
            "returning",
            "right",
            "rollup",
            "row",
            "select",
            "set",
            "sets",
            "similar",
            "some",
            "substring",
            "then",
            "trim",
            "union",
            "using",
            "values",
            "when",
            "where",
            "with",
            "within");

    private final List<Token> tokens;
    private final List<QualifiedName> relations = new ArrayList<>();
    private final Set<String> common = new HashSet<>();

    private QueryReader(List<Token> tokens) {
        this.tokens = tokens;
    }

    static Query read(List<Token> tokens) throws UnclearStatement {
        QueryReader reader = new QueryReader(tokens);
        reader.findCommon();
        reader.level(0);
        ExpressionNames names = new ExpressionNames(tokens);
        Set<QualifiedName> functions = new LinkedHashSet<>(names.functions(CONSTRUCTS));
        List<QualifiedName> sequences = names.sequences();
        if (!sequences.isEmpty()) {
            functions.removeIf(name -> ExpressionNames.isSequenceFunction(name.name()));
        }
        functions.removeIf(name -> name.schema() == null && reader.common.contains(name.name()));
        functions.removeAll(reader.relations);
        return new Query(reader.relations, functions, sequences, reader.literals());
    }

    /** Names before {@code AS (}: common table expressions, and nothing else that could be taken for a table. */
    private void findCommon() {
        for (int i = 0; i + 2 < tokens.size(); i++) {
            boolean with = tokens.get(i).isWord("with")
                    || tokens.get(i).isWord("recursive")
                    || tokens.get(i).isSign(",");
            int as = afterColumns(i + 2);
            if (with
                    && tokens.get(i + 1).isName()
                    && as < tokens.size()
                    && tokens.get(as).isWord("as")) {
                common.add(tokens.get(i + 1).text());
            }
        }
    }

    private int afterColumns(int index) {
        int at = index;
        if (at < tokens.size() && tokens.get(at).isSign("(")) {
            while (at < tokens.size() && !tokens.get(at).isSign(")")) {
                at++;
            }
            at++;
        }
        return at;
    }

    /** One level of parentheses; returns behind its end. */
    private int level(int start) throws UnclearStatement {
        boolean inFrom = false;
        boolean expectsRelation = false;
        int at = start;
        while (at < tokens.size()) {
            Token token = tokens.get(at);
            if (token.isSign(")")) {
                return at + 1;
            }
            if (token.isSign("(")) {
                boolean own = at > 0
                        && tokens.get(at - 1).kind() == Token.Kind.WORD
                        && WITH_FROM.contains(tokens.get(at - 1).text());
                boolean joined = expectsRelation
                        && at + 1 < tokens.size()
                        && !tokens.get(at + 1).isWord("select")
                        && !tokens.get(at + 1).isWord("values")
                        && !tokens.get(at + 1).isWord("with");
                at = own ? skip(at + 1) : joined ? fromLevel(at + 1) : level(at + 1);
                expectsRelation = false;
                continue;
            }
            if (token.isWord("from") && !(at > 0 && tokens.get(at - 1).isWord("distinct"))) {
                inFrom = true;
                expectsRelation = true;
            } else if (token.isWord("join") || (inFrom && token.isSign(","))) {
                expectsRelation = true;
            } else if (token.isWord("table") && (at == 0 || tokens.get(at - 1).isSign("("))) {
                expectsRelation = true;
            } else if (expectsRelation && (token.isWord("only") || token.isWord("lateral"))) {
                at++;
                continue;
            } else if (expectsRelation && token.isName()) {
                expectsRelation = false;
                at = relation(at);
                continue;
            } else if (token.kind() == Token.Kind.WORD && ENDS_FROM.contains(token.text())) {
                // What follows ON or USING can go on with JOIN or a comma.
                inFrom = inFrom && (token.isWord("on") || token.isWord("using"));
            }
            at++;
        }
        return at;
    }

    /** Joins in parentheses, which begin with a relation and without FROM. */
    private int fromLevel(int start) throws UnclearStatement {
        Token first = tokens.get(start);
        if (first.isSign("(")) {
            return level(fromLevel(start + 1));
        }
        return level(first.isName() ? relation(start) : start);
    }

    private int skip(int start) {
        int depth = 1;
        int at = start;
        while (at < tokens.size() && depth > 0) {
            depth += tokens.get(at).isSign("(") ? 1 : tokens.get(at).isSign(")") ? -1 : 0;
            at++;
        }
        return at;
    }

    private int relation(int start) throws UnclearStatement {
        String first = tokens.get(start).text();
        boolean qualified = start + 2 < tokens.size() && tokens.get(start + 1).isSign(".");
        int end = qualified ? start + 3 : start + 1;
        boolean function = end < tokens.size() && tokens.get(end).isSign("(");
        if (!function && (qualified || !common.contains(first))) {
            relations.add(
                    qualified ? Names.qualified(first, tokens.get(start + 2).text()) : Names.qualified(null, first));
        }
        return end;
    }

    private List<Query.Literal> literals() throws UnclearStatement {
        List<Query.Literal> literals = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (token.kind() != Token.Kind.STRING) {
                continue;
            }
            boolean cast = i + 2 < tokens.size()
                    && tokens.get(i + 1).isSign("::")
                    && tokens.get(i + 2).isName();
            boolean qualified =
                    cast && i + 4 < tokens.size() && tokens.get(i + 3).isSign(".");
            QualifiedName type = !cast
                    ? null
                    : qualified
                            ? Names.qualified(
                                    tokens.get(i + 2).text(), tokens.get(i + 4).text())
                            : Names.qualified(null, tokens.get(i + 2).text());
            boolean set =
                    i > 1 && tokens.get(i - 1).isSign("=") && tokens.get(i - 2).isName();
            literals.add(new Query.Literal(
                    token.text(), type, set ? tokens.get(i - 2).text() : null));
        }
        return literals;
    }
}
