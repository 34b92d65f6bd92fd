package org.limbeck.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.limbeck.operation.AddEnumValue;
import org.limbeck.operation.AlterTable;
import org.limbeck.operation.ChangeObject;
import org.limbeck.operation.ExecuteSql;
import org.limbeck.operation.Operation;
import org.limbeck.operation.TableChange;
import org.limbeck.schema.Attribute;
import org.limbeck.schema.CommonObject;
import org.limbeck.schema.CompositeType;
import org.limbeck.schema.Domain;
import org.limbeck.schema.EnumType;
import org.limbeck.schema.Extension;
import org.limbeck.schema.Index;
import org.limbeck.schema.MaterializedView;
import org.limbeck.schema.ObjectId;
import org.limbeck.schema.ObjectKind;
import org.limbeck.schema.Policy;
import org.limbeck.schema.QualifiedName;
import org.limbeck.schema.Schema;
import org.limbeck.schema.SchemaObject;
import org.limbeck.schema.ScriptedObject;
import org.limbeck.schema.Sequence;
import org.limbeck.schema.View;
import org.limbeck.sql.Identifiers;
import org.limbeck.sql.Literals;

/** What can be changed in place of an object that is no table, and how. */
final class ObjectChange {

    private ObjectChange() {}

    /** Whether the one can become the other without going first; both have the same identity. */
    static boolean isInPlace(Schema before, Schema after, SchemaObject from, SchemaObject to) {
        if (from.equals(to) || from instanceof Sequence || from instanceof Extension) {
            return true;
        }
        if (from instanceof EnumType old && to instanceof EnumType type) {
            return isSubsequence(old.values(), type.values()) && !usesNewValue(before, after, old, type);
        }
        if (from instanceof Index old && to instanceof Index index) {
            return withoutStorage(old).equals(withoutStorage(index));
        }
        if (from instanceof View old && to instanceof View view) {
            return old.query().equals(view.query()) || keepsColumns(before, after, view.id());
        }
        if (from instanceof MaterializedView old && to instanceof MaterializedView view) {
            return old.query().equals(view.query()) && old.populated() == view.populated();
        }
        if (from instanceof Domain old && to instanceof Domain domain) {
            return old.type().equals(domain.type()) && Objects.equals(old.collation(), domain.collation());
        }
        if (from instanceof CompositeType old && to instanceof CompositeType type) {
            return keepsOrder(old.attributes(), type.attributes());
        }
        if (from instanceof Policy old && to instanceof Policy policy) {
            return old.permissive() == policy.permissive()
                    && old.command() == policy.command()
                    && (old.using() == null || policy.using() != null)
                    && (old.withCheck() == null || policy.withCheck() != null);
        }
        return from instanceof ScriptedObject old
                && to instanceof ScriptedObject object
                && (old.definition().equals(object.definition()) || isReplaceable(old, object));
    }

    /** The operations of a change in place, of anything but a sequence. */
    static List<Operation> operations(SchemaObject from, SchemaObject to) {
        if (from instanceof EnumType old && to instanceof EnumType type) {
            return addedValues(old, type);
        }
        if (from instanceof Index old && to instanceof Index index) {
            return storage(old, index);
        }
        if (from instanceof Extension old && to instanceof Extension extension) {
            return extension(old, extension);
        }
        return List.of(new ChangeObject((CommonObject) from, (CommonObject) to));
    }

    /** A value can't be used in the transaction that adds it; one of a new type can. */
    private static boolean usesNewValue(Schema before, Schema after, EnumType from, EnumType to) {
        List<String> literals = to.values().stream()
                .filter(value -> !from.values().contains(value))
                .map(value -> Literals.text(value) + "::" + Identifiers.quoted(to.name()))
                .toList();
        return !literals.isEmpty()
                && after.objects().values().stream()
                        .filter(object -> !object.equals(before.object(object.id())))
                        .map(SchemaObject::toString)
                        .anyMatch(text -> literals.stream().anyMatch(text::contains));
    }

    private static boolean isSubsequence(List<String> few, List<String> many) {
        int found = 0;
        for (String each : many) {
            if (found < few.size() && few.get(found).equals(each)) {
                found++;
            }
        }
        return found == few.size();
    }

