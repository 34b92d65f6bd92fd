package org.limbeck.schema;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.limbeck.schema.ExpressionTokens.Kind;
import org.limbeck.schema.ExpressionTokens.Token;

/**
 * The name that the server gives to an expression, for the index that is made of it.
 *
 * @see <a href="https://github.com/postgres/postgres/blob/master/src/backend/parser/parse_target.c">FigureColname</a>
 */
final class ExpressionName {

    /** What stands alone and is no column. */
    private static final Set<String> CONSTANTS = Set.of("true", "false", "null");

    /** What looks like a call and is none that has a name. */
    private static final Set<String> NO_CALLS =
            Set.of("not", "and", "or", "in", "exists", "any", "all", "some", "is", "like", "between", "distinct");

    /** The own names of types that SQL spells otherwise. */
    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("integer", "int4"),
            Map.entry("int", "int4"),
            Map.entry("bigint", "int8"),
            Map.entry("smallint", "int2"),
            Map.entry("boolean", "bool"),
            Map.entry("real", "float4"),
            Map.entry("float", "float8"),
            Map.entry("double precision", "float8"),
            Map.entry("decimal", "numeric"),
            Map.entry("dec", "numeric"),
            Map.entry("character varying", "varchar"),
            Map.entry("char varying", "varchar"),
            Map.entry("character", "bpchar"),
            Map.entry("char", "bpchar"),
            Map.entry("bit varying", "varbit"),
            Map.entry("timestamp with time zone", "timestamptz"),
            Map.entry("timestamp without time zone", "timestamp"),
            Map.entry("time with time zone", "timetz"),
            Map.entry("time without time zone", "time"));

    /**
     * What a part of an expression is called.
     *
     * @param text null for none
     * @param strong whether it is that of a column or a function; a type's gives way to these
     * @param end where the part ends
     */
    private record Name(@Nullable String text, boolean strong, int end) {}

    private ExpressionName() {}

    /** The name; null where the server has none for it. */
    static @Nullable String of(String expression) {
        return of(ExpressionTokens.of(expression)).text();
    }

    private static Name of(List<Token> tokens) {
        Name name = tokens.isEmpty() ? new Name(null, false, 0) : primary(tokens);
        while (name.end() < tokens.size()) {
            Name longer = longer(tokens, name);
            if (longer.end() == name.end()) {
                return new Name(null, false, tokens.size());
            }
            name = longer;
        }
        return name;
    }

    private static Name primary(List<Token> tokens) {
        Token first = tokens.get(0);
        int close = ExpressionTokens.closing(tokens, 0);
        if (first.is("(") && close < tokens.size()) {
            Name inner = of(tokens.subList(1, close));
            return new Name(inner.text(), inner.strong(), close + 1);
        }
        if (first.is("case") && close < tokens.size()) {
            return caseName(tokens.subList(0, close), close + 1);
        }
        if (first.is("array")) {
            return new Name("array", true, ExpressionTokens.closing(tokens, 1) + 1);
        }
        return first.isName() ? reference(tokens) : new Name(null, false, first.kind() == Kind.CONSTANT ? 1 : 0);
    }

    /** A case is called as what it gives otherwise. */
    private static Name caseName(List<Token> tokens, int end) {
        for (int i = 1; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (token.is("else")) {
                Name otherwise = of(tokens.subList(i + 1, tokens.size()));
                return new Name(otherwise.strong() ? otherwise.text() : "case", otherwise.strong(), end);
            }
            if (token.is("(") || token.is("case")) {
                i = ExpressionTokens.closing(tokens, i);
            }
        }
        return new Name("case", false, end);
    }

    /** A column or a call, with what qualifies its name. */
    private static Name reference(List<Token> tokens) {
        int last = 0;
        while (last + 2 < tokens.size()
                && tokens.get(last + 1).is(".")
                && tokens.get(last + 2).isName()) {
            last += 2;
        }
        Token name = tokens.get(last);
        boolean word = name.kind() == Kind.WORD && last == 0;
        if (last + 1 < tokens.size() && tokens.get(last + 1).is("(")) {
            int close = ExpressionTokens.closing(tokens, last + 1);
            if (word && name.text().equals("cast")) {
                return cast(tokens.subList(last + 2, Math.min(close, tokens.size())), close + 1);
            }
            return word && NO_CALLS.contains(name.text())
                    ? new Name(null, false, 0)
                    : new Name(word ? function(name.text(), tokens.get(last + 2)) : name.text(), true, close + 1);
        }
        if (word && CONSTANTS.contains(name.text())) {
            return new Name(null, false, 1);
        }
        return word && name.text().equals("not") ? new Name(null, false, 0) : new Name(name.text(), true, last + 1);
    }

    private static String function(String word, Token firstArgument) {
        if (!word.equals("trim")) {
            return word;
        }
        return firstArgument.is("leading") ? "ltrim" : firstArgument.is("trailing") ? "rtrim" : "btrim";
    }

    private static Name cast(List<Token> inside, int end) {
        for (int i = inside.size() - 1; i > 0; i--) {
            if (inside.get(i).is("as")) {
                Name value = of(inside.subList(0, i));
                return value.strong()
                        ? new Name(value.text(), true, end)
                        : new Name(type(inside.subList(i + 1, inside.size())).text(), false, end);
            }
        }
        return new Name(null, false, 0);
    }

    /** What may follow without changing what it is: casts, subscripts, fields, collations, time zones. */
    private static Name longer(List<Token> tokens, Name name) {
        Token next = tokens.get(name.end());
        List<Token> rest = tokens.subList(name.end() + 1, tokens.size());
        if (next.is("::")) {
            Name type = type(rest);
            int end = name.end() + 1 + type.end();
            return name.strong() ? new Name(name.text(), true, end) : new Name(type.text(), false, end);
        }
        if (next.is("[")) {
            return new Name(name.text(), name.strong(), ExpressionTokens.closing(tokens, name.end()) + 1);
        }
        if (next.is(".") && !rest.isEmpty() && rest.get(0).isName()) {
            return new Name(rest.get(0).text(), true, name.end() + 2);
        }
        if (next.is("collate")) {
            int length = rest.size() > 2 && rest.get(1).is(".") ? 3 : 1;
            return new Name(name.text(), name.strong(), name.end() + 1 + length);
        }
        boolean zone = rest.size() > 2
                && next.is("at")
                && rest.get(0).is("time")
                && rest.get(1).is("zone");
        return zone && (rest.get(2).isName() || rest.get(2).kind() == Kind.CONSTANT)
                ? new Name("timezone", true, name.end() + 4)
                : name;
    }

    /** The own name of a type, and how many tokens spell it. */
    private static Name type(List<Token> tokens) {
        int end = ExpressionTokens.typeEnd(tokens, 0);
        StringBuilder spelling = new StringBuilder();
        int depth = 0;
        for (Token token : tokens.subList(0, end)) {
            depth += token.is("(") || token.is("[") ? 1 : token.is(")") || token.is("]") ? -1 : 0;
            if (token.is(".")) {
                spelling.setLength(0);
            } else if (depth == 0 && token.isName()) {
                spelling.append(spelling.isEmpty() ? "" : " ").append(token.text());
            }
        }
        String name = spelling.toString();
        return new Name(TYPES.getOrDefault(name, name), false, end);
    }
}
