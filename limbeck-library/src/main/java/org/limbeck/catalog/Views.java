package org.limbeck.catalog;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.limbeck.schema.Attribute;
import org.limbeck.schema.CompositeType;
import org.limbeck.schema.MaterializedView;
import org.limbeck.schema.View;

/** Adds views and composite types: relations that are known by their columns. */
record Views(Reading reading, Relations relations, Columns columns) {

    private static final String QUERY = """
            SELECT oid, pg_get_viewdef(oid, true) FROM pg_class WHERE relkind IN ('v', 'm') AND relnamespace IN {read}
            """;

    void add() throws SQLException {
        Map<Long, String> queries = new HashMap<>();
        reading.queries()
                .each(
                        QUERY.replace("{read}", reading.namespaces().list()),
                        row -> queries.put(row.number(1), Scripted.bare(row.expression(2))));
        relations.read().forEach(relation -> {
            switch (relation.kind()) {
                case COMPOSITE_TYPE -> reading.result().add(new CompositeType(relation.name(), attributes(relation)));
                case VIEW -> {
                    String query = queries.getOrDefault(relation.oid(), "");
                    reading.result().add(new View(relation.name(), query, relation.parameters()));
                }
                case MATERIALIZED_VIEW -> {
                    String query = queries.getOrDefault(relation.oid(), "");
                    reading.result()
                            .add(new MaterializedView(
                                    relation.name(),
                                    query,
                                    relation.parameters(),
                                    relation.tablespace(),
                                    relation.populated()));
                }
                default -> {
                    return;
                }
            }
            reading.result().owner(relation.id(), relation.owner());
            if (relation.kind().isView()) {
                reading.result().viewColumns(relation.id(), attributes(relation));
            }
        });
    }

    private List<Attribute> attributes(Relation relation) {
        return columns.of(relation.oid()).stream()
                .map(column -> new Attribute(
                        column.name(),
                        reading.types().type(column.type(), column.modifier()),
                        column.ownCollation() ? reading.collations().name(column.collation()) : null))
                .toList();
    }
}
