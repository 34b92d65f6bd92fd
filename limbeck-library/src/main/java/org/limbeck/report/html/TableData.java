package org.limbeck.report.html;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.limbeck.schema.Check;
import org.limbeck.schema.Column;
import org.limbeck.schema.ColumnValue;
import org.limbeck.schema.Constraint;
import org.limbeck.schema.Exclusion;
import org.limbeck.schema.ForeignKey;
import org.limbeck.schema.Grant;
import org.limbeck.schema.Index;
import org.limbeck.schema.ObjectId;
import org.limbeck.schema.ObjectKind;
import org.limbeck.schema.Policy;
import org.limbeck.schema.PrimaryKey;
import org.limbeck.schema.QualifiedName;
import org.limbeck.schema.Schema;
import org.limbeck.schema.ScriptedObject;
import org.limbeck.schema.Table;
import org.limbeck.schema.TableOptions;
import org.limbeck.schema.Unique;
import org.limbeck.sql.ConstraintSql;
import org.limbeck.sql.IndexSql;
import org.limbeck.sql.Literals;

/** Tables as maps and lists, with what belongs to them. */
final class TableData {

    private final Schema schema;
    private final Map<QualifiedName, List<Index>> indexes = new LinkedHashMap<>();
    private final Map<QualifiedName, List<ScriptedObject>> triggers = new LinkedHashMap<>();
    private final Map<QualifiedName, List<Policy>> policies = new LinkedHashMap<>();
    private final Map<QualifiedName, List<Grant>> grants = new LinkedHashMap<>();

    TableData(Schema schema) {
        this.schema = schema;
        schema.all(Index.class).forEach(index -> group(indexes, index.table(), index));
        schema.all(Policy.class).forEach(policy -> group(policies, policy.table(), policy));
        for (ScriptedObject object : schema.all(ScriptedObject.class)) {
            if (object.id().kind() == ObjectKind.TRIGGER || object.id().kind() == ObjectKind.RULE) {
                group(triggers, object.id().name(), object);
            }
        }
        for (Grant grant : schema.grants()) {
            group(grants, grant.on().name(), grant);
        }
    }

    private static <T> void group(Map<QualifiedName, List<T>> groups, QualifiedName name, T element) {
        groups.computeIfAbsent(name, none -> new ArrayList<>()).add(element);
    }

    Map<String, @Nullable Object> of(Table table) {
        TableOptions options = table.options();
        return common(table.id(), table.comment())
                .with("columns", Fields.each(table.columns(), TableData::column))
                .with("constraints", Fields.each(table.constraints(), constraint -> constraint(table, constraint)))
                .with("indexes", indexes(table.name()))
                .with("triggers", triggers(table.name()))
                .with("policies", Fields.each(policies.getOrDefault(table.name(), List.of()), this::policy))
                .with("partitionBy", options.partitionBy())
                .with(
                        "partitionOf",
                        options.partition() == null
                                ? null
                                : text(options.partition().parent()))
                .with(
                        "bound",
                        options.partition() == null ? null : options.partition().bound())
                .with("inherits", Fields.each(options.inherits(), TableData::text))
                .with("properties", properties(options))
                .map();
    }

    private @Nullable String comment(ObjectId id) {
        return schema.comments().get(id);
    }

    /** What every relation has. */
    Fields common(ObjectId id, @Nullable String comment) {
        List<Grant> own = grants.getOrDefault(id.name(), List.of()).stream()
                .filter(grant -> grant.on().equals(id) || grant.on().kind() == ObjectKind.COLUMN)
                .sorted(Comparator.comparing(Grant::on)
                        .thenComparing(Grant::role)
                        .thenComparing(Grant::grantable))
                .toList();
        return new Fields()
                .with("name", text(id.name()))
                .with("schema", id.name().schema())
                .with("kind", words(id.kind()))
                .with("comment", comment)
                .with("owner", schema.owners().get(id))
                .with("grants", Fields.each(own, TableData::grant));
    }

    private static Object column(Column column) {
        return new Fields()
                .with("name", column.name())
                .with("type", column.type().toString())
                .with("nullable", column.nullable())
                .with("value", value(column.value()))
                .with("comment", column.comment())
                .map();
    }

