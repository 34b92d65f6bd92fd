package org.limbeck.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.limbeck.operation.AlterColumn;
import org.limbeck.operation.ColumnChange;
import org.limbeck.operation.CommentOn;
import org.limbeck.operation.ExecuteSql;
import org.limbeck.operation.Operation;
import org.limbeck.schema.Column;
import org.limbeck.schema.ColumnStorage;
import org.limbeck.schema.ColumnValue;
import org.limbeck.schema.DataType;
import org.limbeck.schema.ObjectId;
import org.limbeck.schema.QualifiedName;
import org.limbeck.sql.Identifiers;
import org.limbeck.sql.Literals;

/** What makes one column another in place. */
final class ColumnDiff {

    /** The first version that gives a generated column another expression in place. */
    private static final int SET_EXPRESSION = 17;

    /** The types whose values are compressed before they are moved out of the row. */
    private static final List<String> MAIN = List.of("numeric", "inet", "cidr");

    private final QualifiedName table;
    private final Column before;
    private final Column after;
    private final @Nullable TypeConversion conversion;

    ColumnDiff(QualifiedName table, Column before, Column after) {
        this.table = table;
        this.before = before;
        this.after = after;
        this.conversion =
                isRetyped(before, after) ? TypeConversion.of(after.name(), before.type(), after.type()) : null;
    }

    /** Whether the values must become values of another type or sort otherwise. */
    static boolean isRetyped(Column before, Column after) {
        return !before.type().equals(after.type()) || !Objects.equals(before.collation(), after.collation());
    }

    /** Whether the one can become the other without going first. */
    static boolean isInPlace(Column before, Column after, int serverMajor) {
        if (!(after.value() instanceof ColumnValue.Generated to)) {
            return !(before.value() instanceof ColumnValue.Generated from) || from.stored();
        }
        return before.value() instanceof ColumnValue.Generated from
                && from.stored() == to.stored()
                && (from.expression().equals(to.expression()) || (to.stored() && serverMajor >= SET_EXPRESSION));
    }

    /** Whether expressions and keys over the column may not fit its new values. */
    boolean converts() {
        return conversion != null && !conversion.kin();
    }

    private boolean needsExpression() {
        return conversion != null && conversion.using() != null;
    }

    /**
     * The other operations, in the only order in which the server takes them: what gives a value goes before the type changes
     * under it and comes after; an identity needs a column that takes no null.
     *
     * @param reset whether the default has gone early, since what it calls goes and comes again
     */
    List<Operation> operations(boolean reset) {
        List<ColumnChange> first = new ArrayList<>();
        List<ColumnChange> last = new ArrayList<>();
        boolean sameValue = before.value().equals(after.value());
        boolean dropsDefault = before.value() instanceof ColumnValue.Default
                && (reset || needsExpression() || !(after.value() instanceof ColumnValue.Default));
        if (dropsDefault || !sameValue) {
            value(first, last, dropsDefault, reset);
        }
        List<ColumnChange> changes = new ArrayList<>(first);
        if (after.nullable() && !before.nullable()) {
            changes.add(new ColumnChange.Nullability(true));
        }
        if (conversion != null) {
            changes.add(type(conversion));
        }
        if (before.nullable() && !after.nullable()) {
            changes.add(new ColumnChange.Nullability(false));
        }
        changes.addAll(last);
        if (!before.storage().equals(after.storage())) {
            changes.add(new ColumnChange.Storage(storage(), before.storage()));
        }
        List<Operation> operations = new ArrayList<>();
        changes.forEach(change -> operations.add(new AlterColumn(table, after.name(), change)));
        if (!(before.value() instanceof ColumnValue.Identity) && after.value() instanceof ColumnValue.Identity) {
            operations.add(continueCounting());
        }
        if (!Objects.equals(before.comment(), after.comment())) {
            operations.add(
                    new CommentOn(ObjectId.column(table, after.name()), text(after.comment()), text(before.comment())));
        }
        return operations;
    }

