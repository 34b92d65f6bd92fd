package org.limbeck.database;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.limbeck.schema.Column;
import org.limbeck.schema.ObjectId;
import org.limbeck.schema.Schema;
import org.limbeck.schema.SchemaObject;
import org.limbeck.schema.Table;

/** What has to be equal after a migration: all of a schema but the order of columns, and the dependencies. */
final class ComparableSchema {

    private ComparableSchema() {}

    static List<String> lines(Schema schema) {
        SortedMap<ObjectId, SchemaObject> objects = new TreeMap<>(schema.objects());
        objects.replaceAll((id, object) -> object instanceof Table table ? sorted(table) : object);
        return SchemaLines.of(new Schema(
                objects,
                schema.comments(),
                schema.owners(),
                schema.grants(),
                schema.invalidIndexes(),
                Set.of(),
                Map.of()));
    }

    private static Table sorted(Table table) {
        List<Column> columns = new ArrayList<>(table.columns());
        columns.sort(Comparator.comparing(Column::name));
        return new Table(table.name(), columns, table.constraints(), table.options(), table.comment());
    }
}
