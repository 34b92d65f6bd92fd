package org.limbeck.migration;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.limbeck.operation.ColumnChange;
import org.limbeck.operation.CommentTarget;
import org.limbeck.operation.CreateOption;
import org.limbeck.operation.DropOption;
import org.limbeck.schema.Check;
import org.limbeck.schema.Column;
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
public final class Ddl {

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

    // Types

    public static DataType smallint() {
        return new DataType.BuiltIn("smallint");
    }

    public static DataType integer() {
        return new DataType.BuiltIn("integer");
    }

    public static DataType bigint() {
        return new DataType.BuiltIn("bigint");
    }

    public static DataType numeric() {
        return new DataType.BuiltIn("numeric");
    }

    public static DataType real() {
        return new DataType.BuiltIn("real");
    }

    public static DataType doublePrecision() {
        return new DataType.BuiltIn("double precision");
    }

    public static DataType money() {
        return new DataType.BuiltIn("money");
    }

    public static DataType text() {
        return new DataType.BuiltIn("text");
    }

    public static DataType varchar() {
        return new DataType.BuiltIn("character varying");
    }

    public static DataType bool() {
        return new DataType.BuiltIn("boolean");
    }

    public static DataType bytea() {
        return new DataType.BuiltIn("bytea");
    }

    public static DataType date() {
        return new DataType.BuiltIn("date");
    }

    public static DataType time() {
        return new DataType.BuiltIn("time without time zone");
    }

    public static DataType timetz() {
        return new DataType.BuiltIn("time with time zone");
    }

    public static DataType timestamp() {
        return new DataType.BuiltIn("timestamp without time zone");
    }

    public static DataType timestamptz() {
        return new DataType.BuiltIn("timestamp with time zone");
    }

    public static DataType interval() {
        return new DataType.BuiltIn("interval");
    }

    public static DataType uuid() {
        return new DataType.BuiltIn("uuid");
    }

    public static DataType json() {
        return new DataType.BuiltIn("json");
    }

    public static DataType jsonb() {
        return new DataType.BuiltIn("jsonb");
    }

    public static DataType xml() {
        return new DataType.BuiltIn("xml");
    }

    public static DataType inet() {
        return new DataType.BuiltIn("inet");
    }

    public static DataType cidr() {
        return new DataType.BuiltIn("cidr");
    }

    public static DataType macaddr() {
        return new DataType.BuiltIn("macaddr");
    }

    public static DataType tsvector() {
        return new DataType.BuiltIn("tsvector");
    }

    public static DataType int4range() {
        return new DataType.BuiltIn("int4range");
    }

    public static DataType int8range() {
        return new DataType.BuiltIn("int8range");
    }

    public static DataType numrange() {
        return new DataType.BuiltIn("numrange");
    }

    public static DataType daterange() {
        return new DataType.BuiltIn("daterange");
    }

    public static DataType tsrange() {
        return new DataType.BuiltIn("tsrange");
    }

    public static DataType tstzrange() {
        return new DataType.BuiltIn("tstzrange");
    }

    public static DataType numeric(int precision, int scale) {
        return new DataType.BuiltIn("numeric(" + precision + "," + scale + ")");
    }

    public static DataType varchar(int length) {
        return new DataType.BuiltIn("character varying(" + length + ")");
    }

    /** Text of a fixed length, filled up with blanks. */
    public static DataType character(int length) {
        return new DataType.BuiltIn("character(" + length + ")");
    }

    public static DataType bit(int length) {
        return new DataType.BuiltIn("bit(" + length + ")");
    }

    public static DataType varbit(int length) {
        return new DataType.BuiltIn("bit varying(" + length + ")");
    }

    public static DataType array(DataType element) {
        return new DataType.ArrayOf(element);
    }

    /** A type that somebody created: an enum, a domain, a type of an extension. */
    public static DataType type(String name) {
        return new DataType.Named(QualifiedName.of(name));
    }

    /** A type in SQL, for what has no word here, for example {@code geometry(Point,4326)}. */
    public static DataType sqlType(String sql) {
        return new DataType.BuiltIn(sql);
    }

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
        return new PrimaryKey(null, List.of(columns), List.of(), Deferrability.NOT_DEFERRABLE);
    }

    public static Unique unique(String... columns) {
        return new Unique(null, List.of(columns), List.of(), true, Deferrability.NOT_DEFERRABLE);
    }

    /** The columns of a foreign key; what they refer to comes next. */
    public static ForeignKeyColumns foreignKey(String... columns) {
        return new ForeignKeyColumns(List.of(columns));
    }

    /** A check that the naming convention names. */
    public static Check check(String expression) {
        return new Check(null, expression, true, true);
    }

    public static Check check(String name, String expression) {
        return new Check(name, expression, true, true);
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
        return new ColumnChange.Type(type, null, null, null);
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

    // What a comment is on

    public static CommentTarget onTable(String name) {
        return new CommentTarget.OnTable(QualifiedName.of(name));
    }

    public static CommentTarget onColumn(String table, String column) {
        return new CommentTarget.OnColumn(QualifiedName.of(table), column);
    }

    public static CommentTarget onConstraint(String table, String constraint) {
        return new CommentTarget.OnConstraint(QualifiedName.of(table), constraint);
    }

    public static CommentTarget onIndex(String name) {
        return new CommentTarget.OnIndex(QualifiedName.of(name));
    }

    public static CommentTarget onSequence(String name) {
        return new CommentTarget.OnSequence(QualifiedName.of(name));
    }

    public static CommentTarget onType(String name) {
        return new CommentTarget.OnType(QualifiedName.of(name));
    }

    public static CommentTarget onSchema(String name) {
        return new CommentTarget.OnSchema(name);
    }

    public static CommentTarget onExtension(String name) {
        return new CommentTarget.OnExtension(name);
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
