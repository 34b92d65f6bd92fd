package org.limbeck.diff;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.limbeck.schema.Check;
import org.limbeck.schema.Column;
import org.limbeck.schema.ColumnValue;
import org.limbeck.schema.Constraint;
import org.limbeck.schema.Exclusion;
import org.limbeck.schema.ExclusionElement;
import org.limbeck.schema.ForeignKey;
import org.limbeck.schema.ObjectId;
import org.limbeck.schema.ObjectKind;
import org.limbeck.schema.Partition;
import org.limbeck.schema.PrimaryKey;
import org.limbeck.schema.QualifiedName;
import org.limbeck.schema.Table;
import org.limbeck.schema.TableOptions;
import org.limbeck.schema.Unique;

/** A table as it is after a {@link Renaming}. */
final class RenamedTable {

    private final Renaming renaming;
    private final RenamedObject objects;

    RenamedTable(Renaming renaming, RenamedObject objects) {
        this.renaming = renaming;
        this.objects = objects;
    }

    Table of(Table table) {
        List<Column> columns = new ArrayList<>();
        table.columns().forEach(column -> columns.add(column(table.name(), column)));
        List<Constraint> constraints = new ArrayList<>();
        for (Constraint constraint : table.constraints()) {
            String name = renaming.constraint(table.name(), Elements.nameOf(constraint));
            constraints.add(constraint(table, constraint).named(name));
        }
        return new Table(renaming.relation(table.name()), columns, constraints, options(table), table.comment());
    }

    private Column column(QualifiedName table, Column column) {
        ObjectId id = ObjectId.column(table, column.name());
        return new Column(
                renaming.column(table, column.name()),
                objects.type(column.type()),
                column.nullable(),
                value(table, id, column.value()),
                column.collation(),
                column.storage(),
                column.comment());
    }

    private ColumnValue value(QualifiedName table, ObjectId id, ColumnValue value) {
        if (value instanceof ColumnValue.Expression expression) {
            return new ColumnValue.Expression(renaming.text(id, expression.sql()));
        }
        return value instanceof ColumnValue.Generated generated
                ? new ColumnValue.Generated(
                        renaming.text(ObjectId.table(table), generated.expression()), generated.stored())
                : value;
    }

    private Constraint constraint(Table table, Constraint constraint) {
        QualifiedName name = table.name();
        ObjectId tableId = ObjectId.table(name);
        if (constraint instanceof PrimaryKey key) {
            return new PrimaryKey(
                    key.name(),
                    renaming.columns(name, key.columns()),
                    renaming.columns(name, key.include()),
                    key.temporal(),
                    key.deferrability());
        }
        if (constraint instanceof Unique unique) {
            return new Unique(
                    unique.name(),
                    renaming.columns(name, unique.columns()),
                    renaming.columns(name, unique.include()),
                    unique.nullsDistinct(),
                    unique.temporal(),
                    unique.deferrability());
        }
        if (constraint instanceof ForeignKey key) {
            return new ForeignKey(
                    key.name(),
                    renaming.columns(name, key.columns()),
                    renaming.relation(key.referencedTable()),
                    renaming.columns(key.referencedTable(), key.referencedColumns()),
                    key.match(),
                    key.onDelete(),
                    renaming.columns(name, key.onDeleteColumns()),
                    key.onUpdate(),
                    key.deferrability(),
                    key.temporal(),
                    key.validated(),
                    key.enforced());
        }
        if (constraint instanceof Check check) {
            return new Check(
                    check.name(),
                    renaming.text(tableId, check.expression()),
                    check.inherited(),
                    check.validated(),
                    check.enforced());
        }
        Exclusion exclusion = (Exclusion) constraint;
        return new Exclusion(
                exclusion.name(),
                exclusion.method(),
                exclusion.elements().stream()
                        .map(element -> new ExclusionElement(
                                objects.element(tableId, name, element.element()), element.operator()))
                        .toList(),
                renaming.columns(name, exclusion.include()),
                renaming.optionalText(tableId, exclusion.where()),
                exclusion.deferrability());
    }

    private TableOptions options(Table table) {
        TableOptions options = table.options();
        ObjectId id = ObjectId.table(table.name());
        return new TableOptions(
                options.unlogged(),
                renaming.optionalText(id, options.partitionBy()),
                partition(options.partition()),
                options.inherits().stream().map(renaming::relation).toList(),
                options.storageParameters(),
                options.tablespace(),
                options.accessMethod(),
                options.rowSecurity(),
                options.forcedRowSecurity(),
                identity(table, options.replicaIdentity()),
                options.foreign(),
                options.ofType() == null ? null : renaming.type(options.ofType()),
                options.clusterOn() == null ? null : index(table, options.clusterOn()),
                options.triggers());
    }

    private @Nullable Partition partition(@Nullable Partition partition) {
        return partition == null ? null : new Partition(renaming.relation(partition.parent()), partition.bound());
    }

    private @Nullable String identity(Table table, @Nullable String identity) {
        String before = "USING INDEX ";
        if (identity == null || !identity.startsWith(before)) {
            return identity;
        }
        return before + index(table, identity.substring(before.length()));
    }

    private String index(Table table, String index) {
        String constraint = renaming.constraint(table.name(), index);
        return constraint.equals(index) ? renaming.name(indexId(table.name(), index)) : constraint;
    }

    private static ObjectId indexId(QualifiedName table, String index) {
        return ObjectId.of(ObjectKind.INDEX, table.withName(index));
    }
}
