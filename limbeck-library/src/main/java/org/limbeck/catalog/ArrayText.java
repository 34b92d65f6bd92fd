package org.limbeck.catalog;

import java.util.ArrayList;
import java.util.List;

/** Reads the server's text form of an array of one dimension without nulls. */
final class ArrayText {

    private ArrayText() {}

    static List<String> elements(String text) {
        List<String> elements = new ArrayList<>();
        StringBuilder element = new StringBuilder();
        boolean quoted = false;
        for (int i = 1; i < text.length() - 1; i++) {
            char character = text.charAt(i);
            if (character == '\\') {
                element.append(text.charAt(++i));
            } else if (character == '"') {
                quoted = !quoted;
            } else if (character == ',' && !quoted) {
                elements.add(element.toString());
                element.setLength(0);
            } else {
                element.append(character);
            }
        }
        if (text.length() > 2) {
            elements.add(element.toString());
        }
        return elements;
    }
}