    private static @Nullable String value(ColumnValue value) {
        if (value instanceof ColumnValue.Literal literal) {
            return Literals.of(literal.value());
        } else if (value instanceof ColumnValue.Expression expression) {
            return expression.sql();
        } else if (value instanceof ColumnValue.Identity identity) {
            return identity.always() ? "identity, always" : "identity";
        } else if (value instanceof ColumnValue.Generated generated) {
            return "(" + generated.expression() + (generated.stored() ? ") stored" : ") virtual");
        }
        return null;
    }

    private Object constraint(Table table, Constraint constraint) {
        String name = constraint.name();
        Fields fields = new Fields()
                .with("name", name)
                .with("comment", name == null ? null : comment(ObjectId.constraint(table.name(), name)))
                .with("kind", kind(constraint))
                .with("columns", columns(constraint))
                .with("definition", ConstraintSql.definition(constraint.named(null)));
        if (constraint instanceof ForeignKey key) {
            fields.with("references", text(key.referencedTable())).with("referencedColumns", key.referencedColumns());
        }
        return fields.map();
    }

    private static String kind(Constraint constraint) {
        if (constraint instanceof PrimaryKey) {
            return "primary key";
        } else if (constraint instanceof ForeignKey) {
            return "foreign key";
        } else if (constraint instanceof Unique) {
            return "unique";
        }
        return constraint instanceof Check ? "check" : "exclusion";
    }

    private static List<String> columns(Constraint constraint) {
        if (constraint instanceof PrimaryKey key) {
            return key.columns();
        } else if (constraint instanceof ForeignKey key) {
            return key.columns();
        } else if (constraint instanceof Unique unique) {
            return unique.columns();
        } else if (constraint instanceof Exclusion exclusion) {
            return exclusion.elements().stream()
                    .map(element -> element.element().term())
                    .toList();
        }
        return List.of();
    }

    List<Object> indexes(QualifiedName table) {
        return Fields.each(
                indexes.getOrDefault(table, List.of()),
                index -> new Fields()
                        .with("name", index.name())
                        .with("sql", IndexSql.create(index, false, false))
                        .with("comment", comment(index.id()))
                        .with("invalid", schema.invalidIndexes().contains(index.id()))
                        .map());
    }

    List<Object> triggers(QualifiedName table) {
        return Fields.each(
                triggers.getOrDefault(table, List.of()),
                trigger -> new Fields()
                        .with("kind", words(trigger.id().kind()))
                        .with("name", trigger.id().part())
                        .with("sql", trigger.definition())
                        .with("comment", comment(trigger.id()))
                        .map());
    }

    private Object policy(Policy policy) {
        List<String> parts = new ArrayList<>();
        parts.add(policy.permissive() ? "permissive" : "restrictive");
        parts.add("for " + policy.command().name().toLowerCase(Locale.ROOT));
        parts.add("to " + (policy.roles().isEmpty() ? "everybody" : String.join(", ", policy.roles())));
        if (policy.using() != null) {
            parts.add("using " + policy.using());
        }
        if (policy.withCheck() != null) {
            parts.add("with check " + policy.withCheck());
        }
        return new Fields()
                .with("name", policy.name())
                .with("comment", comment(policy.id()))
                .with("text", String.join(", ", parts))
                .map();
    }

    private static Object grant(Grant grant) {
        return new Fields()
                .with("role", grant.role())
                .with("privileges", List.copyOf(grant.privileges()))
                .with("grantable", grant.grantable())
                .with(
                        "column",
                        grant.on().kind() == ObjectKind.COLUMN ? grant.on().part() : null)
                .map();
    }

    private static List<String> properties(TableOptions options) {
        List<String> properties = new ArrayList<>();
        if (options.unlogged()) {
            properties.add("unlogged");
        }
        if (options.rowSecurity()) {
            properties.add(options.forcedRowSecurity() ? "row security, for its owner too" : "row security");
        }
        if (options.foreign() != null) {
            properties.add("on server " + options.foreign().server());
        }
        if (options.tablespace() != null) {
            properties.add("tablespace " + options.tablespace());
        }
        if (options.accessMethod() != null) {
            properties.add("access method " + options.accessMethod());
        }
        if (options.replicaIdentity() != null) {
            properties.add("replica identity " + options.replicaIdentity());
        }
        if (options.clusterOn() != null) {
            properties.add("cluster on " + options.clusterOn());
        }
        options.storageParameters().forEach((name, value) -> properties.add(name + " = " + value));
        return properties;
    }

    static String words(ObjectKind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** Two tables never have the same: a part with a dot in it stands in quotes. */
    private static String text(QualifiedName name) {
        return name.text();
    }
}
