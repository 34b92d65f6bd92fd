package org.limbeck.diff;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.limbeck.schema.Column;
import org.limbeck.schema.EnumType;
import org.limbeck.schema.ObjectId;
import org.limbeck.schema.Schema;
import org.limbeck.schema.SchemaObject;
import org.limbeck.schema.Table;

/** Finds what goes and looks like something that comes. */
final class RenameFinder {

    /** The share of columns that two tables must have in common. */
    private static final double SIMILAR = 0.6;

    /** A column that so many tables have says nothing about any of them. */
    private static final int COMMON = 50;

    private final Schema actual;
    private final Schema desired;
    private final Renames renames;
    private final List<RenameQuestion> candidates = new ArrayList<>();

    private RenameFinder(Schema actual, Schema desired, Renames renames) {
        this.actual = actual;
        this.desired = desired;
        this.renames = renames;
    }

    /** The questions, each name in one of them only, the most likely ones first for each. */
    static List<RenameQuestion> questions(Schema actual, Schema desired, Renames renames) {
        RenameFinder finder = new RenameFinder(actual, desired, renames);
        finder.tables();
        finder.columns();
        finder.enumValues();
        finder.objects();
        return finder.chosen();
    }

    private List<RenameQuestion> chosen() {
        candidates.sort(Comparator.comparingDouble(RenameQuestion::likeness)
                .reversed()
                .thenComparing(RenameQuestion::from)
                .thenComparing(RenameQuestion::value)
                .thenComparing(RenameQuestion::to));
        Set<List<Object>> taken = new HashSet<>();
        List<RenameQuestion> chosen = new ArrayList<>();
        for (RenameQuestion question : candidates) {
            ObjectId from = question.from();
            Object place = from.kind().belongsToTable()
                    ? from.name()
                    : String.valueOf(from.name().schema());
            List<Object> old = List.of("from", from, question.value());
            List<Object> now = List.of("to", from.kind(), question.value().isEmpty() ? place : from, question.to());
            boolean answered = renames.answer(from, question.value()).isPresent();
            if (!answered && !taken.contains(old) && !taken.contains(now)) {
                taken.add(old);
                taken.add(now);
                chosen.add(question);
            }
        }
        chosen.sort(Comparator.comparing(RenameQuestion::from).thenComparing(RenameQuestion::value));
        return chosen;
    }

    /** What two columns of two tables have in common where one table was renamed. */
    private record Mark(String schema, String column, String type) {

        static Mark of(Table table, Column column) {
            return new Mark(
                    String.valueOf(table.name().schema()),
                    column.name(),
                    column.type().toString());
        }
    }

    private void tables() {
        List<Table> gone = actual.all(Table.class).stream()
                .filter(table -> desired.table(table.name()) == null)
                .toList();
        Map<Mark, List<Table>> marked = new HashMap<>();
        for (Table table : desired.all(Table.class)) {
            if (actual.table(table.name()) == null && !gone.isEmpty()) {
                table.columns()
                        .forEach(column -> marked.computeIfAbsent(Mark.of(table, column), key -> new ArrayList<>())
                                .add(table));
            }
        }
        for (Table table : gone) {
            Map<ObjectId, Integer> common = new TreeMap<>();
            for (Column column : table.columns()) {
                List<Table> others = marked.getOrDefault(Mark.of(table, column), List.of());
                if (others.size() <= COMMON) {
                    others.forEach(other -> common.merge(other.id(), 1, Integer::sum));
                }
            }
            common.forEach((id, count) -> table(table, Objects.requireNonNull(desired.table(id.name())), count));
        }
    }

    private void table(Table from, Table to, int common) {
        int most = Math.max(from.columns().size(), to.columns().size());
        double share = (double) common / most;
        double names = NameLikeness.of(from.name().name(), to.name().name());
        if (from.id().kind() == to.id().kind() && share >= SIMILAR && share + names > 1) {
            String reason =
                    common == most ? "they have the same columns" : common + " of " + most + " columns are the same";
            ask(from.id(), "", to.name().name(), (3 * share + names) / 4, reason);
        }
    }

