package org.limbeck.report.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.limbeck.diff.DiffOptions;
import org.limbeck.diff.Differ;
import org.limbeck.schema.Attribute;
import org.limbeck.schema.Index;
import org.limbeck.schema.MaterializedView;
import org.limbeck.schema.ObjectId;
import org.limbeck.schema.Schema;
import org.limbeck.schema.SchemaObject;
import org.limbeck.schema.ScriptedObject;
import org.limbeck.schema.Table;
import org.limbeck.schema.View;
import org.limbeck.sql.SqlWriter;
import org.limbeck.sql.Statement;

/** A schema as maps and lists: tables and views with what belongs to them, and everything else by its statement. */
final class SchemaData {

    /** What is told is what is there, so no version of the server keeps anything back. */
    private static final int NEWEST = 18;

    private final Schema schema;
    private final TableData tables;

    private SchemaData(Schema schema) {
        this.schema = schema;
        this.tables = new TableData(schema);
    }

    static Map<String, @Nullable Object> of(Report.NamedSchema named) {
        return new SchemaData(named.schema()).data(named.name());
    }

    private Map<String, @Nullable Object> data(String name) {
        List<Object> relations = new ArrayList<>();
        List<Object> others = new ArrayList<>();
        for (SchemaObject object : schema.objects().values()) {
            if (object instanceof Table table) {
                relations.add(tables.of(table));
            } else if (object instanceof View view) {
                relations.add(view(view.id(), view.query()));
            } else if (object instanceof MaterializedView view) {
                relations.add(view(view.id(), view.query()));
            } else if (!(object instanceof Index) && !object.id().kind().belongsToTable()) {
                others.add(other(object));
            }
        }
        return new Fields()
                .with("name", name)
                .with("tables", relations)
                .with("objects", others)
                .map();
    }

    private Object view(ObjectId id, String query) {
        return tables.common(id, schema.comments().get(id))
                .with(
                        "columns",
                        Fields.each(schema.viewColumns().getOrDefault(id, List.of()), column -> viewColumn(id, column)))
                .with("query", query)
                .with("indexes", tables.indexes(id.name()))
                .with("triggers", tables.triggers(id.name()))
                .map();
    }

    private Object viewColumn(ObjectId view, Attribute column) {
        return new Fields()
                .with("name", column.name())
                .with("type", column.type().toString())
                .with("comment", schema.comments().get(ObjectId.column(view.name(), column.name())))
                .map();
    }

    private Object other(SchemaObject object) {
        ObjectId id = object.id();
        return new Fields()
                .with("kind", TableData.words(id.kind()))
                .with("name", id.describe())
                .with("comment", schema.comments().get(id))
                .with("sql", object instanceof ScriptedObject scripted ? scripted.definition() : creation(object))
                .map();
    }

    /** With the comments on its parts, such as attributes. */
    private String creation(SchemaObject object) {
        ObjectId id = object.id();
        SortedMap<ObjectId, SchemaObject> alone = new TreeMap<>(Map.of(id, object));
        SortedMap<ObjectId, String> comments = new TreeMap<>(schema.comments());
        comments.keySet().removeIf(of -> of.equals(id) || !of.name().equals(id.name()) || of.part() == null);
        Schema part = new Schema(alone, comments, new TreeMap<>(), Set.of(), Set.of(), Set.of(), Map.of());
        SqlWriter writer = new SqlWriter();
        return Differ.creation(part, DiffOptions.on(NEWEST)).stream()
                .flatMap(operation -> writer.statements(operation).stream())
                .map(Statement::text)
                .collect(Collectors.joining(";\n"));
    }
}
