package org.limbeck.operation;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.limbeck.schema.ColumnStorage;
import org.limbeck.schema.ColumnValue;
import org.limbeck.schema.DataType;
import org.limbeck.schema.QualifiedName;
import org.limbeck.schema.SequenceOptions;

/** One change of a column. Where a component says what was before and is null, that isn't known. */
public sealed interface ColumnChange {

    Optional<ColumnChange> reverse();

    String describe();

    /**
     * Another type or collation.
     *
     * @param collation the collation then; null for the type's own
     * @param using how old values become new ones, an expression; null for the assignment cast
     * @param from the type before
     * @param fromCollation the collation before
     * @param fromUsing how new values become old ones again
     */
    record Type(
            DataType to,
            @Nullable QualifiedName collation,
            @Nullable String using,
            @Nullable DataType from,
            @Nullable QualifiedName fromCollation,
            @Nullable String fromUsing)
            implements ColumnChange {

        /** Another type with its own collation. */
        public static Type of(DataType to) {
            return new Type(to, null, null, null, null, null);
        }

        public Type collate(String newCollation) {
            return new Type(to, QualifiedName.of(newCollation), using, from, fromCollation, fromUsing);
        }

        /** Says which collation it had before. */
        public Type fromCollation(String before) {
            return new Type(to, collation, using, from, QualifiedName.of(before), fromUsing);
        }

        /** Says how old values become new ones, an expression. */
        public Type using(String expression) {
            return new Type(to, collation, expression, from, fromCollation, fromUsing);
        }

        /** Says what it was before, so that it can be undone. */
        public Type from(DataType before) {
            return new Type(to, collation, using, before, fromCollation, fromUsing);
        }

        /** Says what it was before and how new values become old ones again, so that it can be undone. */
        public Type from(DataType before, String expression) {
            return new Type(to, collation, using, before, fromCollation, expression);
        }

        @Override
        public Optional<ColumnChange> reverse() {
            return Optional.ofNullable(from)
                    .map(before -> new Type(before, fromCollation, fromUsing, to, collation, using));
        }

        @Override
        public String describe() {
            return "type " + to;
        }
    }

    /** Whether it takes null. */
    record Nullability(boolean nullable) implements ColumnChange {
        @Override
        public Optional<ColumnChange> reverse() {
            return Optional.of(new Nullability(!nullable));
        }

        @Override
        public String describe() {
            return nullable ? "drop not null" : "set not null";
        }
    }

    /**
     * Another default.
     *
     * @param to {@link ColumnValue.None} for none
     */
    record DefaultValue(ColumnValue to, @Nullable ColumnValue from) implements ColumnChange {

        /** Says what it was before, so that it can be undone. */
        public DefaultValue from(Object value) {
            return new DefaultValue(to, new ColumnValue.Literal(value));
        }

        /** Says which expression it was before, so that it can be undone. */
        public DefaultValue fromSql(String expression) {
            return new DefaultValue(to, new ColumnValue.Expression(expression));
        }

        /** Says that there was none before, so that it can be undone. */
        public DefaultValue fromNone() {
            return new DefaultValue(to, new ColumnValue.None());
        }

        @Override
        public Optional<ColumnChange> reverse() {
            return Optional.ofNullable(from).map(before -> new DefaultValue(before, to));
        }

        @Override
        public String describe() {
            return to instanceof ColumnValue.None ? "drop default" : "set default";
        }
    }

    /** Makes an ordinary column an identity column; it must be not null. */
    record AddIdentity(ColumnValue.Identity identity) implements ColumnChange {
        @Override
        public Optional<ColumnChange> reverse() {
            return Optional.of(new DropIdentity(identity));
        }

        @Override
        public String describe() {
            return "add identity";
        }
    }

    /** Changes how an identity column counts and whether it takes given values. */
    record SetIdentity(ColumnValue.Identity to, ColumnValue.@Nullable Identity from) implements ColumnChange {

        /** Says what it was before, so that it can be undone. */
        public SetIdentity from(boolean always, SequenceOptions options) {
            return new SetIdentity(to, new ColumnValue.Identity(always, options));
        }

        @Override
        public Optional<ColumnChange> reverse() {
            return Optional.ofNullable(from).map(before -> new SetIdentity(before, to));
        }

        @Override
        public String describe() {
            return "set identity";
        }
    }

    /** Makes an identity column an ordinary one. */
    record DropIdentity(ColumnValue.@Nullable Identity from) implements ColumnChange {

        /** Says what it was before, so that it can be undone. */
        public DropIdentity from(boolean always, SequenceOptions options) {
            return new DropIdentity(new ColumnValue.Identity(always, options));
        }

        @Override
        public Optional<ColumnChange> reverse() {
            return Optional.ofNullable(from).map(AddIdentity::new);
        }

        @Override
        public String describe() {
            return "drop identity";
        }
    }

    /**
     * Another expression for a generated column; needs PostgreSQL 17 and rewrites the table.
     *
     * @see <a href="https://www.postgresql.org/docs/current/sql-altertable.html">ALTER TABLE</a>
     */
    record GeneratedExpression(String to, @Nullable String from) implements ColumnChange {

        /** Says what it was before, so that it can be undone. */
        public GeneratedExpression from(String expression) {
            return new GeneratedExpression(to, expression);
        }

        @Override
        public Optional<ColumnChange> reverse() {
            return Optional.ofNullable(from).map(before -> new GeneratedExpression(before, to));
        }

        @Override
        public String describe() {
            return "set generation expression";
        }
    }

    /** Makes a stored generated column an ordinary one that keeps its values. PostgreSQL has no way back. */
    record DropGenerated() implements ColumnChange {
        @Override
        public Optional<ColumnChange> reverse() {
            return Optional.empty();
        }

        @Override
        public String describe() {
            return "drop generation expression";
        }
    }

    /** How its values are kept and counted. */
    record Storage(ColumnStorage to, @Nullable ColumnStorage from) implements ColumnChange {

        /** Says what it was before, so that it can be undone. */
        public Storage from(ColumnStorage before) {
            return new Storage(to, before);
        }

        @Override
        public Optional<ColumnChange> reverse() {
            return Optional.ofNullable(from).map(before -> new Storage(before, to));
        }

        @Override
        public String describe() {
            ColumnStorage before = from == null ? ColumnStorage.DEFAULT : from;
            List<String> changed = new ArrayList<>();
            if (!Objects.equals(to.statistics(), before.statistics())) {
                changed.add("statistics");
            }
            if (!to.parameters().equals(before.parameters())) {
                changed.add("parameters");
            }
            if (!to.foreignOptions().equals(before.foreignOptions())) {
                changed.add("options");
            }
            boolean kept = !Objects.equals(to.strategy(), before.strategy())
                    || !Objects.equals(to.compression(), before.compression());
            if (kept || changed.isEmpty()) {
                changed.add(0, "storage");
            }
            return "set " + String.join(", ", changed);
        }
    }
}