    private void columns() {
        for (Table from : actual.all(Table.class)) {
            Table to = desired.table(from.name());
            if (to == null || from.columns().equals(to.columns())) {
                continue;
            }
            List<Column> gone = without(from.columns(), to);
            List<Column> come = without(to.columns(), from);
            for (Column old : gone) {
                for (Column column : come) {
                    if (old.type().equals(column.type())) {
                        column(from, to, old, column, gone.size() == 1 && come.size() == 1);
                    }
                }
            }
        }
    }

    private static List<Column> without(List<Column> columns, Table other) {
        return columns.stream()
                .filter(column -> Elements.column(other, column.name()) == null)
                .toList();
    }

    private void column(Table from, Table to, Column old, Column column, boolean alone) {
        double names = NameLikeness.of(old.name(), column.name());
        boolean samePlace = from.columns().indexOf(old) == to.columns().indexOf(column);
        if (names >= 0.5 || samePlace || alone) {
            boolean same = old.equals(new Column(
                    old.name(),
                    column.type(),
                    column.nullable(),
                    column.value(),
                    column.collation(),
                    column.storage(),
                    column.comment()));
            double likeness = 0.4 + 0.3 * names + (same ? 0.15 : 0) + (samePlace ? 0.15 : 0);
            String reason = (same ? "they are defined alike" : "they have the same type")
                    + (samePlace ? " and stand in the same place" : "");
            ask(Elements.of(from, old), "", column.name(), likeness, reason);
        }
    }

    private void enumValues() {
        for (EnumType from : actual.all(EnumType.class)) {
            if (!(desired.object(from.id()) instanceof EnumType to)
                    || from.values().size() != to.values().size()) {
                continue;
            }
            for (int i = 0; i < from.values().size(); i++) {
                String old = from.values().get(i);
                String value = to.values().get(i);
                if (!to.values().contains(old) && !from.values().contains(value)) {
                    ask(from.id(), old, value, 0.6 + 0.4 * NameLikeness.of(old, value), "it stands in the same place");
                }
            }
        }
    }

    /** Objects that are the same but for their names. */
    private void objects() {
        Map<SchemaObject, List<SchemaObject>> come = new HashMap<>();
        for (SchemaObject object : desired.objects().values()) {
            if (isFound(object) && actual.object(object.id()) == null) {
                come.computeIfAbsent(nameless(object), key -> new ArrayList<>()).add(object);
            }
        }
        for (SchemaObject object : actual.objects().values()) {
            if (come.isEmpty() || !isFound(object) || desired.object(object.id()) != null) {
                continue;
            }
            for (SchemaObject other : come.getOrDefault(nameless(object), List.of())) {
                String old = lastName(object.id());
                String name = lastName(other.id());
                ask(
                        object.id(),
                        "",
                        name,
                        0.8 + 0.2 * NameLikeness.of(old, name),
                        "they are the same but for the name");
            }
        }
    }

    private static boolean isFound(SchemaObject object) {
        return switch (object.id().kind()) {
            case SCHEMA, EXTENSION, TABLE, FOREIGN_TABLE, INDEX, CAST, SEQUENCE -> false;
            default -> true;
        };
    }

    private static SchemaObject nameless(SchemaObject object) {
        return new Renaming(Schema.of(List.of(object)), Map.of(object.id(), "?"), Map.of())
                .schema()
                .objects()
                .values()
                .iterator()
                .next();
    }

    private static String lastName(ObjectId id) {
        String part = id.part();
        return id.kind().belongsToTable() && part != null ? part : id.name().name();
    }

    private void ask(ObjectId from, String value, String to, double likeness, String reason) {
        candidates.add(new RenameQuestion(from, value, to, likeness, reason));
    }
}
