package org.limbeck.verify;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.limbeck.diff.DiffOptions;
import org.limbeck.diff.Differ;
import org.limbeck.diff.Difference;
import org.limbeck.diff.Scope;
import org.limbeck.diff.Unsaid;
import org.limbeck.operation.Operation;
import org.limbeck.plan.Bookkeeping;
import org.limbeck.problem.LimbeckException;
import org.limbeck.problem.Problem;
import org.limbeck.schema.Check;
import org.limbeck.schema.Constraint;
import org.limbeck.schema.Extension;
import org.limbeck.schema.ForeignKey;
import org.limbeck.schema.Grant;
import org.limbeck.schema.MaterializedView;
import org.limbeck.schema.ObjectId;
import org.limbeck.schema.ObjectKind;
import org.limbeck.schema.Schema;
import org.limbeck.schema.SchemaObject;
import org.limbeck.schema.Table;

/**
 * Compares a database with what its revisions made in a scratch place.
 *
 * @param live the database's schema
 * @param replayed what the revisions make
 * @param major the major version of both servers
 * @param owner whose the objects are that the revisions make, in the database
 * @param replayedBy whose they are in the scratch place
 */
public record DriftComparison(Schema live, Schema replayed, int major, String owner, String replayedBy) {

    /** What was changed by hand. */
    public List<ObjectChange> changes() {
        return ObjectChanges.of(there(), wanted());
    }

    /**
     * The whole, dated.
     *
     * @param connection to the database
     */
    public Drift drift(Connection connection, Bookkeeping bookkeeping, String database, Set<String> rows)
            throws SQLException {
        List<ObjectChange> changes = changes();
        List<Operation> undo = new ArrayList<>();
        List<Operation> keep = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        if (!changes.isEmpty()) {
            try {
                DiffOptions options =
                        DiffOptions.on(major).scope(Scope.DATABASE).runBy(owner);
                Difference difference = Differ.compare(there(), wanted(), options);
                undo.addAll(difference.upgrade());
                keep.addAll(difference.downgrade());
                problems.addAll(difference.problems());
            } catch (LimbeckException notComparable) {
                problems.add(notComparable.problem());
            }
        }
        return new Drift(
                database,
                rows,
                new ChangeTimes(connection, bookkeeping).of(changes),
                undo,
                keep,
                problems,
                live.invalidIndexes().stream().map(ObjectId::describe).toList(),
                notValidated());
    }

    private Schema there() {
        return comparable(live, live.owners(), live.grants());
    }

    /** The revisions' objects are whose the version table is; what they say nothing of is as it is. */
    private Schema wanted() {
        SortedMap<ObjectId, String> owners = new TreeMap<>(replayed.owners());
        owners.replaceAll((id, role) -> role.equals(replayedBy) ? owner : role);
        Set<Grant> grants = new HashSet<>();
        replayed.grants().forEach(grant -> grants.add(ofOwner(grant)));
        return Unsaid.added(there(), comparable(replayed, owners, grants), false);
    }

    /** Default privileges are for what whoever ran the revisions will create. */
    private Grant ofOwner(Grant grant) {
        ObjectId on = grant.on();
        boolean own =
                on.kind() == ObjectKind.DEFAULT_PRIVILEGES && on.name().name().equals(replayedBy);
        return own
                ? new Grant(
                        new ObjectId(on.kind(), on.name().withName(owner), on.part()),
                        grant.role(),
                        grant.privileges(),
                        grant.grantable())
                : grant;
    }

    /** Leaves out what is no schema: which version of an extension is installed, whether a materialized view is filled. */
    private static Schema comparable(Schema schema, SortedMap<ObjectId, String> owners, Set<Grant> grants) {
        SortedMap<ObjectId, SchemaObject> objects = new TreeMap<>(schema.objects());
        objects.replaceAll((id, object) -> withoutState(object));
        return new Schema(
                objects,
                schema.comments(),
                owners,
                grants,
                schema.invalidIndexes(),
                schema.dependencies(),
                schema.viewColumns());
    }

    private static SchemaObject withoutState(SchemaObject object) {
        if (object instanceof Extension extension) {
            return new Extension(extension.name(), extension.schema(), null);
        }
        return object instanceof MaterializedView view ? view.withNoData() : object;
    }

    private List<String> notValidated() {
        List<String> names = new ArrayList<>();
        for (Table table : live.all(Table.class)) {
            for (Constraint constraint : table.constraints()) {
                boolean open = (constraint instanceof Check check && !check.validated())
                        || (constraint instanceof ForeignKey key && !key.validated());
                if (open) {
                    names.add(ObjectId.constraint(table.name(), String.valueOf(constraint.name()))
                            .describe());
                }
            }
        }
        return names;
    }
}
