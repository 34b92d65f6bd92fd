package org.limbeck.desired;

import java.util.Map;
import java.util.Set;
import org.limbeck.schema.DataType;
import org.limbeck.schema.QualifiedName;

/** Reads types as the server would name them. */
final class PlainTypes {

    /** Types without modifiers, by what they may be called. */
    private static final Map<String, String> SIMPLE = Map.ofEntries(
            Map.entry("bigint", "bigint"),
            Map.entry("int8", "bigint"),
            Map.entry("integer", "integer"),
            Map.entry("int", "integer"),
            Map.entry("int4", "integer"),
            Map.entry("smallint", "smallint"),
            Map.entry("int2", "smallint"),
            Map.entry("boolean", "boolean"),
            Map.entry("bool", "boolean"),
            Map.entry("text", "text"),
            Map.entry("bytea", "bytea"),
            Map.entry("date", "date"),
            Map.entry("uuid", "uuid"),
            Map.entry("json", "json"),
            Map.entry("jsonb", "jsonb"),
            Map.entry("oid", "oid"),
            Map.entry("inet", "inet"),
            Map.entry("xml", "xml"),
            Map.entry("real", "real"),
            Map.entry("float4", "real"),
            Map.entry("float8", "double precision"),
            Map.entry("timestamptz", "timestamp with time zone"));

    private final Set<QualifiedName> enums;

    /** @param enums the enum types that are created before */
    PlainTypes(Set<QualifiedName> enums) {
        this.enums = enums;
    }

    DataType read(Tokens tokens) throws NotPlain {
        DataType type = element(tokens);
        return tokens.took("array") ? new DataType.ArrayOf(type) : type;
    }

    private DataType element(Tokens tokens) throws NotPlain {
        for (QualifiedName name : enums) {
            if (name.schema() == null && tokens.took(name.name())) {
                return new DataType.Named(name);
            }
        }
        String word = tokens.word();
        return switch (word) {
            case "varchar" -> built("character varying" + length(tokens));
            case "char" -> built("character(" + inParentheses(tokens) + ")");
            case "character" ->
                tokens.took("varying")
                        ? built("character varying" + length(tokens))
                        : built("character(" + inParentheses(tokens) + ")");
            case "numeric", "decimal" -> built("numeric" + precisionAndScale(tokens));
            case "double" -> {
                tokens.expect("precision");
                yield built("double precision");
            }
            case "float" -> {
                long bits = inParentheses(tokens);
                yield built(bits <= 24 ? "real" : "double precision");
            }
            case "timestamp", "time" -> built(word + length(tokens) + zone(tokens));
            default -> {
                String simple = SIMPLE.get(word);
                if (simple == null) {
                    throw new NotPlain();
                }
                yield built(simple);
            }
        };
    }

    private static DataType built(String sql) {
        return new DataType.BuiltIn(sql);
    }

    private static String zone(Tokens tokens) {
        return tokens.took("with", "time", "zone") ? " with time zone" : withoutZone(tokens);
    }

    private static String withoutZone(Tokens tokens) {
        boolean unused = tokens.took("without", "time", "zone");
        return " without time zone";
    }

    private static String length(Tokens tokens) throws NotPlain {
        if (!tokens.took("(")) {
            return "";
        }
        long length = tokens.number();
        tokens.expect(")");
        return "(" + length + ")";
    }

    private static String precisionAndScale(Tokens tokens) throws NotPlain {
        if (!tokens.took("(")) {
            return "";
        }
        long precision = tokens.number();
        long scale = tokens.took(",") ? tokens.number() : 0;
        tokens.expect(")");
        return "(" + precision + "," + scale + ")";
    }

    private static long inParentheses(Tokens tokens) throws NotPlain {
        tokens.expect("(");
        long number = tokens.number();
        tokens.expect(")");
        return number;
    }
}
