package org.limbeck.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.limbeck.ComparisonRequest;
import org.limbeck.diff.DiffOptions;
import org.limbeck.diff.Differ;
import org.limbeck.schema.Grant;
import org.limbeck.schema.Schema;
import org.limbeck.schema.SchemaObject;
import org.limbeck.source.SqlSource;

final class SchemaVerb implements Verb {

    private static final String DUMP = "dump";

    /** What is printed is what is there, so no version of the server keeps anything back. */
    private static final int NEWEST = 18;

    private static final Comparator<Grant> GRANTS =
            Comparator.comparing(Grant::on).thenComparing(Grant::role).thenComparing(Grant::grantable);

    @Override
    public String name() {
        return "schema";
    }

    @Override
    public String summary() {
        return "Print a schema as SQL or JSON, the same on every machine.";
    }

    @Override
    public boolean connects() {
        return true;
    }

    @Override
    public void declare(Declaration declaration) {
        declaration.argument(
                "<dump> <schema>",
                1,
                2,
                "dump, and then database, revisions, a database URL, or entities and folders of SQL files with commas"
                        + " between them; database if none is given.");
        declaration
                .example("limbeck schema dump > schema.sql", "the database as SQL, without owners and privileges")
                .example("limbeck schema dump revisions --format json", "what the migrations make, for a program")
                .example("limbeck schema dump entities", "what the entities ask for");
    }

    @Override
    public int run(Invocation invocation) {
        List<String> arguments = invocation.arguments();
        if (!arguments.get(0).equals(DUMP)) {
            throw invocation
                    .usage("there is no \"" + arguments.get(0) + "\" of a schema")
                    .hint("there is", "limbeck schema dump")
                    .exception();
        }
        Schema schema =
                invocation.limbeck().schema(arguments.size() > 1 ? arguments.get(1) : ComparisonRequest.DATABASE);
        invocation.out().print(invocation.json() ? JsonText.text(json(schema)) : sql(schema));
        return ExitCode.DONE;
    }

    /** As a desired schema it says nothing of privileges, so that those there are stay. */
    private static String sql(Schema schema) {
        Schema bare = new Schema(
                schema.objects(),
                schema.comments(),
                new TreeMap<>(),
                Set.of(),
                schema.invalidIndexes(),
                schema.dependencies(),
                schema.viewColumns());
        String body = new SqlSource().body(Differ.creation(bare, DiffOptions.on(NEWEST)));
        return body.isEmpty() ? "" : body + "\n";
    }

    private static Map<String, Object> json(Schema schema) {
        List<Object> objects = new ArrayList<>();
        for (SchemaObject object : schema.objects().values()) {
            Map<String, @Nullable Object> map = new LinkedHashMap<>();
            map.put("id", object.id().describe());
            map.put("kind", RecordJson.of(object.id().kind()));
            map.putAll(RecordJson.components((Record) object));
            objects.add(map);
        }
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("objects", objects);
        map.put("comments", RecordJson.map(schema.comments()));
        map.put("owners", RecordJson.map(schema.owners()));
        map.put(
                "grants",
                RecordJson.list(schema.grants().stream().sorted(GRANTS).toList()));
        map.put("invalidIndexes", RecordJson.list(schema.invalidIndexes()));
        return map;
    }
}
