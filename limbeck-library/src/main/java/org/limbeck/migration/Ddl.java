package org.limbeck.migration;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.limbeck.operation.ColumnChange;
import org.limbeck.operation.CreateOption;
import org.limbeck.operation.DropOption;
import org.limbeck.schema.Check;
import org.limbeck.schema.Column;
import org.limbeck.schema.ColumnReference;
import org.limbeck.schema.ColumnStorage;
import org.limbeck.schema.ColumnValue;
import org.limbeck.schema.DataType;
import org.limbeck.schema.Deferrability;
import org.limbeck.schema.EnumType;
import org.limbeck.schema.Exclusion;
import org.limbeck.schema.ExclusionElement;
import org.limbeck.schema.Extension;
import org.limbeck.schema.IndexElement;
import org.limbeck.schema.MatchType;
import org.limbeck.schema.PrimaryKey;
import org.limbeck.schema.QualifiedName;
import org.limbeck.schema.ReferentialAction;
import org.limbeck.schema.Sequence;
import org.limbeck.schema.SequenceOptions;
import org.limbeck.schema.Table;
import org.limbeck.schema.TableComment;
import org.limbeck.schema.TableElement;
import org.limbeck.schema.Unique;

/** The nouns of a migration, for one static import: every one is a value. */
public final class Ddl extends TableWords {

    public static final CreateOption IF_NOT_EXISTS = CreateOption.IF_NOT_EXISTS;
    public static final DropOption IF_EXISTS = DropOption.IF_EXISTS;

    /** Of a drop: what depends on the object goes with it. */
    public static final DropOption CASCADING = DropOption.CASCADE;

    /** Of a foreign key: referring rows go with the row that they refer to. */
    public static final ReferentialAction CASCADE = ReferentialAction.CASCADE;

    public static final ReferentialAction RESTRICT = ReferentialAction.RESTRICT;
    public static final ReferentialAction NO_ACTION = ReferentialAction.NO_ACTION;
    public static final ReferentialAction SET_NULL = ReferentialAction.SET_NULL;
    public static final ReferentialAction SET_DEFAULT = ReferentialAction.SET_DEFAULT;
    public static final MatchType MATCH_FULL = MatchType.FULL;
    public static final Deferrability INITIALLY_IMMEDIATE = Deferrability.INITIALLY_IMMEDIATE;
    public static final Deferrability INITIALLY_DEFERRED = Deferrability.INITIALLY_DEFERRED;

    private Ddl() {}

    // Tables

    /** A table as a value, for dropping it by what it is. */
    public static Table table(String name, TableElement... elements) {
        return Table.of(name, elements);
    }

    public static Column column(String name, DataType type) {
        return Column.of(name, type);
    }

    /** The comment of the table. */
    public static TableComment comment(String text) {
        return new TableComment(text);
    }

    public static PrimaryKey primaryKey(String... columns) {
        return new PrimaryKey(null, List.of(columns), List.of(), false, Deferrability.NOT_DEFERRABLE);
    }

    public static Unique unique(String... columns) {
        return new Unique(null, List.of(columns), List.of(), true, false, Deferrability.NOT_DEFERRABLE);
    }

    /** The columns of a foreign key; what they refer to comes next. */
    public static ForeignKeyColumns foreignKey(String... columns) {
        return new ForeignKeyColumns(List.of(columns));
    }

    /** A check that the naming convention names. */
    public static Check check(String expression) {
        return new Check(null, expression, true, true, true);
    }

    public static Check check(String name, String expression) {
        return new Check(name, expression, true, true, true);
    }

    /** No two rows for which all comparisons hold; made with an index of that method, for example {@code gist}. */
    public static Exclusion exclude(String method, ExclusionElement... elements) {
        return new Exclusion(null, method, List.of(elements), List.of(), null, Deferrability.NOT_DEFERRABLE);
    }

    /** One comparison of an exclusion constraint: the column with itself in the other row. */
    public static ExclusionElement comparing(String column, String operator) {
        return comparing(IndexElement.column(column), operator);
    }

