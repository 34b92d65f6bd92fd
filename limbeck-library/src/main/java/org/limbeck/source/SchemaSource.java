package org.limbeck.source;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.limbeck.schema.Check;
import org.limbeck.schema.Column;
import org.limbeck.schema.ColumnStorage;
import org.limbeck.schema.ColumnValue;
import org.limbeck.schema.Constraint;
import org.limbeck.schema.Deferrability;
import org.limbeck.schema.EnumType;
import org.limbeck.schema.Exclusion;
import org.limbeck.schema.ExclusionElement;
import org.limbeck.schema.Extension;
import org.limbeck.schema.ForeignKey;
import org.limbeck.schema.Index;
import org.limbeck.schema.IndexElement;
import org.limbeck.schema.MatchType;
import org.limbeck.schema.NullsOrder;
import org.limbeck.schema.PrimaryKey;
import org.limbeck.schema.QualifiedName;
import org.limbeck.schema.ReferentialAction;
import org.limbeck.schema.Sequence;
import org.limbeck.schema.SequenceOptions;
import org.limbeck.schema.SortOrder;
import org.limbeck.schema.Table;
import org.limbeck.schema.Unique;

/** The nouns: objects as expressions made of the words of {@code org.limbeck.migration.Ddl}. */
final class SchemaSource {

    private SchemaSource() {}

    static String text(String text) {
        return JavaLiterals.text(text);
    }

    static String name(QualifiedName name) {
        return text(name.text());
    }

    static List<String> texts(List<String> names) {
        return names.stream().map(JavaLiterals::text).toList();
    }

    private static String list(List<String> names) {
        return String.join(", ", texts(names));
    }

    /** What stands inside the parentheses of a table. */
    static List<String> elements(Table table) {
        List<String> elements = new ArrayList<>();
        table.columns().forEach(column -> elements.add(column(column)));
        table.constraints().forEach(constraint -> elements.add(constraint(constraint)));
        elements.addAll(TableSource.options(table.options()));
        if (table.comment() != null) {
            elements.add("comment(" + TextBlock.of(table.comment()) + ")");
        }
        return elements;
    }

    static String column(Column column) {
        StringBuilder source =
                new StringBuilder("column(" + text(column.name()) + ", " + TypeSource.of(column.type()) + ")");
        if (column.collation() != null) {
            source.append(".collate(").append(name(column.collation())).append(')');
        }
        if (!column.nullable() && !(column.value() instanceof ColumnValue.Identity)) {
            source.append(".notNull()");
        }
        source.append(value(column.value()));
        if (!column.storage().equals(ColumnStorage.DEFAULT)) {
            source.append(".storage(").append(storage(column.storage())).append(')');
        }
        if (column.comment() != null) {
            source.append(".comment(").append(TextBlock.of(column.comment())).append(')');
        }
        return source.toString();
    }

    static String storage(ColumnStorage storage) {
        StringBuilder source = new StringBuilder("columnStorage()")
                .append(storage.strategy() == null ? "" : ".strategy(" + text(storage.strategy()) + ")")
                .append(storage.compression() == null ? "" : ".compression(" + text(storage.compression()) + ")")
                .append(storage.statistics() == null ? "" : ".statistics(" + storage.statistics() + ")");
        storage.parameters().forEach((name, value) -> source.append(pair(".with(", name, value)));
        storage.foreignOptions().forEach((name, value) -> source.append(pair(".option(", name, value)));
        return source.toString();
    }

    private static String pair(String call, String name, String value) {
        return call + text(name) + ", " + text(value) + ")";
    }

    private static String value(ColumnValue value) {
        if (value instanceof ColumnValue.Literal literal) {
            return ".defaultTo(" + JavaLiterals.of(literal.value()) + ")";
        }
        if (value instanceof ColumnValue.Expression expression) {
            return ".defaultSql(" + TextBlock.of(expression.sql()) + ")";
        }
        if (value instanceof ColumnValue.Identity identity) {
            return (identity.always() ? ".identityAlways(" : ".identity(") + optional(identity.options()) + ")";
        }
        if (value instanceof ColumnValue.Generated generated) {
            return (generated.stored() ? ".generatedAs(" : ".generatedVirtuallyAs(")
                    + TextBlock.of(generated.expression()) + ")";
        }
        return "";
    }

    /** The options, or nothing where none is given. */
    static String optional(SequenceOptions options) {
        return options.equals(SequenceOptions.NONE) ? "" : options(options);
    }

    static String options(SequenceOptions options) {
        return "sequenceOptions()"
                + number("startWith", options.start())
                + number("incrementBy", options.increment())
                + number("atLeast", options.minimum())
                + number("atMost", options.maximum())
                + number("caching", options.cache())
                + (options.cycle() == null ? "" : ".cycling(" + options.cycle() + ")");
    }

    private static String number(String method, @Nullable Long value) {
        return value == null ? "" : "." + method + "(" + value + "L)";
    }

    static String constraint(Constraint constraint) {
        if (constraint instanceof PrimaryKey key) {
            return "primaryKey(" + list(key.columns()) + ")" + withoutOverlaps(key.temporal()) + include(key.include())
                    + deferrable(key.deferrability()) + named(constraint);
        }
        if (constraint instanceof Unique unique) {
            return "unique(" + list(unique.columns()) + ")" + withoutOverlaps(unique.temporal())
                    + include(unique.include())
                    + (unique.nullsDistinct() ? "" : ".nullsNotDistinct()")
                    + deferrable(unique.deferrability()) + named(constraint);
        }
        if (constraint instanceof ForeignKey key) {
            return foreignKey(key);
        }
        if (constraint instanceof Check check) {
            String name = check.name() == null ? "" : text(check.name()) + ", ";
            return "check(" + name + TextBlock.of(check.expression()) + ")" + (check.inherited() ? "" : ".noInherit()")
                    + unchecked(check.enforced(), check.validated());
        }
        Exclusion exclusion = (Exclusion) constraint;
        return "exclude(" + text(exclusion.method()) + ", "
                + exclusion.elements().stream().map(SchemaSource::comparing).collect(Collectors.joining(", ")) + ")"
                + include(exclusion.include())
                + (exclusion.where() == null ? "" : ".where(" + TextBlock.of(exclusion.where()) + ")")
                + deferrable(exclusion.deferrability()) + named(constraint);
    }

