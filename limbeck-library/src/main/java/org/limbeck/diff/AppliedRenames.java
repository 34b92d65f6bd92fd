package org.limbeck.diff;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.limbeck.operation.Operation;
import org.limbeck.operation.RenameColumn;
import org.limbeck.operation.RenameConstraint;
import org.limbeck.operation.RenameEnum;
import org.limbeck.operation.RenameEnumValue;
import org.limbeck.operation.RenameIndex;
import org.limbeck.operation.RenameObject;
import org.limbeck.operation.RenameSchema;
import org.limbeck.operation.RenameSequence;
import org.limbeck.operation.RenameTable;
import org.limbeck.schema.ObjectId;
import org.limbeck.schema.QualifiedName;
import org.limbeck.schema.Schema;

/**
 * A schema after the renames that people said.
 *
 * @param operations what renames, objects before their parts
 * @param outdated constraints and indexes, under their new identities, whose names the server made of old names
 */
record AppliedRenames(Schema schema, List<Operation> operations, Set<ObjectId> outdated) {

    static AppliedRenames of(Schema actual, Renames renames) {
        Map<ObjectId, String> names = new HashMap<>();
        Map<ObjectId, Map<String, String>> values = new HashMap<>();
        renames.answers().forEach((subject, name) -> {
            ObjectId id = Elements.of(subject.id());
            if (name.isEmpty() || !Elements.contains(actual, id)) {
                return;
            }
            if (subject.value().isEmpty()) {
                names.put(id, name);
            } else {
                values.computeIfAbsent(id, key -> new HashMap<>()).put(subject.value(), name);
            }
        });
        if (names.isEmpty() && values.isEmpty()) {
            return new AppliedRenames(actual, List.of(), Set.of());
        }
        Renaming renaming = new Renaming(actual, names, values);
        List<Operation> operations = new ArrayList<>();
        names.keySet().stream()
                .sorted(Comparator.comparing((ObjectId id) -> id.kind().belongsToTable())
                        .thenComparing(Comparator.naturalOrder()))
                .forEach(id -> operations.add(operation(renaming, id, names.getOrDefault(id, ""))));
        values.forEach((type, changed) -> changed.forEach((old, value) ->
                operations.add(new RenameEnumValue(renaming.id(type).name(), old, value))));
        Set<ObjectId> outdated =
                NameMatching.madeByServer(actual).stream().map(renaming::id).collect(Collectors.toSet());
        return new AppliedRenames(renaming.schema(), operations, outdated);
    }

    /** A part of a table is renamed when its table has its new name already. */
    private static Operation operation(Renaming renaming, ObjectId id, String name) {
        QualifiedName own = id.name();
        String part = String.valueOf(id.part());
        return switch (id.kind()) {
            case SCHEMA -> new RenameSchema(own.name(), name);
            case ENUM -> new RenameEnum(own, name);
            case SEQUENCE -> new RenameSequence(own, name);
            case TABLE -> new RenameTable(own, name);
            case INDEX -> new RenameIndex(own, name);
            case COLUMN -> new RenameColumn(renaming.relation(own), part, name);
            case CONSTRAINT -> new RenameConstraint(renaming.relation(own), part, name);
            default ->
                new RenameObject(
                        id.kind().belongsToTable() ? new ObjectId(id.kind(), renaming.relation(own), part) : id, name);
        };
    }

    /** What takes the renames back, in its order. */
    static List<Operation> undone(List<Operation> renames) {
        List<Operation> undone = new ArrayList<>();
        for (int i = renames.size() - 1; i >= 0; i--) {
            renames.get(i).reverse().ifPresent(undone::add);
        }
        return undone;
    }
}