    /**
     * What goes before all else: an identity, whose hidden sequence has the name that the sequence of a serial column gets,
     * and a default that must come again.
     */
    List<Operation> earlyOperations(boolean reset) {
        if (before.value() instanceof ColumnValue.Identity identity
                && !(after.value() instanceof ColumnValue.Identity)) {
            return List.of(new AlterColumn(table, after.name(), new ColumnChange.DropIdentity(identity)));
        }
        ColumnChange dropped = new ColumnChange.DefaultValue(new ColumnValue.None(), before.value());
        return reset ? List.of(new AlterColumn(table, after.name(), dropped)) : List.of();
    }

    private void value(List<ColumnChange> first, List<ColumnChange> last, boolean dropsDefault, boolean reset) {
        ColumnValue none = new ColumnValue.None();
        ColumnValue from = before.value();
        if (dropsDefault) {
            if (!reset) {
                first.add(new ColumnChange.DefaultValue(none, from));
            }
            from = none;
        }
        if (from instanceof ColumnValue.Identity identity && after.value() instanceof ColumnValue.Identity to) {
            last.add(new ColumnChange.SetIdentity(
                    CountingDiff.changed(to, identity, after.type()),
                    CountingDiff.changed(identity, to, before.type())));
            return;
        }
        if (from instanceof ColumnValue.Identity) {
            from = none;
        } else if (from instanceof ColumnValue.Generated generated) {
            if (after.value() instanceof ColumnValue.Generated to) {
                last.add(new ColumnChange.GeneratedExpression(to.expression(), generated.expression()));
                return;
            }
            first.add(new ColumnChange.DropGenerated());
            from = none;
        }
        if (after.value() instanceof ColumnValue.Default) {
            last.add(new ColumnChange.DefaultValue(after.value(), from));
        } else if (after.value() instanceof ColumnValue.Identity identity) {
            last.add(new ColumnChange.AddIdentity(identity));
        }
    }

    private ColumnChange type(TypeConversion chosen) {
        String back =
                TypeConversion.of(after.name(), after.type(), before.type()).using();
        return new ColumnChange.Type(
                after.type(), after.collation(), chosen.using(), before.type(), before.collation(), back);
    }

    /** The type's own way of keeping values is said by its name, since servers before 16 have no word for it. */
    private ColumnStorage storage() {
        boolean unsaid = before.storage().strategy() != null && after.storage().strategy() == null;
        if (!unsaid || after.type() instanceof DataType.Named) {
            return after.storage();
        }
        boolean main = after.type() instanceof DataType.BuiltIn builtIn
                && MAIN.stream().anyMatch(name -> builtIn.sql().startsWith(name));
        return after.storage().strategy(main ? "MAIN" : "EXTENDED");
    }

    /** A new identity counts from its start; the rows that are there have the first numbers already. */
    private Operation continueCounting() {
        String column = Identifiers.quoted(after.name());
        String sequence = "pg_get_serial_sequence(" + Literals.text(Identifiers.quoted(table)) + ", "
                + Literals.text(after.name()) + ")";
        return new ExecuteSql(
                "SELECT setval(" + sequence + ", max(" + column + ")) FROM " + Identifiers.quoted(table)
                        + " HAVING max(" + column + ") IS NOT NULL",
                null);
    }

    /** What happens to the rows that are there. */
    void tell(Findings findings) {
        ObjectId id = ObjectId.column(table, after.name());
        if (conversion != null && !before.type().equals(after.type())) {
            String what = id.describe() + " becomes " + after.type() + ": ";
            if (conversion.loss() != null) {
                findings.loss(id, what + conversion.loss());
            }
            if (conversion.risk() != null) {
                findings.note(id, what + conversion.risk());
            }
        }
        if (before.nullable() && !after.nullable()) {
            findings.note(id, id.describe() + " takes no null any more: a row that has one stops it");
        }
    }

    private static String text(@Nullable String comment) {
        return comment == null ? "" : comment;
    }
}
