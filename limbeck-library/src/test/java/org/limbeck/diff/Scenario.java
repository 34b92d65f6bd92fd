package org.limbeck.diff;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.limbeck.operation.ExecuteSql;
import org.limbeck.operation.Operation;
import org.limbeck.schema.Attribute;
import org.limbeck.schema.Dependency;
import org.limbeck.schema.Grant;
import org.limbeck.schema.ObjectId;
import org.limbeck.schema.Schema;
import org.limbeck.schema.SchemaObject;
import org.limbeck.sql.SqlWriter;

/** Two schemas, and the comparison of them as text. */
record Scenario(Schema actual, Schema desired, DiffOptions options) {

    static Scenario from(SchemaObject... objects) {
        return new Scenario(schema(objects), Schema.EMPTY, DiffOptions.on(17));
    }

    Scenario to(SchemaObject... objects) {
        return new Scenario(actual, schema(objects), options);
    }

    Scenario to(Schema schema) {
        return new Scenario(actual, schema, options);
    }

    Scenario with(DiffOptions newOptions) {
        return new Scenario(actual, desired, newOptions);
    }

    /** Says in both schemas, as far as both ends are there, that one element needs another. */
    Scenario needs(ObjectId from, ObjectId to) {
        return new Scenario(needing(actual, from, to), needing(desired, from, to), options);
    }

    /** With what everybody may do unless it is revoked, as the catalog gives it. */
    static Schema schema(SchemaObject... objects) {
        Schema schema = Schema.of(Arrays.asList(objects));
        for (SchemaObject object : objects) {
            String privilege = object.id().kind().publicPrivilege().orElse(null);
            if (privilege != null) {
                schema = granting(schema, new Grant(object.id(), Grant.PUBLIC, Set.of(privilege), false));
            }
        }
        return schema;
    }

    Difference difference() {
        return Differ.compare(actual, desired, options);
    }

    /** Each operation on a line of its own. */
    String upgrade() {
        return described(difference().upgrade());
    }

    String downgrade() {
        return described(difference().downgrade());
    }

    String sql() {
        return difference().upgrade().stream()
                .flatMap(operation -> new SqlWriter().statements(operation).stream())
                .map(statement -> statement.text() + ";\n")
                .collect(Collectors.joining());
    }

    String losses() {
        return difference().losses().stream()
                .map(loss -> loss.sentence() + "\n")
                .collect(Collectors.joining());
    }

    String notes() {
        return difference().notes().stream().map(note -> note.sentence() + "\n").collect(Collectors.joining());
    }

    static String described(List<Operation> operations) {
        return operations.stream()
                .map(operation ->
                        (operation instanceof ExecuteSql execute ? "execute " + execute.sql() : operation.describe())
                                + "\n")
                .collect(Collectors.joining());
    }

    static Schema needing(Schema schema, ObjectId from, ObjectId to) {
        Set<Dependency> dependencies = new HashSet<>(schema.dependencies());
        dependencies.add(new Dependency(from, to));
        return new Schema(
                schema.objects(),
                schema.comments(),
                schema.owners(),
                schema.grants(),
                schema.invalidIndexes(),
                dependencies,
                schema.viewColumns());
    }

    static Schema viewing(Schema schema, ObjectId view, Attribute... columns) {
        Map<ObjectId, List<Attribute>> all = new TreeMap<>(schema.viewColumns());
        all.put(view, List.of(columns));
        return new Schema(
                schema.objects(),
                schema.comments(),
                schema.owners(),
                schema.grants(),
                schema.invalidIndexes(),
                schema.dependencies(),
                all);
    }

    static Schema granting(Schema schema, Grant... grants) {
        Set<Grant> all = new HashSet<>(schema.grants());
        all.addAll(new ArrayList<>(Arrays.asList(grants)));
        return new Schema(
                schema.objects(),
                schema.comments(),
                schema.owners(),
                all,
                schema.invalidIndexes(),
                schema.dependencies(),
                schema.viewColumns());
    }

    static Schema commenting(Schema schema, ObjectId id, String text) {
        TreeMap<ObjectId, String> comments = new TreeMap<>(schema.comments());
        comments.put(id, text);
        return new Schema(
                schema.objects(),
                comments,
                schema.owners(),
                schema.grants(),
                schema.invalidIndexes(),
                schema.dependencies(),
                schema.viewColumns());
    }
}
