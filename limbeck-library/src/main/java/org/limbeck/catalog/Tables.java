package org.limbeck.catalog;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.limbeck.schema.Column;
import org.limbeck.schema.ColumnValue;
import org.limbeck.schema.DataType;
import org.limbeck.schema.Firing;
import org.limbeck.schema.Partition;
import org.limbeck.schema.QualifiedName;
import org.limbeck.schema.Table;
import org.limbeck.schema.TableOptions;

/** Puts tables together from what the other readers found. */
record Tables(
        Reading reading,
        Relations relations,
        Inheritance inheritance,
        Columns columns,
        Constraints constraints,
        Indexes indexes,
        Sequences sequences,
        Comments comments) {

    private static final String FOREIGN = """
            SELECT t.ftrelid, s.srvname, t.ftoptions FROM pg_foreign_table t JOIN pg_foreign_server s ON s.oid = t.ftserver
            """;

    /** Those of foreign keys have a constraint of another type. */
    private static final String TRIGGERS = """
            SELECT t.tgrelid, t.tgname, t.tgenabled FROM pg_trigger t JOIN pg_trigger parent ON parent.oid = t.tgparentid
             WHERE t.tgenabled <> parent.tgenabled AND t.tgname = parent.tgname
                   AND NOT EXISTS (SELECT FROM pg_constraint k WHERE k.oid = t.tgconstraint AND k.contype <> 't')
            """;

    void add() throws SQLException {
        Map<Long, TableOptions.ForeignSource> foreign = new HashMap<>();
        reading.queries()
                .each(
                        FOREIGN,
                        row -> foreign.put(row.number(1), new TableOptions.ForeignSource(row.text(2), row.options(3))));
        Map<Long, Map<String, Firing>> triggers = new HashMap<>();
        reading.queries()
                .each(
                        TRIGGERS,
                        row -> triggers.computeIfAbsent(row.number(1), table -> new TreeMap<>())
                                .put(row.text(2), Scripted.firing(row.letter(3))));
        relations.read().filter(relation -> relation.kind().isTable()).forEach(relation -> {
            Table table = new Table(
                    relation.name(),
                    columns(relation),
                    constraints.of(relation, relations, columns, indexes),
                    options(relation, foreign.get(relation.oid()), triggers.getOrDefault(relation.oid(), Map.of())),
                    comments.table(relation.oid()));
            reading.result().add(table);
            reading.result().owner(table.id(), relation.owner());
        });
    }

    private TableOptions options(
            Relation relation, TableOptions.@Nullable ForeignSource foreign, Map<String, Firing> triggers) {
        List<QualifiedName> parents = inheritance.of(relation.oid()).stream()
                .map(parent -> relations.get(parent).name())
                .toList();
        Partition partition = relation.bound() == null ? null : new Partition(parents.get(0), relation.bound());
        return new TableOptions(
                relation.unlogged(),
                relation.partitionKey(),
                partition,
                partition == null ? parents : List.of(),
                relation.parameters(),
                relation.tablespace(),
                relation.accessMethod(),
                relation.rowSecurity(),
                relation.forcedRowSecurity(),
                replicaIdentity(relation),
                foreign,
                type(relation),
                indexes.clusterOn(relation.oid()),
                triggers);
    }

    private @Nullable QualifiedName type(Relation relation) {
        return relation.ofType() != 0 && reading.types().type(relation.ofType(), -1) instanceof DataType.Named named
                ? named.name()
                : null;
    }

    private @Nullable String replicaIdentity(Relation relation) {
        if (relation.kind() == Relation.Kind.FOREIGN_TABLE) {
            return null;
        }
        return switch (relation.replicaIdentity()) {
            case 'f' -> "FULL";
            case 'n' -> "NOTHING";
            case 'i' -> indexes.replicaIdentity(relation.oid());
            default -> null;
        };
    }

    private List<Column> columns(Relation relation) {
        Map<String, Column> inherited = inherited(relation);
        boolean partition = relation.bound() != null;
        List<Column> own = new ArrayList<>();
        for (CatalogColumn raw : columns.of(relation.oid())) {
            Column column = column(relation.oid(), raw);
            Column parent = inherited.get(raw.name());
            if (parent == null || (raw.local() && !partition) || !column.equals(parent)) {
                own.add(column);
            }
        }
        return own;
    }

    /** The columns of the parents as a child gets them: without what the server doesn't pass on. */
    private Map<String, Column> inherited(Relation relation) {
        Map<String, Column> inherited = new TreeMap<>();
        for (long parent : inheritance.of(relation.oid())) {
            for (CatalogColumn raw : columns.of(parent)) {
                Column column = column(parent, raw);
                boolean passedOn = !(column.value() instanceof ColumnValue.Identity) || passesIdentityOn(relation);
                inherited.putIfAbsent(
                        raw.name(),
                        new Column(
                                column.name(),
                                column.type(),
                                column.nullable(),
                                passedOn ? column.value() : new ColumnValue.None(),
                                column.collation(),
                                column.storage().inherited(),
                                null));
            }
        }
        return inherited;
    }

    private boolean passesIdentityOn(Relation child) {
        return child.bound() != null && reading.queries().major() >= 17;
    }

    private Column column(long table, CatalogColumn raw) {
        return new Column(
                raw.name(),
                reading.types().type(raw.type(), raw.modifier()),
                raw.nullable(),
                value(table, raw),
                raw.ownCollation() ? reading.collations().name(raw.collation()) : null,
                raw.storage(),
                comments.column(table, raw.number()));
    }

    private ColumnValue value(long table, CatalogColumn raw) {
        if (raw.identity() != ' ') {
            return new ColumnValue.Identity(raw.identity() == 'a', sequences.identity(table, raw.number()));
        }
        if (raw.expression() == null) {
            return new ColumnValue.None();
        }
        return raw.generated() == ' '
                ? new ColumnValue.Expression(raw.expression())
                : new ColumnValue.Generated(raw.expression(), raw.generated() == 's');
    }
}
