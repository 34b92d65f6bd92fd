package org.limbeck.source;

import java.util.Map;
import java.util.Set;
import org.limbeck.schema.DataType;

/** Types as expressions made of the words of {@code org.limbeck.migration.Ddl}. */
final class TypeSource {

    /** The words for types without modifiers, where they differ from the server's spelling. */
    private static final Map<String, String> WORDS = Map.of(
            "double precision", "doublePrecision",
            "character varying", "varchar",
            "boolean", "bool",
            "time without time zone", "time",
            "time with time zone", "timetz",
            "timestamp without time zone", "timestamp",
            "timestamp with time zone", "timestamptz");

    /** The words that are the server's spelling. */
    private static final Set<String> SAME = Set.of(
            "smallint",
            "integer",
            "bigint",
            "numeric",
            "real",
            "money",
            "text",
            "bytea",
            "date",
            "interval",
            "uuid",
            "json",
            "jsonb",
            "xml",
            "inet",
            "cidr",
            "macaddr",
            "tsvector",
            "int4range",
            "int8range",
            "numrange",
            "daterange",
            "tsrange",
            "tstzrange");

    /** The words for types with numbers in parentheses. */
    private static final Map<String, String> WITH_NUMBERS = Map.of(
            "numeric", "numeric",
            "character varying", "varchar",
            "character", "character",
            "bit", "bit",
            "bit varying", "varbit");

    private TypeSource() {}

    static String of(DataType type) {
        if (type instanceof DataType.Named named) {
            return "type(" + JavaLiterals.text(named.name().text()) + ")";
        }
        if (type instanceof DataType.ArrayOf array) {
            return "array(" + of(array.element()) + ")";
        }
        String sql = ((DataType.BuiltIn) type).sql();
        if (SAME.contains(sql)) {
            return sql + "()";
        }
        String word = WORDS.get(sql);
        return word != null ? word + "()" : withNumbers(sql);
    }

    private static String withNumbers(String sql) {
        int open = sql.indexOf('(');
        String word = open < 0 || !sql.endsWith(")") ? null : WITH_NUMBERS.get(sql.substring(0, open));
        if (word == null) {
            return "sqlType(" + JavaLiterals.text(sql) + ")";
        }
        String[] numbers = sql.substring(open + 1, sql.length() - 1).split(",", -1);
        boolean fits = numbers.length == (word.equals("numeric") ? 2 : 1);
        // Only the spelling that the word itself would give is the same type when it is recorded again.
        for (String number : numbers) {
            fits &= number.matches("[1-9][0-9]{0,8}|0");
        }
        return fits ? word + "(" + String.join(", ", numbers) + ")" : "sqlType(" + JavaLiterals.text(sql) + ")";
    }
}
