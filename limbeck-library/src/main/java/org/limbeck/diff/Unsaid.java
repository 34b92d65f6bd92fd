package org.limbeck.diff;

import java.util.HashSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.limbeck.schema.Grant;
import org.limbeck.schema.Namespace;
import org.limbeck.schema.ObjectId;
import org.limbeck.schema.ObjectKind;
import org.limbeck.schema.Schema;
import org.limbeck.schema.SchemaObject;
import org.limbeck.schema.Table;
import org.limbeck.schema.TableOptions;

/**
 * What platforms and administrators give a database besides its schema: default privileges, privileges on the schema
 * {@code public}, and the index by which somebody clustered a table. It stays where the desired schema says nothing of that
 * role or table.
 */
public final class Unsaid {

    private Unsaid() {}

    /**
     * The desired schema with what it says nothing of.
     *
     * @param everybodyOnPublic whether it says what everybody may do with the schema {@code public}, even where that is what a
     *     new database gives
     */
    public static Schema added(Schema actual, Schema desired, boolean everybodyOnPublic) {
        SortedMap<ObjectId, SchemaObject> objects = new TreeMap<>(desired.objects());
        for (Table table : actual.all(Table.class)) {
            boolean clustered = table.options().clusterOn() != null;
            if (clustered && desired.object(table.id()) instanceof Table wanted) {
                objects.put(wanted.id(), clusteredAs(table, wanted));
            }
        }
        Set<Grant> grants = new HashSet<>(desired.grants());
        Set<Grant> said = new HashSet<>(grants);
        if (everybodyOnPublic) {
            said.add(new Grant(Namespace.PUBLIC, Grant.PUBLIC, Set.of(), false));
        }
        for (Grant grant : actual.grants()) {
            if (isAbout(grant.on()) && said.stream().noneMatch(other -> isOfSameRole(grant, other))) {
                grants.add(grant);
            }
        }
        return new Schema(
                objects,
                desired.comments(),
                desired.owners(),
                grants,
                desired.invalidIndexes(),
                desired.dependencies(),
                desired.viewColumns());
    }

    private static Table clusteredAs(Table there, Table wanted) {
        TableOptions options = wanted.options();
        return options.clusterOn() == null && options.partitionBy() == null
                ? wanted.options(options.clusteredOn(there.options().clusterOn()))
                : wanted;
    }

    /** Whether privileges on it may be given besides the schema. */
    public static boolean isAbout(ObjectId on) {
        return on.kind() == ObjectKind.DEFAULT_PRIVILEGES || on.equals(Namespace.PUBLIC);
    }

    /** Default privileges are of whoever creates the objects, those on the schema of whoever has them. */
    private static boolean isOfSameRole(Grant one, Grant other) {
        return one.on().equals(Namespace.PUBLIC)
                ? one.on().equals(other.on()) && one.role().equals(other.role())
                : one.on().kind() == other.on().kind()
                        && one.on().name().name().equals(other.on().name().name());
    }
}
