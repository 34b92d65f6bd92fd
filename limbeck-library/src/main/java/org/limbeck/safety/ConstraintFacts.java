package org.limbeck.safety;

import java.util.List;
import java.util.regex.Pattern;
import org.limbeck.ddl.ConstraintDefinition;
import org.limbeck.ddl.StatementText;

/**
 * A constraint as it is.
 *
 * @param name its name
 * @param kind what it demands
 * @param columns the columns that it mentions
 * @param definition as the server prints it
 * @param valid whether existing rows were checked
 * @param enforced whether rows are checked at all
 * @param referenced the OID of a foreign key's other table; 0 for other kinds
 * @param index the OID of the index behind a key; 0 without
 * @param plain whether its definition is all that is known of it, and says the same at any time: nobody commented on it, nothing
 *     depends on it, it is neither inherited nor kept from children, and calls nothing whose answer may change
 */
public record ConstraintFacts(
        String name,
        ConstraintDefinition.Kind kind,
        List<String> columns,
        String definition,
        boolean valid,
        boolean enforced,
        long referenced,
        long index,
        boolean plain) {

    private static final Pattern NO_INHERIT = Pattern.compile(" NO INHERIT(?: NOT VALID)?(?: NOT ENFORCED)?$");

    public ConstraintFacts {
        columns = List.copyOf(columns);
    }

    boolean isForeignKey() {
        return kind == ConstraintDefinition.Kind.FOREIGN_KEY;
    }

    /** Whether it is about the table's own rows, and not about those of its children. */
    boolean noInherit() {
        return NO_INHERIT.matcher(definition).find();
    }

    ConstraintFacts validated() {
        return new ConstraintFacts(name, kind, columns, definition, true, true, referenced, index, plain);
    }

    ConstraintFacts withColumn(String column, String newName) {
        String renamed = isForeignKey() ? null : StatementText.withColumn(definition, column, newName);
        return new ConstraintFacts(
                name,
                kind,
                columns.stream()
                        .map(each -> each.equals(column) ? newName : each)
                        .toList(),
                renamed == null ? definition : renamed,
                valid,
                enforced,
                referenced,
                index,
                plain);
    }

    ConstraintFacts withName(String newName) {
        return new ConstraintFacts(newName, kind, columns, definition, valid, enforced, referenced, index, plain);
    }
}
