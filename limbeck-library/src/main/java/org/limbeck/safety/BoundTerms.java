package org.limbeck.safety;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.limbeck.ddl.PartitionBound;
import org.limbeck.sql.Identifiers;

/** What the bounds of a partition say, as the terms of a check in SQL; only for a key of one column. */
final class BoundTerms {

    private BoundTerms() {}

    static String notNull(String column) {
        return Identifiers.quoted(column) + " IS NOT NULL";
    }

    /** None if it can't be said. */
    static List<String> of(RelationFacts parent, PartitionBound bound) {
        List<String> key = parent.partitions().key();
        if (key.size() != 1 || key.get(0).isEmpty()) {
            return List.of();
        }
        String column = Identifiers.quoted(key.get(0));
        List<String> terms = new ArrayList<>();
        terms.add(notNull(key.get(0)));
        char strategy = parent.partitions().strategy();
        if (bound.kind() == PartitionBound.Kind.RANGE && strategy == 'r') {
            if (!unlimited(bound.from().get(0))) {
                terms.add(column + " >= " + bound.from().get(0));
            }
            if (!unlimited(bound.to().get(0))) {
                terms.add(column + " < " + bound.to().get(0));
            }
            return terms;
        } else if (bound.kind() == PartitionBound.Kind.LIST
                && strategy == 'l'
                && bound.from().stream().noneMatch(value -> value.equalsIgnoreCase("null"))) {
            terms.add(
                    bound.from().size() == 1
                            ? column + " = " + bound.from().get(0)
                            : column + " = ANY (ARRAY[" + String.join(", ", bound.from()) + "])");
            return terms;
        }
        return List.of();
    }

    private static boolean unlimited(String value) {
        String word = value.toLowerCase(Locale.ROOT);
        return word.equals("minvalue") || word.equals("maxvalue");
    }
}
