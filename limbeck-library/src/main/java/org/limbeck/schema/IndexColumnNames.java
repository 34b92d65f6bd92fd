package org.limbeck.schema;

import java.util.ArrayList;
import java.util.List;

/**
 * The names that the server gives to the columns of an index, of which it makes the name of the index.
 *
 * @see <a href="https://github.com/postgres/postgres/blob/master/src/backend/commands/indexcmds.c">ChooseIndexColumnNames</a>
 */
final class IndexColumnNames {

    private IndexColumnNames() {}

    static List<String> of(List<IndexElement> elements, List<String> include) {
        List<String> names = new ArrayList<>();
        for (IndexElement element : elements) {
            names.add(distinct(element.expression() ? ofExpression(element.term()) : element.term(), names));
        }
        for (String column : include) {
            names.add(distinct(column, names));
        }
        return names;
    }

    private static String ofExpression(String expression) {
        String name = ExpressionName.of(expression);
        return name == null ? "expr" : name;
    }

    private static String distinct(String name, List<String> taken) {
        String distinct = name;
        for (int number = 1; taken.contains(distinct); number++) {
            String suffix = Integer.toString(number);
            distinct = Names.shortened(name, Names.MAXIMUM_BYTES - suffix.length()) + suffix;
        }
        return distinct;
    }
}
