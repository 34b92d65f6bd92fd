package org.limbeck.desired;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.limbeck.schema.ColumnValue;
import org.limbeck.schema.DataType;

/** Reads defaults that the server prints in a way that is known. */
final class PlainDefaults {

    private static final Set<String> WHOLE = Set.of("smallint", "integer", "bigint");
    private static final int INTEGER_DIGITS = 9;

    private PlainDefaults() {}

    static ColumnValue read(Tokens tokens, DataType type) throws NotPlain {
        String sql = type instanceof DataType.BuiltIn builtIn ? builtIn.sql() : "";
        String number = tokens.takeNumber();
        if (number != null) {
            return number(number, sql);
        }
        String text = tokens.takeText();
        if (text != null) {
            return text(text, sql);
        }
        if (sql.equals("boolean") && tokens.took("true")) {
            return new ColumnValue.Expression("true");
        }
        if (sql.equals("boolean") && tokens.took("false")) {
            return new ColumnValue.Expression("false");
        }
        if (sql.startsWith("timestamp") && sql.endsWith(" with time zone") && tokens.took("now", "(", ")")) {
            return new ColumnValue.Expression("now()");
        }
        throw new NotPlain();
    }

    private static ColumnValue number(String number, String type) throws NotPlain {
        boolean whole = number.indexOf('.') < 0
                && number.length() <= INTEGER_DIGITS
                && (number.equals("0") || number.charAt(0) != '0');
        if (whole && (WHOLE.contains(type) || type.startsWith("numeric"))) {
            return new ColumnValue.Expression(number);
        }
        throw new NotPlain();
    }

    private static ColumnValue text(String text, String type) throws NotPlain {
        String cast = castOf(type);
        if (cast == null || text.indexOf('\\') >= 0) {
            throw new NotPlain();
        }
        return new ColumnValue.Expression("'" + text.replace("'", "''") + "'::" + cast);
    }

    private static @Nullable String castOf(String type) {
        if (type.equals("text")) {
            return "text";
        }
        return type.startsWith("character varying") ? "character varying" : null;
    }
}
