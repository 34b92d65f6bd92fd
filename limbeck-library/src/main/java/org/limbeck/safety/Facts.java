package org.limbeck.safety;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.limbeck.schema.QualifiedName;

/**
 * What the catalog says about everything that some statements name, and about what hangs together with it.
 *
 * @param server the server
 * @param names what the search path makes of the names in the statements; those of nothing are missing
 * @param relations by OID
 * @param types by the text in the statements, and by OID as text for columns' own types
 * @param functions by the name in the statements
 * @param casts between the types
 * @param collations by the name in the statements
 * @param statistics the tables of extended statistics, by name
 * @param domainTables the tables with columns of a domain, by the text that {@code types} has
 * @param typedTables the tables made from a composite type, by the type's OID as a relation
 * @param members the relations of schemas that are to be dropped
 * @param constraints the names in the statements that a constraint has, of whatever table
 * @param owned the relations in the statements that belong to who asks
 * @param replaceable the columns that another one can take the place of, by the OIDs of tables with columns that get another type
 */
public record Facts(
        ServerFacts server,
        Map<QualifiedName, Long> names,
        Map<Long, RelationFacts> relations,
        Map<String, TypeFacts> types,
        Map<QualifiedName, Volatility> functions,
        List<CastFacts> casts,
        Map<QualifiedName, Long> collations,
        Map<QualifiedName, Long> statistics,
        Map<String, List<Long>> domainTables,
        Map<Long, List<Long>> typedTables,
        Map<String, List<Long>> members,
        Set<QualifiedName> constraints,
        Set<QualifiedName> owned,
        Map<Long, List<ReplaceableColumn>> replaceable) {

    public Facts {
        names = Map.copyOf(names);
        relations = Map.copyOf(relations);
        types = Map.copyOf(types);
        functions = Map.copyOf(functions);
        casts = List.copyOf(casts);
        collations = Map.copyOf(collations);
        statistics = Map.copyOf(statistics);
        domainTables = Map.copyOf(domainTables);
        typedTables = Map.copyOf(typedTables);
        members = Map.copyOf(members);
        constraints = Set.copyOf(constraints);
        owned = Set.copyOf(owned);
        replaceable = Map.copyOf(replaceable);
    }

    /** The same for statements that also name what hangs together with the relations, as the server prints it. */
    Facts withAllNames() {
        Map<QualifiedName, Long> all = new HashMap<>();
        for (RelationFacts relation : relations.values()) {
            all.put(relation.qualifiedName(), relation.oid());
            all.put(new QualifiedName(null, relation.name()), relation.oid());
        }
        all.putAll(names);
        return new Facts(
                server,
                all,
                relations,
                types,
                functions,
                casts,
                collations,
                statistics,
                domainTables,
                typedTables,
                members,
                constraints,
                owned,
                replaceable);
    }

    /** What the catalog of an empty database of that version says. */
    public static Facts ofNothing(int major) {
        return new Facts(
                new ServerFacts(major, "UTC", Set.of()),
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                List.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                Set.of(),
                Set.of(),
                Map.of());
    }
}
