package org.limbeck.jpa.hibernate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A {@code create table} taken apart.
 *
 * @param before the text up to the parenthesis
 * @param name the table's name as it stands there
 * @param elements columns and constraints
 * @param after the text from the closing parenthesis on
 */
record TableStatement(String before, String name, List<String> elements, String after) {

    private static final String CREATE = "create table ";

    /** Empty for any other statement. */
    static Optional<TableStatement> parse(String statement) {
        if (!statement.startsWith(CREATE)) {
            return Optional.empty();
        }
        List<String> elements = new ArrayList<>();
        int open = 0;
        int from = 0;
        int depth = 0;
        char quote = 0;
        for (int i = CREATE.length(); i < statement.length(); i++) {
            char character = statement.charAt(i);
            if (quote != 0) {
                quote = character == quote ? 0 : quote;
            } else if (character == '\'' || character == '"') {
                quote = character;
            } else if (character == '(') {
                depth++;
                if (depth == 1) {
                    open = i;
                    from = i + 1;
                }
            } else if (character == ')') {
                depth--;
                if (depth == 0) {
                    elements.add(statement.substring(from, i).strip());
                    String name = statement.substring(CREATE.length(), open).strip();
                    return Optional.of(new TableStatement(
                            statement.substring(0, open), name, List.copyOf(elements), statement.substring(i)));
                }
            } else if (character == ',' && depth == 1) {
                elements.add(statement.substring(from, i).strip());
                from = i + 1;
            }
        }
        return Optional.empty();
    }

    /** The same statement with other elements. */
    String withElements(List<String> others) {
        return before + "(" + String.join(", ", others) + after;
    }
}