    private static String foreignKey(ForeignKey key) {
        StringBuilder source =
                new StringBuilder("foreignKey(" + list(key.columns()) + ").references(" + name(key.referencedTable()));
        key.referencedColumns().forEach(column -> source.append(", ").append(text(column)));
        source.append(key.temporal() ? ").period()" : ")");
        if (key.match() == MatchType.FULL) {
            source.append(".match(MATCH_FULL)");
        }
        if (key.onDelete() != ReferentialAction.NO_ACTION) {
            source.append(".onDelete(").append(key.onDelete().name());
            key.onDeleteColumns().forEach(column -> source.append(", ").append(text(column)));
            source.append(')');
        }
        if (key.onUpdate() != ReferentialAction.NO_ACTION) {
            source.append(".onUpdate(").append(key.onUpdate().name()).append(')');
        }
        return source.append(deferrable(key.deferrability()))
                .append(unchecked(key.enforced(), key.validated()))
                .append(named(key))
                .toString();
    }

    private static String comparing(ExclusionElement element) {
        IndexElement key = element.element();
        boolean plain = key.equals(IndexElement.column(key.term()));
        return "comparing(" + (plain ? text(key.term()) : element(key)) + ", " + text(element.operator()) + ")";
    }

    private static String withoutOverlaps(boolean temporal) {
        return temporal ? ".withoutOverlaps()" : "";
    }

    private static String unchecked(boolean enforced, boolean validated) {
        return enforced ? validated ? "" : ".notValid()" : ".notEnforced()";
    }

    private static String include(List<String> columns) {
        return columns.isEmpty() ? "" : ".include(" + list(columns) + ")";
    }

    private static String deferrable(Deferrability deferrability) {
        return deferrability == Deferrability.NOT_DEFERRABLE ? "" : ".deferrable(" + deferrability.name() + ")";
    }

    private static String named(Constraint constraint) {
        return constraint.name() == null ? "" : ".named(" + text(constraint.name()) + ")";
    }

    static String index(Index index, boolean concurrently) {
        StringBuilder source = new StringBuilder(index.unique() ? "uniqueIndex(" : "index(");
        source.append(index.name() == null ? "" : text(index.name()))
                .append(").on(")
                .append(name(index.table()));
        boolean plain = index.elements().stream().allMatch(key -> key.equals(IndexElement.column(key.term())));
        for (IndexElement key : index.elements()) {
            source.append(", ").append(plain ? text(key.term()) : element(key));
        }
        source.append(')');
        if (!index.method().equals("btree")) {
            source.append(".using(").append(text(index.method())).append(')');
        }
        source.append(include(index.include()));
        if (!index.nullsDistinct()) {
            source.append(".nullsNotDistinct()");
        }
        source.append(ObjectSource.parameters(index.storageParameters()));
        if (index.tablespace() != null) {
            source.append(".tablespace(").append(text(index.tablespace())).append(')');
        }
        if (index.where() != null) {
            source.append(".where(").append(TextBlock.of(index.where())).append(')');
        }
        return source.append(concurrently ? ".concurrently()" : "").toString();
    }

    private static String element(IndexElement element) {
        StringBuilder source = new StringBuilder(element.expression() ? "expression(" : "key(")
                .append(element.expression() ? TextBlock.of(element.term()) : text(element.term()))
                .append(')');
        if (element.collation() != null) {
            source.append(".collate(").append(name(element.collation())).append(')');
        }
        if (element.operatorClass() != null) {
            source.append(".operatorClass(")
                    .append(text(element.operatorClass()))
                    .append(')');
        }
        source.append(element.order() == SortOrder.DESCENDING ? ".descending()" : "");
        if (element.nulls() != NullsOrder.BY_DIRECTION) {
            source.append(element.nulls() == NullsOrder.FIRST ? ".nullsFirst()" : ".nullsLast()");
        }
        if (element.statistics() != null) {
            source.append(".statistics(").append(element.statistics()).append(')');
        }
        return source.toString();
    }

    static String sequence(Sequence sequence) {
        StringBuilder source = new StringBuilder("sequence(" + name(sequence.name()) + ")");
        if (sequence.type() != null) {
            source.append(".as(").append(TypeSource.of(sequence.type())).append(')');
        }
        if (!sequence.options().equals(SequenceOptions.NONE)) {
            source.append(".with(").append(options(sequence.options())).append(')');
        }
        if (sequence.owner() != null) {
            source.append(".ownedBy(" + name(sequence.owner().table()) + ", "
                    + text(sequence.owner().column()) + ")");
        }
        source.append(sequence.unlogged() ? ".asUnlogged()" : "");
        return source.toString();
    }

    static String enumType(EnumType type) {
        return Call.of("enumType", name(type.name())).with(texts(type.values())).text();
    }

    static String extension(Extension extension) {
        return "extension(" + text(extension.name()) + ")"
                + (extension.schema() == null ? "" : ".in(" + text(extension.schema()) + ")")
                + (extension.version() == null ? "" : ".version(" + text(extension.version()) + ")");
    }
}
