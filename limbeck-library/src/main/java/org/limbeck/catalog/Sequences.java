package org.limbeck.catalog;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.limbeck.schema.ColumnReference;
import org.limbeck.schema.DataType;
import org.limbeck.schema.Sequence;
import org.limbeck.schema.SequenceOptions;

/** Reads sequences; those of identity columns are kept for their columns. Never touches the sequences themselves. */
final class Sequences {

    private static final String QUERY = """
            SELECT s.seqrelid, format_type(s.seqtypid, NULL), s.seqstart, s.seqincrement, s.seqmin, s.seqmax, s.seqcache,
                   s.seqcycle, d.refobjid, d.refobjsubid, d.deptype = 'i'
              FROM pg_sequence s
              LEFT JOIN pg_depend d ON d.classid = 'pg_class'::regclass AND d.objid = s.seqrelid AND d.objsubid = 0
                   AND d.refclassid = 'pg_class'::regclass AND d.refobjsubid > 0 AND d.deptype IN ('a', 'i')
            """;

    private record Owner(long table, long column) {}

    private final Map<Owner, SequenceOptions> identities = new HashMap<>();

    static Sequences read(Reading reading, Relations relations, Columns columns) throws SQLException {
        Sequences sequences = new Sequences();
        reading.queries().each(QUERY, row -> sequences.add(reading, relations, columns, row));
        return sequences;
    }

    private void add(Reading reading, Relations relations, Columns columns, Row row) throws SQLException {
        Relation relation = relations.ifRead(row.number(1));
        long table = row.number(9);
        Relation owner = table == 0 ? null : relations.ifRead(table);
        if (relation == null || (table != 0 && owner == null)) {
            relations.leaveOut(reading, row.number(1));
            return;
        }
        String type = row.text(2);
        SequenceOptions options = options(row, type);
        long column = row.number(10);
        if (row.flag(11)) {
            identities.put(new Owner(table, column), options);
            relations.leaveOut(reading, relation.oid());
            return;
        }
        DataType named = type.equals("bigint") ? null : new DataType.BuiltIn(type);
        ColumnReference reference = owner == null
                ? null
                : new ColumnReference(
                        owner.name(), columns.column(table, column).name());
        Sequence sequence = new Sequence(relation.name(), named, options, reference, relation.unlogged());
        reading.result().add(sequence);
        // The owner of a sequence that belongs to a column is always the table's.
        if (reference == null) {
            reading.result().owner(sequence.id(), relation.owner());
        }
    }

    /** The options of the sequence behind an identity column. */
    SequenceOptions identity(long table, long column) {
        return identities.getOrDefault(new Owner(table, column), SequenceOptions.NONE);
    }

    private static SequenceOptions options(Row row, String type) throws SQLException {
        long start = row.number(3);
        long increment = row.number(4);
        long minimum = row.number(5);
        long maximum = row.number(6);
        long cache = row.number(7);
        boolean ascending = increment > 0;
        return new SequenceOptions(
                unless(start, ascending ? minimum : maximum),
                unless(increment, 1),
                unless(minimum, ascending ? 1 : smallest(type)),
                unless(maximum, ascending ? -1 - smallest(type) : -1),
                unless(cache, 1),
                row.flag(8) ? true : null);
    }

    private static @Nullable Long unless(long value, long byItself) {
        return value == byItself ? null : value;
    }

    private static long smallest(String type) {
        return switch (type) {
            case "smallint" -> Short.MIN_VALUE;
            case "integer" -> Integer.MIN_VALUE;
            default -> Long.MIN_VALUE;
        };
    }
}