    public static ExclusionElement comparing(IndexElement element, String operator) {
        return new ExclusionElement(element, operator);
    }

    // Changes of a column

    public static ColumnChange.Type toType(DataType type) {
        return ColumnChange.Type.of(type);
    }

    public static ColumnChange setNotNull() {
        return new ColumnChange.Nullability(false);
    }

    public static ColumnChange dropNotNull() {
        return new ColumnChange.Nullability(true);
    }

    public static ColumnChange.DefaultValue setDefault(Object value) {
        return new ColumnChange.DefaultValue(new ColumnValue.Literal(value), null);
    }

    public static ColumnChange.DefaultValue setDefaultSql(String expression) {
        return new ColumnChange.DefaultValue(new ColumnValue.Expression(expression), null);
    }

    public static ColumnChange.DefaultValue dropDefault() {
        return new ColumnChange.DefaultValue(new ColumnValue.None(), null);
    }

    public static ColumnChange addIdentity() {
        return addIdentity(SequenceOptions.NONE);
    }

    public static ColumnChange addIdentity(SequenceOptions options) {
        return new ColumnChange.AddIdentity(new ColumnValue.Identity(false, options));
    }

    public static ColumnChange addIdentityAlways() {
        return addIdentityAlways(SequenceOptions.NONE);
    }

    public static ColumnChange addIdentityAlways(SequenceOptions options) {
        return new ColumnChange.AddIdentity(new ColumnValue.Identity(true, options));
    }

    /** Changes whether the server refuses given values, and how it counts. */
    public static ColumnChange.SetIdentity setIdentity(boolean always, SequenceOptions options) {
        return new ColumnChange.SetIdentity(new ColumnValue.Identity(always, options), null);
    }

    public static ColumnChange.DropIdentity dropIdentity() {
        return new ColumnChange.DropIdentity(null);
    }

    /** Another expression for a generated column; needs PostgreSQL 17. */
    public static ColumnChange.GeneratedExpression setExpression(String expression) {
        return new ColumnChange.GeneratedExpression(expression, null);
    }

    /** Makes a stored generated column an ordinary one. */
    public static ColumnChange dropExpression() {
        return new ColumnChange.DropGenerated();
    }

    /** How values are kept and counted, until more is said as the server does by itself. */
    public static ColumnStorage columnStorage() {
        return ColumnStorage.DEFAULT;
    }

    /** Changes what is said of storage, compression, statistics or options. */
    public static ColumnChange.Storage setStorage(ColumnStorage storage) {
        return new ColumnChange.Storage(storage, null);
    }

    /** A column by name, for the sequence that belongs to it. */
    public static ColumnReference columnOf(String table, String column) {
        return new ColumnReference(QualifiedName.of(table), column);
    }

    // Indexes, sequences, types, extensions

    /** An index of that name; what it is on comes next. */
    public static IndexName index(String name) {
        return new IndexName(name, false);
    }

    /** An index that the naming convention names. */
    public static IndexName index() {
        return new IndexName(null, false);
    }

    public static IndexName uniqueIndex(String name) {
        return new IndexName(name, true);
    }

    public static IndexName uniqueIndex() {
        return new IndexName(null, true);
    }

    /** A column of an index, to say more of it. */
    public static IndexElement key(String column) {
        return IndexElement.column(column);
    }

    public static IndexElement desc(String column) {
        return IndexElement.column(column).descending();
    }

    /** An expression of an index, without parentheses around it. */
    public static IndexElement expression(String sql) {
        return IndexElement.expression(sql);
    }

    public static Sequence sequence(String name) {
        return Sequence.of(name);
    }

    public static SequenceOptions sequenceOptions() {
        return SequenceOptions.NONE;
    }

    public static EnumType enumType(String name, String... values) {
        return EnumType.of(name, values);
    }

    public static Extension extension(String name) {
        return Extension.of(name);
    }

    // Rows

    public static List<String> columns(String... names) {
        return List.of(names);
    }

    /** One row to insert; null stands for null. */
    public static Row row(@Nullable Object... values) {
        return new Row(Arrays.asList(values));
    }
}
