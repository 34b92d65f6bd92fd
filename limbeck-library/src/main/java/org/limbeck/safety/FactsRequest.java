package org.limbeck.safety;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.limbeck.ddl.DdlStatement;
import org.limbeck.schema.QualifiedName;

/**
 * What has to be known to classify some statements.
 *
 * @param relations tables, views, indexes, sequences, composite types
 * @param types as written, without arguments
 * @param functions that defaults and queries call
 * @param collations that columns get
 * @param statistics extended statistics
 * @param schemas whose members matter
 * @param retyped tables with columns that get another type
 */
public record FactsRequest(
        Set<QualifiedName> relations,
        Set<String> types,
        Set<QualifiedName> functions,
        Set<QualifiedName> collations,
        Set<QualifiedName> statistics,
        Set<String> schemas,
        Set<QualifiedName> retyped) {

    public FactsRequest {
        relations = new LinkedHashSet<>(relations);
        types = new LinkedHashSet<>(types);
        functions = new LinkedHashSet<>(functions);
        collations = new LinkedHashSet<>(collations);
        statistics = new LinkedHashSet<>(statistics);
        schemas = new LinkedHashSet<>(schemas);
        retyped = new LinkedHashSet<>(retyped);
    }

    /** For these statements. */
    public static FactsRequest of(List<String> statements) {
        NamesCollector collector = new NamesCollector();
        statements.forEach(statement -> collector.add(DdlStatement.of(statement)));
        return collector.request();
    }
}
