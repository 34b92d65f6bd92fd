package org.limbeck.ddl;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.limbeck.schema.QualifiedName;

/**
 * What a query touches.
 *
 * @param relations what it reads
 * @param functions what it calls, but not the calls of {@code sequences}
 * @param sequences what {@code nextval}, {@code setval} and {@code currval} with a literal name
 * @param literals strings together with what says their type
 */
public record Query(
        List<QualifiedName> relations,
        Set<QualifiedName> functions,
        List<QualifiedName> sequences,
        List<Literal> literals) {

    /** A string; {@code type} is that of a cast behind it, {@code column} what it is set to or compared with. */
    public record Literal(
            String value,
            @Nullable QualifiedName type,
            @Nullable String column) {}

    public Query {
        relations = List.copyOf(relations);
        functions = Set.copyOf(functions);
        sequences = List.copyOf(sequences);
        literals = List.copyOf(literals);
    }
}
