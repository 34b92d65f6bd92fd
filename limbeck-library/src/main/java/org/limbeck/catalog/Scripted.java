package org.limbeck.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.limbeck.schema.Firing;
import org.limbeck.schema.ObjectId;
import org.limbeck.schema.ScriptedObject;
import org.limbeck.sql.Identifiers;
import org.limbeck.sql.Literals;

/** Adds objects that are known by the statement which creates them. */
record Scripted(Reading reading, SystemCatalog catalog) {

    /**
     * Adds one, unless it is out of the scope.
     *
     * @param owner the role's OID; 0 for an object that has no owner of its own
     */
    void add(long oid, ObjectId id, String definition, Firing firing, long owner) {
        if (reading.members().contains(catalog, oid) || !reading.scope().holds(id)) {
            return;
        }
        reading.result().identify(catalog, oid, id);
        reading.result().add(new ScriptedObject(id, definition, firing));
        if (owner != 0) {
            reading.result().owner(id, reading.roles().name(owner));
        }
    }

    void add(long oid, ObjectId id, String definition, long owner) {
        add(oid, id, definition, Firing.ORIGIN, owner);
    }

    static Firing firing(char letter) {
        return switch (letter) {
            case 'D' -> Firing.DISABLED;
            case 'R' -> Firing.REPLICA;
            case 'A' -> Firing.ALWAYS;
            default -> Firing.ORIGIN;
        };
    }

    /** The server's statement without its semicolon and the space around it. */
    static String bare(String statement) {
        String stripped = statement.strip();
        return stripped.endsWith(";") ? stripped.substring(0, stripped.length() - 1) : stripped;
    }

    /** Takes the default schema off the object's own name, where the server's printer always says it. */
    static String withoutSchema(String statement, String head, String defaultSchema) {
        String quoted = head + "\"" + defaultSchema.replace("\"", "\"\"") + "\".";
        String plain = head + defaultSchema + ".";
        if (statement.startsWith(quoted)) {
            return head + statement.substring(quoted.length());
        }
        return statement.startsWith(plain) ? head + statement.substring(plain.length()) : statement;
    }

    /** The {@code OPTIONS} clause of foreign objects with a space before it; nothing where there are none. */
    static String foreignOptions(Map<String, String> options) {
        return options.isEmpty()
                ? ""
                : options.entrySet().stream()
                        .map(option -> Identifiers.quoted(option.getKey()) + " " + Literals.text(option.getValue()))
                        .collect(Collectors.joining(", ", " OPTIONS (", ")"));
    }

    /** Parameters in parentheses that are given one after the other. */
    static final class Parameters {

        private final List<String> all = new ArrayList<>();

        /** Adds one whose value is a name or an expression; null adds nothing. */
        Parameters add(String name, @Nullable String value) {
            if (value != null) {
                all.add(name + " = " + value);
            }
            return this;
        }

        /** Adds one whose value is a text; null adds nothing. */
        Parameters text(String name, @Nullable String value) {
            return add(name, value == null ? null : Literals.text(value));
        }

        /** Adds a word that has no value. */
        Parameters word(String name, boolean given) {
            if (given) {
                all.add(name);
            }
            return this;
        }

        String inParentheses() {
            return "(" + String.join(", ", all) + ")";
        }
    }
}
