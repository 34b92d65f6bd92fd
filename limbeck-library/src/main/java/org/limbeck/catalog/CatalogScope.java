package org.limbeck.catalog;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;
import org.limbeck.schema.Names;
import org.limbeck.schema.ObjectId;
import org.limbeck.schema.QualifiedName;

/**
 * Which objects of a database are read. Never read are those of the system, temporary ones, members of extensions, and
 * what stands in a scratch schema.
 *
 * @param defaultSchema the schema whose objects go by their own name alone
 * @param schemas by the name of the schema
 * @param names by the object's own name; of a part of a table, the table's
 * @param tables tables to leave out: Limbeck's own
 * @param objects what else must hold
 */
public record CatalogScope(
        String defaultSchema, Globs schemas, Globs names, Set<QualifiedName> tables, Predicate<ObjectId> objects) {

    /** All that is in the database, in the schema {@code public} without saying so. */
    public static final CatalogScope ALL = of("public");

    public CatalogScope {
        Names.checked(defaultSchema);
        tables = Set.copyOf(tables);
    }

    public static CatalogScope of(String defaultSchema) {
        return new CatalogScope(defaultSchema, Globs.ALL, Globs.ALL, Set.of(), id -> true);
    }

    public CatalogScope inSchemas(Globs newSchemas) {
        return new CatalogScope(defaultSchema, newSchemas, names, tables, objects);
    }

    public CatalogScope named(Globs newNames) {
        return new CatalogScope(defaultSchema, schemas, newNames, tables, objects);
    }

    /** Leaves out a table, with all that belongs to it; without a schema it is one of the default schema. */
    public CatalogScope without(QualifiedName table) {
        Set<QualifiedName> all = new HashSet<>(tables);
        all.add(table);
        return new CatalogScope(defaultSchema, schemas, names, all, objects);
    }

    /** Asks for one thing more. */
    public CatalogScope where(Predicate<ObjectId> condition) {
        return new CatalogScope(defaultSchema, schemas, names, tables, objects.and(condition));
    }

    /** The same for a default schema of another name. */
    CatalogScope inDefault(String newDefaultSchema) {
        return new CatalogScope(newDefaultSchema, schemas, names, tables, objects);
    }

    boolean holds(ObjectId id) {
        return names.match(id.name().name()) && !leavesOut(id.name()) && objects.test(id);
    }

    private boolean leavesOut(QualifiedName name) {
        return tables.contains(name)
                || (name.schema() == null && tables.contains(new QualifiedName(defaultSchema, name.name())));
    }
}
