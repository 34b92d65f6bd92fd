package org.limbeck.database;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.limbeck.schema.Schema;

/** All that a schema says as sorted lines, so that a difference between two is found. */
final class SchemaLines {

    private SchemaLines() {}

    static List<String> of(Schema schema) {
        List<String> lines = new ArrayList<>();
        schema.objects().values().forEach(object -> lines.add(object.toString()));
        schema.comments().forEach((id, text) -> lines.add("comment on " + id.describe() + ": " + text));
        schema.owners().forEach((id, role) -> lines.add("owner of " + id.describe() + ": " + role));
        schema.grants().forEach(grant -> lines.add(grant.toString()));
        schema.invalidIndexes().forEach(id -> lines.add("invalid " + id.describe()));
        schema.dependencies()
                .forEach(needs -> lines.add(
                        needs.from().describe() + " needs " + needs.to().describe()));
        schema.viewColumns().forEach((id, columns) -> lines.add(id.describe() + ": " + columns));
        Collections.sort(lines);
        return lines;
    }
}
