package org.limbeck.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.limbeck.operation.AlterSequence;
import org.limbeck.operation.ExecuteSql;
import org.limbeck.operation.Operation;
import org.limbeck.schema.ColumnValue;
import org.limbeck.schema.DataType;
import org.limbeck.schema.Sequence;
import org.limbeck.schema.SequenceOptions;
import org.limbeck.sql.Identifiers;

/** Compares how sequences count, be they objects of their own or behind an identity column. */
final class CountingDiff {

    private CountingDiff() {}

    /** What makes one sequence count as another; the type first, since it bounds the rest. */
    static List<Operation> operations(Sequence before, Sequence after) {
        List<Operation> operations = new ArrayList<>();
        if (!Objects.equals(before.type(), after.type())) {
            operations.add(new ExecuteSql(as(after), as(before)));
        }
        SequenceOptions wanted = changed(after.options(), before.options(), after.type());
        if (isDescending(before.options()) != isDescending(after.options())) {
            operations.add(new ExecuteSql(turned(after), turned(before)));
        } else if (!wanted.equals(SequenceOptions.NONE)) {
            operations.add(
                    new AlterSequence(after.name(), wanted, changed(before.options(), after.options(), before.type())));
        }
        return operations;
    }

    static ColumnValue.Identity changed(ColumnValue.Identity wanted, ColumnValue.Identity other, DataType type) {
        return new ColumnValue.Identity(wanted.always(), changed(wanted.options(), other.options(), type));
    }

    private static String as(Sequence sequence) {
        DataType type = sequence.type();
        return alter(sequence) + " AS " + (type == null ? "bigint" : type);
    }

    private static String alter(Sequence sequence) {
        return "ALTER SEQUENCE " + Identifiers.quoted(sequence.name());
    }

    private static boolean isDescending(SequenceOptions options) {
        return options.increment() != null && options.increment() < 0;
    }

    /** One that counts the other way must begin again, since what it has reached is out of its new bounds. */
    private static String turned(Sequence sequence) {
        SequenceOptions full = explicit(sequence.options(), sequence.type());
        return alter(sequence) + " INCREMENT BY " + full.increment() + " MINVALUE " + full.minimum() + " MAXVALUE "
                + full.maximum() + " START WITH " + full.start() + " RESTART CACHE " + full.cache()
                + (Boolean.TRUE.equals(full.cycle()) ? " CYCLE" : " NO CYCLE");
    }

    /** Only what differs; what is left to the server is said, since it would leave what there is. */
    private static SequenceOptions changed(SequenceOptions wanted, SequenceOptions other, @Nullable DataType type) {
        SequenceOptions full = explicit(wanted, type);
        SequenceOptions old = explicit(other, type);
        return new SequenceOptions(
                differing(full.start(), old.start()),
                differing(full.increment(), old.increment()),
                differing(full.minimum(), old.minimum()),
                differing(full.maximum(), old.maximum()),
                differing(full.cache(), old.cache()),
                differing(full.cycle(), old.cycle()));
    }

    private static <T> @Nullable T differing(@Nullable T wanted, @Nullable T other) {
        return Objects.equals(wanted, other) ? null : wanted;
    }

    /** What the server takes where nothing is said. */
    private static SequenceOptions explicit(SequenceOptions options, @Nullable DataType type) {
        long increment = options.increment() == null ? 1 : options.increment();
        long largest = largest(type);
        long minimum = options.minimum() != null ? options.minimum() : increment > 0 ? 1 : -largest - 1;
        long maximum = options.maximum() != null ? options.maximum() : increment > 0 ? largest : -1;
        return new SequenceOptions(
                options.start() != null ? options.start() : increment > 0 ? minimum : maximum,
                increment,
                minimum,
                maximum,
                options.cache() == null ? 1 : options.cache(),
                options.cycle() != null && options.cycle());
    }

    private static long largest(@Nullable DataType type) {
        if (type != null && type.toString().equals("smallint")) {
            return Short.MAX_VALUE;
        }
        return type != null && type.toString().equals("integer") ? Integer.MAX_VALUE : Long.MAX_VALUE;
    }
}
