package org.limbeck.desired;

import java.util.ArrayList;
import java.util.List;
import org.limbeck.schema.Check;
import org.limbeck.schema.Column;
import org.limbeck.schema.DataType;
import org.limbeck.sql.Identifiers;

/** Reads the checks that entities get for constants of Java, in the form that the catalog's reader gives them. */
final class PlainChecks {

    private PlainChecks() {}

    /** Reads what stands behind {@code CHECK}: {@code (name in ('A','B'))} or {@code (name between 0 and 9)}. */
    static Check read(Tokens tokens, Column column) throws NotPlain {
        int depth = 0;
        while (tokens.took("(")) {
            depth++;
        }
        if (depth == 0 || !tokens.name().equals(column.name())) {
            throw new NotPlain();
        }
        String name = Identifiers.quoted(column.name());
        String type = column.type() instanceof DataType.BuiltIn builtIn ? builtIn.sql() : "";
        String expression = tokens.took("in") ? oneOf(tokens, name, type) : between(tokens, name, type);
        for (; depth > 0; depth--) {
            tokens.expect(")");
        }
        return new Check(null, expression, true, true, true);
    }

    private static String oneOf(Tokens tokens, String name, String type) throws NotPlain {
        if (!type.startsWith("character varying")) {
            throw new NotPlain();
        }
        tokens.expect("(");
        List<String> values = new ArrayList<>();
        do {
            String value = tokens.text();
            if (value.indexOf('\\') >= 0) {
                throw new NotPlain();
            }
            values.add("'" + value.replace("'", "''") + "'::text");
        } while (tokens.took(","));
        tokens.expect(")");
        if (values.size() < 2) {
            throw new NotPlain();
        }
        return name + "::text = ANY (ARRAY[" + String.join(", ", values) + "])";
    }

    private static String between(Tokens tokens, String name, String type) throws NotPlain {
        if (!type.equals("smallint") && !type.equals("integer")) {
            throw new NotPlain();
        }
        tokens.expect("between");
        long low = tokens.number();
        tokens.expect("and");
        long high = tokens.number();
        return name + " >= " + low + " AND " + name + " <= " + high;
    }
}
