package org.limbeck.verify;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.limbeck.schema.Check;
import org.limbeck.schema.Column;
import org.limbeck.schema.ColumnValue;
import org.limbeck.schema.Constraint;
import org.limbeck.schema.Domain;
import org.limbeck.schema.ForeignKey;
import org.limbeck.schema.Schema;
import org.limbeck.schema.Table;
import org.limbeck.sql.Identifiers;

/**
 * One row to be put into a table, with values that are changed where a condition of the table refuses them. Not safe for
 * several threads.
 */
final class SampleRow {

    /** How a row is filled. */
    enum Filling {
        LOWEST(0),
        HIGHEST(1),
        ORDINARY(2),
        /** Null wherever that is allowed. */
        NULLS(2);

        private final int place;

        Filling(int place) {
            this.place = place;
        }
    }

    private final Schema schema;
    private final Table table;
    private final Map<String, String> values = new LinkedHashMap<>();
    private final Map<String, Integer> tries = new HashMap<>();

    private SampleRow(Schema schema, Table table) {
        this.schema = schema;
        this.table = table;
    }

    static SampleRow of(Schema schema, Table table, Filling filling, int salt) {
        SampleRow row = new SampleRow(schema, table);
        SampleValues samples = new SampleValues(schema);
        for (Column column : table.columns()) {
            if (leftToServer(column)) {
                continue;
            }
            List<String> choice = samples.of(column.type(), salt);
            if (column.nullable() && (filling == Filling.NULLS || choice.isEmpty())) {
                row.values.put(column.name(), "NULL");
            } else if (!choice.isEmpty()) {
                row.values.put(column.name(), choice.get(Math.min(filling.place, choice.size() - 1)));
            }
        }
        if (filling == Filling.NULLS) {
            row.refer(salt, column -> !column.nullable());
        } else {
            row.refer(salt, column -> true);
        }
        return row;
    }

    /** Columns that count for themselves, or are computed, are left to the server, so that it goes on behind its own. */
    private static boolean leftToServer(Column column) {
        return column.value() instanceof ColumnValue.Identity
                || column.value() instanceof ColumnValue.Generated
                || (column.value() instanceof ColumnValue.Expression expression
                        && expression.sql().startsWith("nextval("));
    }

    private interface ColumnChoice {
        boolean takes(Column column);
    }

    /** Columns of foreign keys take what stands in the other table; the widest key last, since it knows most. */
    private void refer(int salt, ColumnChoice choice) {
        List<ForeignKey> keys = table.constraints().stream()
                .filter(ForeignKey.class::isInstance)
                .map(ForeignKey.class::cast)
                .sorted(Comparator.comparingInt(key -> key.columns().size()))
                .toList();
        for (ForeignKey key : keys) {
            boolean taken =
                    key.columns().stream().map(this::column).allMatch(column -> column != null && choice.takes(column));
            for (int i = 0; taken && i < key.columns().size(); i++) {
                values.put(key.columns().get(i), referred(key, i, salt));
            }
        }
    }

    private static String referred(ForeignKey key, int position, int salt) {
        String other = Identifiers.quoted(key.referencedTable());
        String order = Identifiers.quoted(key.referencedColumns());
        return "(SELECT " + Identifiers.quoted(key.referencedColumns().get(position)) + " FROM " + other + " ORDER BY "
                + order + " LIMIT 1 OFFSET " + salt + " % (SELECT greatest(count(*), 1) FROM " + other + "))";
    }

    private @Nullable Column column(String name) {
        return table.columns().stream()
                .filter(column -> column.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    String insert() {
        String name = Identifiers.quoted(table.name());
        if (values.isEmpty()) {
            return "INSERT INTO " + name + " DEFAULT VALUES";
        }
        return values.entrySet().stream()
                .map(Map.Entry::getValue)
                .collect(Collectors.joining(
                        ", ",
                        "INSERT INTO " + name + " (" + Identifiers.quoted(new ArrayList<>(values.keySet()))
                                + ") VALUES (",
                        ")"));
    }

    /**
     * Gives other values to the columns that a check names.
     *
     * @return whether there were others to try
     */
    boolean avoid(String constraint) {
        Check check = check(constraint);
        if (check == null) {
            return false;
        }
        List<String> candidates = CheckCandidates.of(check.expression());
        int number = tries.merge(constraint, 1, Integer::sum) - 1;
        List<Column> columns = columnsOf(constraint, check);
        if (columns.isEmpty() || number > candidates.size()) {
            return false;
        }
        for (Column column : columns) {
            if (number < candidates.size()) {
                values.put(column.name(), candidates.get(number));
            } else if (column.nullable()) {
                values.put(column.name(), "NULL");
            }
        }
        return true;
    }

    private @Nullable Check check(String name) {
        for (Constraint constraint : table.constraints()) {
            if (constraint instanceof Check check && name.equals(check.name())) {
                return check;
            }
        }
        return schema.all(Domain.class).stream()
                .flatMap(domain -> domain.checks().stream())
                .filter(check -> name.equals(check.name()))
                .findFirst()
                .orElse(null);
    }

    private List<Column> columnsOf(String constraint, Check check) {
        Set<String> domains = new HashSet<>();
        for (Domain domain : schema.all(Domain.class)) {
            if (domain.checks().stream().anyMatch(own -> constraint.equals(own.name()))) {
                domains.add(domain.name().toString());
            }
        }
        return table.columns().stream()
                .filter(column -> values.containsKey(column.name()))
                .filter(column -> domains.isEmpty()
                        ? CheckCandidates.names(check.expression(), column.name())
                        : domains.contains(column.type().toString()))
                .toList();
    }
}
