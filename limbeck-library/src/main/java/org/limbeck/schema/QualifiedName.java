package org.limbeck.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.limbeck.problem.Problem;
import org.limbeck.problem.ProblemCode;

/**
 * The name of an object in a schema.
 *
 * @param schema the schema; null for the one that the server's {@code search_path} gives
 * @param name the object's own name, letter for letter as in the catalog
 */
public record QualifiedName(@Nullable String schema, String name) implements Comparable<QualifiedName> {

    public QualifiedName {
        if (schema != null) {
            Names.checked(schema);
        }
        Names.checked(name);
    }

    /**
     * Reads {@code orders} or {@code sales.orders}. A part that contains a dot itself stands in double quotes, as in
     * SQL: {@code sales."odd.name"}. Letters keep their case.
     */
    public static QualifiedName of(String text) {
        List<String> parts = parts(text);
        return switch (parts.size()) {
            case 1 -> new QualifiedName(null, parts.get(0));
            case 2 -> new QualifiedName(parts.get(0), parts.get(1));
            default ->
                throw Problem.of(
                                ProblemCode.INVALID_NAME,
                                "\"" + text + "\" is not a name or a schema and a name with one dot between them")
                        .hint("put a name that contains a dot into double quotes: sales.\\\"odd.name\\\"")
                        .exception();
        };
    }

    /** The same object's name with another last part, in the same schema. */
    public QualifiedName withName(String newName) {
        return new QualifiedName(schema, newName);
    }

    /** The text that {@link #of} reads as this name. */
    public String text() {
        return schema == null ? part(name) : part(schema) + "." + part(name);
    }

    private static String part(String name) {
        return name.startsWith("\"") || name.indexOf('.') >= 0 ? '"' + name.replace("\"", "\"\"") + '"' : name;
    }

    private static List<String> parts(String text) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (quoted) {
                if (character != '"') {
                    part.append(character);
                } else if (i + 1 < text.length() && text.charAt(i + 1) == '"') {
                    part.append('"');
                    i++;
                } else {
                    quoted = false;
                }
            } else if (character == '"' && part.isEmpty()) {
                quoted = true;
            } else if (character == '.') {
                parts.add(part.toString());
                part.setLength(0);
            } else {
                part.append(character);
            }
        }
        parts.add(part.toString());
        return parts;
    }

    /** Names without a schema come first. */
    @Override
    public int compareTo(QualifiedName other) {
        int schemas = Names.compare(schema, other.schema);
        return schemas == 0 ? name.compareTo(other.name) : schemas;
    }

    @Override
    public boolean equals(@Nullable Object object) {
        return object instanceof QualifiedName other && name.equals(other.name) && Objects.equals(schema, other.schema);
    }

    @Override
    public int hashCode() {
        return name.hashCode() * 31 + (schema == null ? 0 : schema.hashCode());
    }

    /** For people: schema and name with a dot, nothing quoted. */
    @Override
    public String toString() {
        return schema == null ? name : schema + "." + name;
    }
}
