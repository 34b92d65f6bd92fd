package org.limbeck.catalog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The current row of a result; columns count from 1. */
record Row(ResultSet result) {

    String text(int column) throws SQLException {
        String text = result.getString(column);
        if (text == null) {
            throw new CatalogChangedException("column " + column + " is null");
        }
        return text;
    }

    @Nullable
    String textOrNull(int column) throws SQLException {
        return result.getString(column);
    }

    /** An expression, or a statement with some in it. */
    String expression(int column) throws SQLException {
        return Printed.settled(text(column));
    }

    @Nullable
    String expressionOrNull(int column) throws SQLException {
        String text = result.getString(column);
        return text == null ? null : Printed.settled(text);
    }

    boolean flag(int column) throws SQLException {
        return "t".equals(result.getString(column));
    }

    /** A column of the type {@code "char"}; a blank where it is empty or null. */
    char letter(int column) throws SQLException {
        String text = result.getString(column);
        return text == null || text.isEmpty() ? ' ' : text.charAt(0);
    }

    /** A whole number or an OID; 0 for null. */
    long number(int column) throws SQLException {
        return result.getLong(column);
    }

    /** An array or a vector of numbers; none for null. */
    Numbers numbers(int column) throws SQLException {
        String text = result.getString(column);
        return text == null ? Numbers.none() : Numbers.of(text);
    }

    /** An array of texts; none for null. */
    List<String> texts(int column) throws SQLException {
        String text = result.getString(column);
        return text == null ? List.of() : ArrayText.elements(text);
    }

    /** An array of texts of the form {@code name=value}, as the catalogs keep options. */
    Map<String, String> options(int column) throws SQLException {
        return options(texts(column));
    }

    static Map<String, String> options(List<String> elements) {
        if (elements.isEmpty()) {
            return Map.of();
        }
        Map<String, String> options = new TreeMap<>();
        for (String element : elements) {
            int equals = element.indexOf('=');
            options.put(element.substring(0, equals), element.substring(equals + 1));
        }
        return options;
    }
}