    /** Each new value goes behind the one before it, the first one before all others, the last ones to the end. */
    private static List<Operation> addedValues(EnumType from, EnumType to) {
        List<Operation> operations = new ArrayList<>();
        List<String> values = to.values();
        for (int i = 0; i < values.size(); i++) {
            List<String> rest = values.subList(i, values.size());
            if (from.values().contains(values.get(i))) {
                continue;
            }
            boolean last = from.values().stream().noneMatch(rest::contains);
            boolean first = i == 0 && !last;
            String neighbour = last ? null : first ? from.values().get(0) : values.get(i - 1);
            operations.add(new AddEnumValue(to.name(), values.get(i), neighbour, first, Set.of()));
        }
        return operations;
    }

    private static List<Operation> storage(Index from, Index to) {
        QualifiedName name = to.id().name();
        List<Operation> operations = new ArrayList<>();
        if (!from.storageParameters().equals(to.storageParameters())) {
            operations.add(new AlterTable(name, Parameters.changed(from.storageParameters(), to.storageParameters())));
        }
        if (!Objects.equals(from.tablespace(), to.tablespace())) {
            operations.add(new AlterTable(name, new TableChange.Tablespace(to.tablespace(), from.tablespace())));
        }
        for (int key = 0; key < to.elements().size(); key++) {
            Integer before = from.elements().get(key).statistics();
            Integer after = to.elements().get(key).statistics();
            if (!Objects.equals(before, after)) {
                operations.add(new AlterTable(name, new TableChange.IndexStatistics(key + 1, after, before)));
            }
        }
        return operations;
    }

    private static Index withoutStorage(Index index) {
        return new Index(
                index.name(),
                index.table(),
                index.unique(),
                index.method(),
                index.elements().stream()
                        .map(element -> element.statistics(null))
                        .toList(),
                index.include(),
                index.nullsDistinct(),
                Map.of(),
                null,
                index.where());
    }

    private static List<Operation> extension(Extension from, Extension to) {
        List<Operation> operations = new ArrayList<>();
        String alter = "ALTER EXTENSION " + Identifiers.quoted(to.name());
        if (to.version() != null && from.version() != null && !to.version().equals(from.version())) {
            operations.add(new ExecuteSql(
                    alter + " UPDATE TO " + Literals.text(to.version()),
                    alter + " UPDATE TO " + Literals.text(from.version())));
        }
        if (to.schema() != null && from.schema() != null && !to.schema().equals(from.schema())) {
            operations.add(new ExecuteSql(
                    alter + " SET SCHEMA " + Identifiers.quoted(to.schema()),
                    alter + " SET SCHEMA " + Identifiers.quoted(from.schema())));
        }
        return operations;
    }

    /** {@code CREATE OR REPLACE VIEW} takes new columns at the end only. */
    private static boolean keepsColumns(Schema before, Schema after, ObjectId id) {
        List<Attribute> old = before.viewColumns().get(id);
        List<Attribute> columns = after.viewColumns().get(id);
        return old != null
                && columns != null
                && old.size() <= columns.size()
                && columns.subList(0, old.size()).equals(old);
    }

    /** {@code ALTER TYPE} drops attributes and adds them at the end. */
    private static boolean keepsOrder(List<Attribute> from, List<Attribute> to) {
        List<String> wanted = to.stream().map(Attribute::name).toList();
        List<String> kept =
                from.stream().map(Attribute::name).filter(wanted::contains).toList();
        return wanted.subList(0, kept.size()).equals(kept);
    }

    /**
     * Whether {@code CREATE OR REPLACE} takes it: a routine with the same arguments and result, an ordinary trigger, a
     * rule.
     */
    private static boolean isReplaceable(ScriptedObject from, ScriptedObject to) {
        ObjectKind kind = to.id().kind();
        if (from.firing() != to.firing()) {
            return false;
        }
        if (kind == ObjectKind.FUNCTION || kind == ObjectKind.PROCEDURE) {
            return head(from.definition()).equals(head(to.definition()));
        }
        return kind == ObjectKind.RULE
                || (kind == ObjectKind.TRIGGER
                        && !from.definition().startsWith("CREATE CONSTRAINT")
                        && !to.definition().startsWith("CREATE CONSTRAINT"));
    }

    /** What stands before the language in the text that the server prints. */
    private static String head(String definition) {
        int end = definition.indexOf("\n LANGUAGE ");
        return end < 0 ? definition : definition.substring(0, end);
    }
}
