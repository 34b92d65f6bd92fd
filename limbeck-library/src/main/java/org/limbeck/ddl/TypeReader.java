package org.limbeck.ddl;

import java.util.ArrayList;
import java.util.List;
import org.limbeck.sql.Identifiers;

/** Reads a type. */
record TypeReader(Tokens tokens) {

    TypeText type() throws UnclearStatement {
        String name;
        List<Integer> arguments = new ArrayList<>();
        if (tokens.took("double", "precision")) {
            name = "double precision";
        } else if (tokens.took("bit", "varying") || tokens.took("varbit")) {
            name = "bit varying";
            arguments(arguments);
        } else if (tokens.took("character", "varying") || tokens.took("varchar")) {
            name = "character varying";
            arguments(arguments);
        } else if (tokens.took("character") || tokens.took("char")) {
            name = "character";
            one(arguments);
        } else if (tokens.took("bit")) {
            name = "bit";
            one(arguments);
        } else if (tokens.took("timestamptz")) {
            name = "timestamp with time zone";
            arguments(arguments);
        } else if (tokens.took("timetz")) {
            name = "time with time zone";
            arguments(arguments);
        } else if (tokens.took("timestamp")) {
            arguments(arguments);
            name = "timestamp" + zone();
        } else if (tokens.took("time")) {
            arguments(arguments);
            name = "time" + zone();
        } else {
            name = other(arguments);
        }
        return new TypeText(name, arguments, array());
    }

    private String other(List<Integer> arguments) throws UnclearStatement {
        if (tokens.sees("national") || tokens.sees("nchar") || tokens.sees("setof")) {
            throw new UnclearStatement("its type is spelled unusually");
        }
        boolean quoted = tokens.seesQuoted();
        String first = tokens.name();
        String name = quoted ? Identifiers.quoted(first) : first;
        if (tokens.took(".")) {
            name = Identifiers.quoted(first) + "." + Identifiers.quoted(tokens.name());
        }
        if (tokens.took("%")) {
            throw new UnclearStatement("its type refers to that of a column");
        }
        arguments(arguments);
        boolean fields =
                name.equals("interval") && tokens.seesOneOf("year", "month", "day", "hour", "minute", "second");
        if (fields || (name.equals("float") && !arguments.isEmpty())) {
            throw new UnclearStatement("its type is spelled unusually");
        }
        return name;
    }

    /** These have one character or bit unless they say otherwise. */
    private void one(List<Integer> arguments) throws UnclearStatement {
        arguments(arguments);
        if (arguments.isEmpty()) {
            arguments.add(1);
        }
    }

    private void arguments(List<Integer> arguments) throws UnclearStatement {
        if (tokens.took("(")) {
            do {
                int sign = tokens.took("-") ? -1 : 1;
                arguments.add(sign * tokens.wholeNumber());
            } while (tokens.took(","));
            tokens.expect(")");
        }
    }

    private String zone() {
        if (tokens.took("with", "time", "zone")) {
            return " with time zone";
        }
        tokens.took("without", "time", "zone");
        return " without time zone";
    }

    private boolean array() throws UnclearStatement {
        boolean array = tokens.took("array");
        while (tokens.took("[")) {
            array = true;
            if (!tokens.took("]")) {
                tokens.wholeNumber();
                tokens.expect("]");
            }
        }
        return array;
    }
}
